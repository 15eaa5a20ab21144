// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/history/undoing.h"

#include <QDialog>

class QHBoxLayout;
class QStackedLayout;
class QVBoxLayout;

namespace flaskcards {

class Button;
class EmptyState;
class HistoryList;
class HistoryModel;
class Label;
class Segments;
class Theme;
struct HistoryLine;

// All that can be taken back or done again, to any step at once; and the questions that were deleted.
class HistoryDialog : public QDialog
{
    Q_OBJECT

public:
    // `way` as for Undoing; library and theme must outlive it.
    HistoryDialog(Library &library, const Theme &theme, StepWay way, QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void addKeys();
    void addFoot(QVBoxLayout *rows);
    void followTheme();
    void refresh();
    void describe();
    void act();
    void goTo(const HistoryLine &row);
    void bringBack(qint64 question);
    void stepOnce(Direction direction);
    void tell(const QString &words, const QString &more = {});
    void tellFailure(const Error &error);
    bool showsSteps() const;

    Library &m_library;
    const Theme &m_theme;
    StepWay m_way;
    HistoryModel *m_model;
    Segments *m_parts = nullptr;
    QStackedLayout *m_middle = nullptr;
    HistoryList *m_list = nullptr;
    EmptyState *m_empty = nullptr;
    Label *m_words = nullptr;
    Button *m_act = nullptr;
    QHBoxLayout *m_head = nullptr;
    QHBoxLayout *m_foot = nullptr;
};

} // namespace flaskcards
