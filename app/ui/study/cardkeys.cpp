// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/cardkeys.h"

#include "ui/actions.h"
#include "ui/study/cardtable.h"

#include <QAction>

namespace flaskcards {

CardKeys::CardKeys(CardTable &table, QWidget &page)
    : QObject(&page),
      m_table(table),
      m_page(page),
      m_lineKeys{lineKey(Qt::Key_Up, -1), lineKey(Qt::Key_Down, 1)}
{
}

QAction *CardKeys::added(QAction *action, const std::function<void()> &slot)
{
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setAutoRepeat(false);
    connect(action, &QAction::triggered, this, slot);
    m_page.addAction(action);
    return action;
}

QAction *CardKeys::add(Command command, const std::function<void()> &slot)
{
    return added(makeAction(command, &m_page), slot);
}

void CardKeys::addNumbered(Command command, const std::function<void(int)> &slot)
{
    const QList<QKeySequence> keys = fixedKeys(command);
    for (int number = 0; number < keys.size(); ++number) {
        auto *action = new QAction(&m_page);
        action->setShortcut(keys.at(number));
        added(action, [slot, number] { slot(number); });
    }
}

QAction *CardKeys::lineKey(const QKeySequence &key, int by)
{
    auto *action = new QAction(&m_page);
    action->setShortcut(key);
    added(action, [this, by] {
        if (m_table.task())
            m_table.task()->moveLine(by);
    });
    action->setAutoRepeat(true);
    return action;
}

void CardKeys::followTask(bool isOnTable)
{
    const CardTask *task = m_table.task();
    for (QAction *key : m_lineKeys)
        key->setEnabled(isOnTable && task && task->choosesLines());
}

} // namespace flaskcards
