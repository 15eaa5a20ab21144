// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/mockresults.h"
#include "library/session.h"

#include <QWidget>

class QBoxLayout;
class QVBoxLayout;

namespace flaskcards {

class Button;
class EmptyState;
class JournalSection;
class MockChart;
class MockSetup;
class Notice;
class Panel;
class PathSection;
class Theme;

// What prepares for the interview itself: mock interviews and what came of them, the journal of real ones,
// learning paths.
class InterviewPage : public QWidget
{
    Q_OBJECT

public:
    InterviewPage(Library &library, const Theme &theme, QWidget *parent = nullptr);

    void setMockUnderWay(bool underWay);

signals:
    void mockRequested(const flaskcards::MockFilter &filter);
    void reportRequested(const QString &key);
    void studyRequested(const flaskcards::SessionPlan &plan);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void buildHistory();
    void refresh();
    void showHistory();
    void followTheme();
    void arrange();

    Library &m_library;
    const Theme &m_theme;
    QWidget *m_inside = nullptr;
    QVBoxLayout *m_rows = nullptr;
    QBoxLayout *m_mockRow = nullptr;
    Notice *m_problem = nullptr;
    MockSetup *m_setup = nullptr;
    Panel *m_history = nullptr;
    MockChart *m_chart = nullptr;
    Button *m_last = nullptr;
    EmptyState *m_noMocks = nullptr;
    JournalSection *m_journal = nullptr;
    PathSection *m_paths = nullptr;
    QString m_lastKey;
    bool m_stale = true;
};

} // namespace flaskcards
