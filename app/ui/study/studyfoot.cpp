// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/studyfoot.h"

#include "library/words.h"
#include "ui/actions.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/gradebutton.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

StudyFoot::StudyFoot(const Theme &theme, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_column(new QWidget(this)),
      m_stack(new QStackedLayout(m_column)),
      m_unsure(nullptr),
      m_reveal(nullptr),
      m_sure(nullptr),
      m_grades(new GradeBar(theme, m_column))
{
    auto *revealPlace = new QWidget(m_column);
    m_reveal = new Button(theme, Button::Look::Large, tr("Show answer"), revealPlace);
    m_reveal->setObjectName(u"reveal"_s);
    m_reveal->setKeyCap(tr("Space"));
    m_unsure = newConfidence(tr("Unsure"), u"unsure"_s, Command::Unsure, revealPlace);
    m_sure = newConfidence(tr("Sure"), u"sure"_s, Command::Sure, revealPlace);
    auto *centred = new QHBoxLayout(revealPlace);
    centred->setContentsMargins(0, 0, 0, 0);
    centred->setSpacing(theme.px(12));
    centred->addStretch(1);
    for (Button *button : {m_unsure, m_reveal, m_sure})
        centred->addWidget(button);
    centred->addStretch(1);
    m_stack->addWidget(revealPlace);
    m_stack->addWidget(m_grades);

    auto *row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addWidget(m_column, 1000);
    row->addStretch(1);
    followTheme();
    const auto reveals = [this](Button *button, Confidence confidence) {
        connect(button, &QAbstractButton::clicked, this,
                [this, confidence] { emit revealRequested(confidence); });
    };
    reveals(m_reveal, Confidence::NotAsked);
    reveals(m_sure, Confidence::Sure);
    reveals(m_unsure, Confidence::Unsure);
    connect(m_grades, &GradeBar::graded, this, &StudyFoot::graded);
    connect(&theme, &Theme::changed, this, &StudyFoot::followTheme);
}

void StudyFoot::followTheme()
{
    m_column->setMaximumWidth(m_theme.px(720));
    m_reveal->setMinimumWidth(m_theme.px(m_sure->isHidden() ? 348 : 260));
    for (Button *button : {m_unsure, m_reveal, m_sure})
        button->setMinimumHeight(m_theme.px(60));
    for (Button *button : {m_unsure, m_sure})
        button->setMinimumWidth(m_theme.px(130));
    layout()->setContentsMargins(m_theme.px(32), m_theme.px(18), m_theme.px(32), m_theme.px(18));
    setFixedHeight(m_grades->heightForWidth(std::min(m_theme.px(720), width() - m_theme.px(64))) +
                   m_theme.px(36));
    update();
}

void StudyFoot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    followTheme();
}

Button *StudyFoot::newConfidence(const QString &text, const QString &name, Command command,
                                 QWidget *parent) const
{
    auto *button =
        new Button(m_theme, Button::Look::Plain,
                   tr("%1 (%2)", "text (key)").arg(text, commandKeys(commandInfo(command))), parent);
    button->setObjectName(name);
    return button;
}

void StudyFoot::askForReveal(bool withConfidence)
{
    m_sure->setVisible(withConfidence);
    m_unsure->setVisible(withConfidence);
    m_reveal->setMinimumWidth(m_theme.px(withConfidence ? 260 : 348));
    m_stack->setCurrentIndex(0);
    m_reveal->setFocus(Qt::OtherFocusReason);
}

void StudyFoot::askForGrade(const std::array<Schedule, 4> &outcomes, const Moment &now)
{
    for (int i = 0; i < 4; ++i)
        m_grades->setInterval(Rating(i + 1), intervalWords(outcomes[size_t(i)], now));
    m_stack->setCurrentIndex(1);
}

void StudyFoot::setTwoGrades(bool two)
{
    m_grades->setTwoGrades(two);
}

void StudyFoot::setSuggested(std::optional<Rating> rating)
{
    m_grades->setSuggested(rating);
}

void StudyFoot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().surface);
    painter.fillRect(QRect(0, 0, width(), 1), m_theme.colors().border);
}

} // namespace flaskcards
