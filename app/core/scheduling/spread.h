// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"

namespace flaskcards {

// How many questions to come need to be known to choose the next one.
inline constexpr int spreadWindow = 8;

// A question that is still to come.
struct Coming {
    int place = 0; // in the order before
    Question question = {};
};

// Which of those to come, as an index, to ask next: neighbours are of different topics and a question does
// not come soon after one it follows up or is related to; mixed practice is remembered better than blocks. A
// question passes at most seven others and is passed by at most seven, and never goes before one that it
// builds on (Question::after). `coming` is in order of places and not empty; `asked` are the last ones
// before, the newest last.
int nextInTurns(const QList<Coming> &coming, const QList<Question> &asked);

// The last so many asked make a difference.
inline constexpr int kinApart = 4;

} // namespace flaskcards
