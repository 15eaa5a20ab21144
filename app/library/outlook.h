// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduling/simulator.h"
#include "library/library.h"

namespace flaskcards {

// What the coming time looks like, played through with the person's own cards and way of answering.
struct Outlook {
    int today = 0;                              // study day of the first entries
    std::vector<SimulatedDay> days = {};        // under the settings as they are
    std::vector<SimulatedDay> withoutWork = {}; // the same cards, if nothing were studied
    // 70 to 99 % and the present one, ascending: what each would cost and bring.
    std::vector<WhatIf> retentions = {};
    double desiredRetention = 0;
    double newQuestionSeconds = 0; // expected for one in its first year
    int questions = 0;             // that take part: all but suspended ones
};

// For a thread of its own: opens a connection that only reads. Plays `days` days; the same chance
// every time; the weekdays' shares and days off play no part. An FSRS-7 user's cards are taken through
// FSRS-6, which the simulator knows. goOn false: Error NotFound.
Result<Outlook> readOutlook(const QString &databasePath, const Preferences &preferences, const Moment &now,
                            int days, const std::function<bool()> &goOn);

} // namespace flaskcards
