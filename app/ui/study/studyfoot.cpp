// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/studyfoot.h"

#include "library/words.h"
#include "ui/actions.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/gradebutton.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

StudyFoot::StudyFoot(const Theme &theme, QWidget *parent)
    : GradeFoot(theme, parent),
      m_unsure(newConfidence(u"unsure"_s)),
      m_reveal(new Button(theme, Button::Look::Large, tr("Show answer"), asking())),
      m_sure(newConfidence(u"sure"_s))
{
    m_reveal->setObjectName(u"reveal"_s);
    auto *centred = new QHBoxLayout(asking());
    centred->setContentsMargins(0, 0, 0, 0);
    centred->setSpacing(theme.px(12));
    centred->addStretch(1);
    for (Button *button : {m_unsure, m_reveal, m_sure})
        centred->addWidget(button);
    centred->addStretch(1);
    followKeys(this, [this] { showKeys(); });
    const auto reveals = [this](Button *button, Confidence confidence) {
        connect(button, &QAbstractButton::clicked, this,
                [this, confidence] { emit revealRequested(confidence); });
    };
    reveals(m_reveal, Confidence::NotAsked);
    reveals(m_sure, Confidence::Sure);
    reveals(m_unsure, Confidence::Unsure);
}

void StudyFoot::followTheme()
{
    const bool isAlone = m_sure->isHidden();
    const bool isShort = isNarrow() && !isAlone;
    m_reveal->setKeyCap(isShort ? QString() : firstKey(Command::Reveal));
    m_reveal->setToolTip(withKeys(m_reveal->text(), Command::Reveal));
    m_reveal->setMinimumWidth(isShort ? 0 : theme().px(isAlone ? 348 : 260));
    for (Button *button : {m_unsure, m_reveal, m_sure})
        button->setMinimumHeight(theme().px(60));
    for (Button *button : {m_unsure, m_sure})
        button->setMinimumWidth(isShort ? 0 : theme().px(130));
    GradeFoot::followTheme();
}

Button *StudyFoot::newConfidence(const QString &name) const
{
    auto *button = new Button(theme(), Button::Look::Plain, {}, asking());
    button->setObjectName(name);
    return button;
}

void StudyFoot::showKeys()
{
    const auto withKey = [](const QString &text, Command command) {
        const QString key = firstKey(command);
        return key.isEmpty() ? text : tr("%1 (%2)", "text (key)").arg(text, key);
    };
    m_unsure->setText(withKey(tr("Unsure"), Command::Unsure));
    m_sure->setText(withKey(tr("Sure"), Command::Sure));
    StudyFoot::followTheme();
}

void StudyFoot::askForReveal(bool withConfidence)
{
    m_sure->setVisible(withConfidence);
    m_unsure->setVisible(withConfidence);
    StudyFoot::followTheme();
    showAsking();
    m_reveal->setFocus(Qt::OtherFocusReason);
}

void StudyFoot::askForGrade(const std::array<Schedule, 4> &outcomes, const Moment &now)
{
    for (int i = 0; i < 4; ++i)
        grades()->setInterval(Rating(i + 1), intervalWords(outcomes[size_t(i)], now));
    showGrades();
}

void StudyFoot::askForUnrecordedGrade()
{
    for (const Rating rating : {Rating::Hard, Rating::Good, Rating::Easy})
        grades()->setInterval(rating, tr("done", "what a grade does where nothing is rescheduled"));
    grades()->setInterval(Rating::Again, tr("comes again"));
    showGrades();
}

void StudyFoot::setTwoGrades(bool two)
{
    grades()->setTwoGrades(two);
    StudyFoot::followTheme(); // there may be one row less
}

} // namespace flaskcards
