// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/cardactions.h"

#include "library/operations.h"
#include "ui/actions.h"
#include "ui/icons.h"
#include "ui/theme.h"

#include <QMenu>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

QIcon flagIcon(const Theme &theme, int flag, double pixelRatio)
{
    const int side = theme.px(20);
    QPixmap picture(QSize(side, side) * pixelRatio);
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    const double inset = theme.px(3);
    paintFlag(painter, flag, QRectF(inset, inset, side - 2 * inset, side - 2 * inset), theme.flag(flag));
    return QIcon(picture);
}

bool isSuspended(const Card &card, int)
{
    return card.suspended;
}

bool isBuried(const Card &card, int today)
{
    return card.buriedUntilDay > today;
}

} // namespace

CardActions::CardActions(Library &library, const Theme &theme, QWidget *page)
    : QObject(page),
      m_library(library),
      m_theme(theme),
      m_flagMenu(new QMenu(tr("Flag"), page)),
      m_suspend(makeAction(Command::SuspendRows, this)),
      m_bury(new QAction(this))
{
    addFlags(page);
    m_suspend->setObjectName(u"suspendCards"_s);
    m_suspend->setIcon(icon(Icon::Suspend));
    m_suspend->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_bury->setObjectName(u"buryCards"_s);
    m_bury->setIcon(icon(Icon::Bury));
    page->addAction(m_suspend);
    connect(m_suspend, &QAction::triggered, this, &CardActions::toggleSuspended);
    connect(m_bury, &QAction::triggered, this, &CardActions::toggleBuried);
    paintFlags();
    connect(&theme, &Theme::changed, this, &CardActions::paintFlags);
    showState();
}

void CardActions::addFlags(QWidget *page)
{
    m_flagMenu->setObjectName(u"flagMenu"_s);
    for (int flag = 0; flag <= 7; ++flag) {
        auto *action = new QAction(flagName(flag), this);
        action->setObjectName(u"flag%1"_s.arg(flag));
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, flag] { toggleFlag(flag); });
        m_flags.append(action);
        if (flag == 0)
            continue;
        action->setShortcut(QKeySequence(u"Ctrl+%1"_s.arg(flag)));
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        page->addAction(action);
        m_flagMenu->addAction(action);
    }
    m_flagMenu->addSeparator();
    m_flagMenu->addAction(m_flags.first());
}

void CardActions::paintFlags()
{
    for (int flag = 1; flag < m_flags.size(); ++flag)
        m_flags.at(flag)->setIcon(flagIcon(m_theme, flag, m_flagMenu->devicePixelRatioF()));
}

void CardActions::addTo(QMenu *menu) const
{
    menu->addAction(m_suspend);
    menu->addAction(m_bury);
}

void CardActions::setCards(const QList<Card> &cards)
{
    m_cards = cards;
    showState();
}

bool CardActions::areAll(bool (*state)(const Card &, int today)) const
{
    const int today = m_library.today();
    return !m_cards.isEmpty() && std::all_of(m_cards.cbegin(), m_cards.cend(),
                                             [&](const Card &card) { return state(card, today); });
}

void CardActions::showState()
{
    for (int flag = 0; flag < m_flags.size(); ++flag) {
        const bool all =
            !m_cards.isEmpty() && std::all_of(m_cards.cbegin(), m_cards.cend(),
                                              [flag](const Card &card) { return card.flag == flag; });
        m_flags.at(flag)->setChecked(all);
        m_flags.at(flag)->setEnabled(!m_cards.isEmpty());
    }
    m_suspend->setText(areAll(isSuspended) ? tr("Bring back into study") : tr("Suspend"));
    m_bury->setText(areAll(isBuried) ? tr("Bring back today") : tr("Bury until tomorrow"));
    m_suspend->setEnabled(!m_cards.isEmpty());
    m_bury->setEnabled(!m_cards.isEmpty());
}

// The same flag again takes it away.
void CardActions::toggleFlag(int flag)
{
    const bool all =
        std::all_of(m_cards.cbegin(), m_cards.cend(), [flag](const Card &card) { return card.flag == flag; });
    setFlag(all ? 0 : flag);
}

void CardActions::setFlag(int flag)
{
    apply(flagOperation(questions(), flag));
}

void CardActions::toggleSuspended()
{
    apply(suspendOperation(questions(), !areAll(isSuspended)));
}

void CardActions::toggleBuried()
{
    apply(buryOperation(questions(), areAll(isBuried) ? 0 : m_library.today() + 1));
}

// The action of a menu has changed its tick already; on an error it goes back.
void CardActions::apply(const Operation &operation)
{
    if (m_cards.isEmpty())
        return;
    if (const auto changes = m_library.apply(operation); !changes)
        emit failed(changes.error());
    showState();
}

QList<QuestionId> CardActions::questions() const
{
    QList<QuestionId> ids;
    for (const Card &card : m_cards)
        ids.append(card.question);
    return ids;
}

} // namespace flaskcards
