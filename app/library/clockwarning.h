// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timefaults.h"
#include "library/library.h"

namespace flaskcards {

struct ImpossibleTime {
    OddTime answer;
    TimeFault fault = TimeFault::Future;
};

// Answers with times that cannot be, in the order of the log. Reads all of it.
Result<QList<ImpossibleTime>> impossibleTimes(const Store &store, qint64 nowMs);

// The clock stands before the newest answer by more than an hour: one of the two is wrong.
struct ClockWarning {
    Moment clock;
    Moment newest;       // of the answers
    int countsToDay = 0; // study day of an answer given now
    int ahead = 0;       // answers further in the future than can be
};

Result<std::optional<ClockWarning>> clockWarning(const Library &library);

// "The clock says 19 November, but your newest answer is from 21 November."
QString clockWarningWords(const ClockWarning &warning);
// What follows from it, and what to do.
QString clockWarningAdvice(const ClockWarning &warning);

// Local time of day: "09:00".
QString timeWords(qint64 atMs, const Clock &clock);

} // namespace flaskcards
