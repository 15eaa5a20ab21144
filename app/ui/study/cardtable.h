// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cardtext/cardview.h"

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
    explicit CardTable(const Theme &theme, QWidget *parent = nullptr);

    void show(const Question &question, const CardContext &context, const QString &why);
    void reveal(int chosenOption); // -1: none, or not a choice card
    void setWhy(const QString &why);
    // At length, over the lower end of the card: nothing moves. Goes with the card.
    void explain(const WhyReport &report);
    void endExplaining();
    bool isExplaining() const;
    void takeFocus();
    void scrollByPages(double pages);
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

    const Theme &m_theme;
    QScrollArea *m_area;
    QWidget *m_inside = nullptr;
    QVBoxLayout *m_column = nullptr;
    CardView *m_card = nullptr;
    SectionList *m_sections = nullptr;
    QWidget *m_whyRow = nullptr;
    Label *m_why = nullptr;
    WhyPanel *m_explanation = nullptr;
};

} // namespace flaskcards
