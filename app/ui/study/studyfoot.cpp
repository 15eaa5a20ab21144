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
      m_unsure(newConfidence(tr("Unsure"), u"unsure"_s, Command::Unsure)),
      m_reveal(new Button(theme, Button::Look::Large, tr("Show answer"), asking())),
      m_sure(newConfidence(tr("Sure"), u"sure"_s, Command::Sure))
{
    m_reveal->setObjectName(u"reveal"_s);
    m_reveal->setKeyCap(tr("Space"));
    auto *centred = new QHBoxLayout(asking());
    centred->setContentsMargins(0, 0, 0, 0);
    centred->setSpacing(theme.px(12));
    centred->addStretch(1);
    for (Button *button : {m_unsure, m_reveal, m_sure})
        centred->addWidget(button);
    centred->addStretch(1);
    StudyFoot::followTheme();
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
    m_reveal->setMinimumWidth(theme().px(m_sure->isHidden() ? 348 : 260));
    for (Button *button : {m_unsure, m_reveal, m_sure})
        button->setMinimumHeight(theme().px(60));
    for (Button *button : {m_unsure, m_sure})
        button->setMinimumWidth(theme().px(130));
    GradeFoot::followTheme();
}

Button *StudyFoot::newConfidence(const QString &text, const QString &name, Command command) const
{
    auto *button =
        new Button(theme(), Button::Look::Plain,
                   tr("%1 (%2)", "text (key)").arg(text, commandKeys(commandInfo(command))), asking());
    button->setObjectName(name);
    return button;
}

void StudyFoot::askForReveal(bool withConfidence)
{
    m_sure->setVisible(withConfidence);
    m_unsure->setVisible(withConfidence);
    m_reveal->setMinimumWidth(theme().px(withConfidence ? 260 : 348));
    showAsking();
    m_reveal->setFocus(Qt::OtherFocusReason);
}

void StudyFoot::askForGrade(const std::array<Schedule, 4> &outcomes, const Moment &now)
{
    for (int i = 0; i < 4; ++i)
        grades()->setInterval(Rating(i + 1), intervalWords(outcomes[size_t(i)], now));
    showGrades();
}

void StudyFoot::setTwoGrades(bool two)
{
    grades()->setTwoGrades(two);
}

} // namespace flaskcards
