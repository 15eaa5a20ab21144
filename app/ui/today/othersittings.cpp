// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/othersittings.h"

#include "library/sittings.h"
#include "library/words.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace flaskcards {

OtherSittings::OtherSittings(Library &library, const Theme &theme, QWidget *parent)
    : Button(theme, Look::Plain, tr("Other sittings"), parent), m_library(library), m_menu(new QMenu(this))
{
    setObjectName(u"sittings"_s);
    setToolTip(tr("Weak points, what was missed today, cramming, warm-up"));
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &OtherSittings::fill);
}

void OtherSittings::fill()
{
    constexpr int weakest = 20;
    constexpr int warmUp = 12;
    m_menu->clear();
    offer(tr("Weak points only"), weakSitting(m_library, weakest));
    offer(tr("Missed today"), missedTodaySitting(m_library));
    offer(tr("Warm-up for the interview, nothing is rescheduled"), warmUpSitting(m_library, warmUp));
    QMenu *topicMenu = m_menu->addMenu(tr("Cram a topic, nothing is rescheduled"));
    for (const QString &topic : topics())
        connect(topicMenu->addAction(topicName(topic)), &QAction::triggered, this,
                [this, topic] { cram(topic); });
}

void OtherSittings::offer(const QString &text, const Result<SessionPlan> &plan)
{
    if (!plan)
        return emit failed(plan.error());
    const int cards = int(plan->listed.size());
    QAction *action =
        m_menu->addAction(cards > 0 ? u"%1  ·  %2"_s.arg(text, tr("%n card(s)", nullptr, cards)) : text);
    action->setEnabled(cards > 0);
    connect(action, &QAction::triggered, this, [this, plan = *plan] { emit studyRequested(plan); });
}

void OtherSittings::cram(const QString &topic)
{
    const auto plan = cramSitting(m_library, topic);
    if (!plan)
        return emit failed(plan.error());
    if (!plan->listed.isEmpty())
        emit studyRequested(*plan);
}

} // namespace flaskcards
