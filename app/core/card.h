// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <optional>

namespace flaskcards {

enum class Rating { Again = 1, Hard = 2, Good = 3, Easy = 4 };

enum class Phase { New = 0, Learning = 1, Review = 2, Relearning = 3 };

// FSRS memory of one Question: stability in days (FSRS-6: recall is 0.9 after that many; FSRS-7: of the slow
// trace), difficulty 1 to 10.
struct MemoryState {
    double stability = 0;
    double difficulty = 0;
    double fastStability = 0; // days, of the fast trace; FSRS-7 only

    bool operator==(const MemoryState &) const = default;
};

// What the reviews make of a Card. A cache: replaying the log through the scheduler gives exactly this.
struct Schedule {
    Phase phase = Phase::New;
    std::optional<MemoryState> memory; // none while New
    int remainingSteps = 0;            // of the learning or relearning steps
    int intervalDays = 0;              // last interval of the Review part; kept while relearning
    int dueDay = 0;                    // study day (days since 1970-01-01); 0 while New
    qint64 dueAtMs = 0;                // moment for a step within the day; 0: any time on dueDay
    qint64 lastAnswerAtMs = 0;
    int answers = 0;
    int lapses = 0;
    bool leech = false; // forgotten so often that the question needs another approach

    bool operator==(const Schedule &) const = default;
};

// The scheduling state of one Question. What stands outside `schedule` the person sets by hand.
struct Card {
    QuestionId question;
    Schedule schedule;
    bool suspended = false;
    int buriedUntilDay = 0; // hidden before this study day; 0: not buried
    int flag = 0;           // 0 none, 1 red, 2 orange, 3 green, 4 blue, 5 pink, 6 turquoise, 7 purple

    bool operator==(const Card &) const = default;
};

} // namespace flaskcards
