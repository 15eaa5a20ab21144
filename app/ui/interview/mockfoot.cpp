// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/interview/mockfoot.h"

#include "ui/actions.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/gradebutton.h"
#include "ui/widgets/segments.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

MockFoot::MockFoot(const Theme &theme, QWidget *parent) : GradeFoot(theme, parent)
{
    auto *line = new QHBoxLayout(asking());
    line->setContentsMargins(0, 0, 0, 0);
    m_confidence = new Segments(theme, tr("How sure are you?"), {tr("Not said"), {}, {}}, asking());
    m_confidence->setObjectName(u"mockConfidence"_s);
    m_next = new Button(theme, Button::Look::Large, {}, asking());
    m_next->setObjectName(u"mockNext"_s);
    line->addWidget(m_confidence, 0, Qt::AlignVCenter);
    line->addStretch(1);
    line->addWidget(m_next, 0, Qt::AlignVCenter);
    followKeys(this, [this] { showKeys(); });
    connect(m_next, &QAbstractButton::clicked, this, &MockFoot::nextRequested);
    connect(m_confidence, &Segments::chosen, this,
            [this](int index) { emit confidenceChosen(Confidence(index)); });
}

void MockFoot::followTheme()
{
    m_next->setMinimumHeight(theme().px(60));
    m_next->setMinimumWidth(isNarrow() ? 0 : theme().px(260));
    m_next->setKeyCap(isNarrow() ? QString() : firstKey(Command::MockNext));
    m_next->setToolTip(withKeys(m_next->text(), Command::MockNext));
    GradeFoot::followTheme();
}

void MockFoot::showKeys()
{
    m_confidence->setWords({tr("Not said"),
                            tr("Unsure  %1", "and its key").arg(firstKey(Command::MockUnsure)),
                            tr("Sure  %1", "and its key").arg(firstKey(Command::MockSure))});
    MockFoot::followTheme();
}

void MockFoot::askForNext(bool last, Confidence confidence)
{
    m_next->setText(last ? tr("End the questions") : tr("Next question"));
    setConfidence(confidence);
    showAsking();
}

void MockFoot::askForGrade(std::optional<Rating> proposed)
{
    grades()->setInterval(Rating::Again, tr("not known"));
    grades()->setInterval(Rating::Hard, tr("with effort"));
    grades()->setInterval(Rating::Good, tr("known"));
    grades()->setInterval(Rating::Easy, tr("at once"));
    showGrades();
    setSuggested(proposed);
}

void MockFoot::setConfidence(Confidence confidence)
{
    m_confidence->setIndex(int(confidence));
}

} // namespace flaskcards
