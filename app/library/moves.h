// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/move.h"
#include "library/library.h"

namespace flaskcards {

// Cards moved to other settings without an answer.

struct MovedCard {
    QuestionId question;
    Schedule before;
    Schedule after;
};

// What other settings would do to the cards: their memory as the new settings make it of all answers and, if
// `days`, the due days of what is in review and not suspended; never into the past.
Result<QList<MovedCard>> movedBy(const Store &store, const Preferences &preferences, const Moment &now,
                                 bool days);

// Whether the memory of any card depends on the difference.
bool changesMemory(const Preferences &before, const Preferences &after);

// Writes the moves: a log row and the card of each.
Result<void> writeMoves(Store &store, const QList<MovedCard> &cards, const Preferences &preferences,
                        qint64 nowMs);

// What moving the due days would mean, in numbers.
struct MovePreview {
    int cards = 0;
    int earlier = 0;
    int later = 0;
    // Reviews due on each of the next 30 study days, from today (with what is overdue).
    QList<int> loadBefore;
    QList<int> loadAfter;
};

Result<MovePreview> previewMove(const Library &library, const Preferences &preferences);

} // namespace flaskcards
