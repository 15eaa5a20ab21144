// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/outlookfigures.h"

#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace flaskcards {

class EmptyState;
class Label;
class Notice;
class OutlookDaysChart;
class OutlookRecallChart;
class OutlookRun;
class OutlookWhatIfChart;
class Panel;
class Segments;
class Theme;

// The coming time played through: work, recall, and what another desired retention would change. Plays in the
// background while it is on the screen; until the new result is there the old one stays.
class OutlookSection : public QWidget
{
    Q_OBJECT

public:
    OutlookSection(Library &library, const Theme &theme, QWidget *parent = nullptr);

    void setOneColumn(bool one);
    // What is shown; nothing before the first result.
    const std::optional<Outlook> &outlook() const { return m_outlook; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void buildHead();
    void buildPanels();
    Panel *addPanel(const QString &name, const QString &title);
    void followTheme();

    int daysAhead() const;
    void chooseDays(int index);
    void request();
    void take(const Outlook &outlook);
    void showOutlook();
    void compareWith(int choice);
    void showProblem(const Error &error);

    Library &m_library;
    const Theme &m_theme;
    OutlookRun *m_run;
    bool m_stale = true;
    std::optional<Outlook> m_outlook;

    QVBoxLayout *m_rows;
    QHBoxLayout *m_head;
    Segments *m_days;
    Label *m_status;
    Label *m_note;
    Notice *m_problem;
    EmptyState *m_empty;
    QWidget *m_body; // the panels
    QBoxLayout *m_pair;
    Panel *m_daysPanel;
    Panel *m_recallPanel;
    Panel *m_whatIfPanel;
    OutlookDaysChart *m_work;
    OutlookRecallChart *m_recall;
    OutlookWhatIfChart *m_whatIf;
    Label *m_sentence;
};

} // namespace flaskcards
