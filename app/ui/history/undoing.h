// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/undocaution.h"

#include <QObject>

namespace flaskcards {

class UndoNotice;

// How the window takes steps back and does them again: the library's way or that of a sitting.
using StepWay = std::function<Result<Stepped>(Direction direction, qint64 until)>;

// Undo and redo for the whole window; says at its foot what was done and how to change one's mind.
class Undoing : public QObject
{
    Q_OBJECT

public:
    // Library and notice must outlive it.
    Undoing(const Library &library, UndoNotice &notice, StepWay way, QObject *parent);

    void undo(); // asks first where UndoCaution wants it
    void redo();

signals:
    void historyRequested();

private:
    void ask(const HistoryStep &step);
    void run(Direction direction);
    void say(const QString &headline, const QString &detail, Direction next);
    void sayNothingThere(Direction direction);
    void sayFailure(const Error &error, Direction direction);

    const Library &m_library;
    UndoNotice &m_notice;
    StepWay m_way;
    UndoCaution m_caution;
};

} // namespace flaskcards
