// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/mockcard.h"

#include "ui/cardtext/cardview.h"
#include "ui/cardtext/checkline.h"
#include "ui/links.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

MockCard::MockCard(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_area(new QScrollArea(this)), m_inside(new QWidget)
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addWidget(m_area);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // nothing moves when the answer needs it
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setAccessibleName(tr("Card"));
    m_area->setObjectName(u"mockCard"_s);
    auto *centre = new QHBoxLayout(m_inside);
    auto *middle = new QWidget(m_inside);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    m_card = new CardView(theme, CardSize::Study, middle);
    column->addWidget(m_card);
    column->addStretch(1);
    centre->addStretch(1);
    centre->addWidget(middle, 1000);
    centre->addStretch(1);
    m_area->setWidget(m_inside);
    followTheme();
    connect(&theme, &Theme::changed, this, &MockCard::followTheme);
    connect(m_card, &CardView::linkActivated, this, &openLink);
}

void MockCard::followTheme()
{
    m_card->parentWidget()->setMaximumWidth(m_theme.px(720));
    const int bar = m_area->verticalScrollBar()->sizeHint().width(); // as much room at the left
    m_inside->layout()->setContentsMargins(m_theme.px(32), m_theme.px(25), m_theme.px(32) - bar,
                                           m_theme.px(24));
}

QList<CheckLine *> MockCard::points() const
{
    return m_card->findChildren<CheckLine *>();
}

void MockCard::showQuestion(const MockItem &item, bool withAnswer)
{
    m_card->setQuestion(item.question);
    m_card->setAnswerVisible(withAnswer);
    m_area->setAccessibleDescription(m_card->title());
    m_area->verticalScrollBar()->setValue(0);
    const QList<CheckLine *> lines = points();
    for (int point = 0; point < lines.size(); ++point) {
        lines.at(point)->setChecked(item.points.mid(point, 1) == "1"_L1);
        connect(lines.at(point), &QCheckBox::toggled, this,
                [this, point](bool checked) { emit ticked(point, checked); });
    }
}

void MockCard::togglePoint(int point)
{
    const QList<CheckLine *> lines = points();
    if (point < lines.size())
        lines.at(point)->toggle();
}

void MockCard::takeFocus()
{
    m_area->setFocus(Qt::OtherFocusReason);
}

} // namespace flaskcards
