// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gradefoot.h"

#include "ui/theme.h"
#include "ui/widgets/gradebutton.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedLayout>

namespace flaskcards {

namespace {

constexpr int lowBelowPx = 420; // design pixels
constexpr int narrowBelowPx = 600;

} // namespace

GradeFoot::GradeFoot(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_column(new QWidget(this)),
      m_stack(new QStackedLayout(m_column)),
      m_asking(new QWidget(m_column)),
      m_grades(new GradeBar(theme, m_column))
{
    m_stack->addWidget(m_asking);
    m_stack->addWidget(m_grades);
    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(m_column, 1000);
    row->addStretch(1);
    connect(m_grades, &GradeBar::graded, this, &GradeFoot::graded);
    connect(&theme, &Theme::changed, this, &GradeFoot::followTheme);
}

void GradeFoot::setSuggested(std::optional<Rating> rating)
{
    m_grades->setSuggested(rating);
}

void GradeFoot::fit()
{
    followTheme();
}

void GradeFoot::showAsking()
{
    m_stack->setCurrentWidget(m_asking);
}

void GradeFoot::showGrades()
{
    m_stack->setCurrentWidget(m_grades);
}

void GradeFoot::followTheme()
{
    m_column->setMaximumWidth(m_theme.px(720));
    // A low page leaves the card what it can.
    const bool isLow = parentWidget() && parentWidget()->height() < m_theme.px(lowBelowPx);
    const int side = m_theme.px(isNarrow() ? 16 : 32);
    const int above = m_theme.px(isLow ? 8 : 18);
    m_grades->setTight(isLow);
    layout()->setContentsMargins(side, above, side, above);
    setFixedHeight(m_grades->heightForWidth(std::min(m_theme.px(720), width() - 2 * side)) + 2 * above);
    update();
}

bool GradeFoot::isNarrow() const
{
    return width() < m_theme.px(narrowBelowPx);
}

void GradeFoot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    followTheme();
}

void GradeFoot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().surface);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colors().border);
}

} // namespace flaskcards
