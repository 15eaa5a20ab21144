// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cardtext/column.h"
#include "ui/study/attempt.h"

#include <functional>

namespace flaskcards {

class CardView;
class Python;
struct Question;

// What some kinds of cards ask for besides thinking: code to write, a line to find, ten minutes to use.
// Stands below the question; everything it offers can be left alone.
class CardTask : public Column
{
    Q_OBJECT

public:
    using Column::Column;

    virtual void reveal() {}   // the answer shows now
    virtual void holdBack() {} // nothing may tell right from wrong
    virtual void write() {}
    virtual bool choosesLines() const { return false; }
    virtual void moveLine(int) {}
    virtual bool hasClock() const { return false; }
    virtual void toggleClock() {}
    virtual void setWide(bool) {} // whether two columns of code have room
    virtual Attempt attempt() const = 0;

signals:
    void left();              // the focus may go back to the card
    void checked(bool holds); // the card's check of what was written
    // What the person should see: all of it, or a part.
    void shown(const QWidget *widget, const QRect &part = {});
};

// What tasks need of the program.
struct TaskTools {
    Python &python;
    std::function<qint64()> nowMs; // empty: another clock runs, design questions need none
};

// The task of the question's kind, with what was done before; null where thinking is all. `card` shows the
// question already.
CardTask *makeCardTask(const Theme &theme, CardView &card, const Question &question, const Attempt &attempt,
                       const TaskTools &tools);

} // namespace flaskcards
