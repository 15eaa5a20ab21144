// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/mockfoot.h"

#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/gradebutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/segments.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

MockFoot::MockFoot(const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_column(new QWidget(this)), m_stack(new QStackedLayout(m_column))
{
    auto *asking = new QWidget(m_column);
    auto *line = new QHBoxLayout(asking);
    line->setContentsMargins(0, 0, 0, 0);
    m_confidence = new Segments(theme, tr("How sure are you?"),
                                {tr("Not said"), tr("Unsure  U"), tr("Sure  S")}, asking);
    m_confidence->setObjectName(u"mockConfidence"_s);
    m_next = new Button(theme, Button::Look::Large, {}, asking);
    m_next->setObjectName(u"mockNext"_s);
    m_next->setKeyCap(tr("Space"));
    line->addWidget(m_confidence, 0, Qt::AlignVCenter);
    line->addStretch(1);
    line->addWidget(m_next, 0, Qt::AlignVCenter);
    m_grades = new GradeBar(theme, m_column);
    m_stack->addWidget(asking);
    m_stack->addWidget(m_grades);

    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(m_column, 1000);
    row->addStretch(1);
    followTheme();
    connect(m_next, &QAbstractButton::clicked, this, &MockFoot::nextRequested);
    connect(m_confidence, &Segments::chosen, this,
            [this](int index) { emit confidenceChosen(Confidence(index)); });
    connect(m_grades, &GradeBar::graded, this, &MockFoot::graded);
    connect(&theme, &Theme::changed, this, &MockFoot::followTheme);
}

void MockFoot::followTheme()
{
    m_column->setMaximumWidth(m_theme.px(720));
    m_next->setMinimumHeight(m_theme.px(60));
    m_next->setMinimumWidth(m_theme.px(260));
    layout()->setContentsMargins(m_theme.px(32), m_theme.px(18), m_theme.px(32), m_theme.px(18));
    setFixedHeight(m_grades->heightForWidth(std::min(m_theme.px(720), width() - m_theme.px(64))) +
                   m_theme.px(36));
    update();
}

void MockFoot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    followTheme();
}

void MockFoot::askForNext(bool last, Confidence confidence)
{
    m_next->setText(last ? tr("End the questions") : tr("Next question"));
    setConfidence(confidence);
    m_stack->setCurrentIndex(0);
    m_next->setFocus(Qt::OtherFocusReason);
}

void MockFoot::askForGrade(std::optional<Rating> proposed)
{
    m_stack->setCurrentIndex(1);
    setProposed(proposed);
}

void MockFoot::setConfidence(Confidence confidence)
{
    m_confidence->setIndex(int(confidence));
}

void MockFoot::setProposed(std::optional<Rating> proposed)
{
    m_grades->setSuggested(proposed);
}

void MockFoot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().surface);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colors().border);
}

} // namespace flaskcards
