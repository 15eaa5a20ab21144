// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cardtext/cardview.h"
#include "ui/study/cardtask.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace flaskcards {

class Label;
class SectionList;
class WhyPanel;
struct WhyReport;

// Where the card lies: a scrolling column of 720, the line that tells why the card came, and from 1180 px on
// the list of its sections at the right.
class CardTable : public QWidget
{
    Q_OBJECT

public:
    CardTable(const Theme &theme, const TaskTools &tools, QWidget *parent = nullptr);

    // `why` it came may be empty. `answers`: how often the card was answered. What was done with it besides
    // comes back with it until the next answer, and after it when that is taken back.
    void show(const Question &question, const CardContext &context, const QString &why, int answers);
    void layAside(); // the card is answered: what it runs ends
    void forgetAttempts();
    CardTask *task() const { return m_task; } // null: the card has none
    void reveal(int chosenOption);            // -1: none, or not a choice card
    void setWhy(const QString &why);
    // At length, over the lower end of the card: nothing moves. Goes with the card.
    void explain(const WhyReport &report);
    void endExplaining();
    bool isExplaining() const;
    void takeFocus();
    bool scrollByKey(int key); // of a page, or to an end; false: another key
    void showAnswerBegin();    // where it lies below what is seen
    CardView *card() const { return m_card; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void followTheme();
    void placeSections();
    void placeExplanation();
    void showSectionInView();
    void scrollTo(QWidget *place);
    void setTask(CardTask *task);
    void keepAttempt();
    void bringIntoView(const QWidget &widget, const QRect &part);

    const Theme &m_theme;
    QScrollArea *m_area;
    QWidget *m_inside = nullptr;
    QVBoxLayout *m_column = nullptr;
    CardView *m_card = nullptr;
    const TaskTools m_tools;
    QPointer<CardTask> m_task;     // the card owns it
    QPair<QString, int> m_attempt; // of the card on the table: its slug and answers
    QHash<QPair<QString, int>, Attempt> m_attempts;
    SectionList *m_sections = nullptr;
    QWidget *m_whyRow = nullptr;
    Label *m_why = nullptr;
    WhyPanel *m_explanation = nullptr;
};

} // namespace flaskcards
