// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review.h"

#include <QList>

#include <optional>

namespace flaskcards {

// What cannot be true of an answer, whichever clock gave its times. Of several the first one is named.
enum class TimeFault {
    Future,   // later than now by more than a day
    Past,     // before 2000
    Offset,   // more than 14 hours from UTC
    Duration, // below nothing or above a day
};

// Both ends are still possible.
struct TimeBounds {
    qint64 earliestMs = 0; // since 1970 UTC, like the next one
    qint64 latestMs = 0;
    qint64 widestOffsetSeconds = 0; // to both sides
    qint64 longestMs = 0;           // of an answer
};

constexpr qint64 earliestAnswerMs = 946'684'800'000;
// As far as an answer may lie ahead of the clock before the answer, not the clock, is held to be wrong.
constexpr qint64 farthestAheadMs = 86'400'000;

TimeBounds timeBounds(qint64 nowMs);

std::optional<TimeFault> timeFault(const Moment &moment, qint64 durationMs, const TimeBounds &bounds);

// The time to go by. While the clock stands behind the newest answer by a day or less it was set back, and
// time stands still there until the clock has caught up: no day is lived, and none of its limits used, twice.
// Further ahead it is the answer that is wrong. `answersMs`: ascending, at least those after the clock.
qint64 steadyMs(qint64 clockMs, const QList<qint64> &answersMs);

// One question's answers in the order they were given, with times that only grow and none after now: one that
// cannot be stands where the answer before it does.
QList<qint64> orderedTimes(const QList<qint64> &answersMs, qint64 nowMs);

} // namespace flaskcards
