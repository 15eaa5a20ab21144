// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QAction;
class QKeySequence;

namespace flaskcards {

class CardTable;
enum class Command;

// The keys of a page on which a card lies. They hold while the focus is in the page.
class CardKeys : public QObject
{
    Q_OBJECT

public:
    CardKeys(CardTable &table, QWidget &page);

    // A key held down does it once.
    QAction *add(Command command, const std::function<void()> &slot);
    // Each of the keys that are always there stands for its number, from 0.
    void addNumbered(Command command, const std::function<void(int)> &slot);

    // The arrows choose a line where the card has lines to choose from; elsewhere they scroll.
    void followTask(bool isOnTable);

private:
    QAction *added(QAction *action, const std::function<void()> &slot);
    QAction *lineKey(const QKeySequence &key, int by);

    CardTable &m_table;
    QWidget &m_page;
    const QList<QAction *> m_lineKeys;
};

} // namespace flaskcards
