// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/memorymodel.h"
#include "core/review.h"

namespace flaskcards {

// Study days. A study day begins at the rollover hour of its local calendar day and
// is numbered by that day: days since 1970-01-01. Offsets are those of the Moment: daylight saving comes with
// them.

// The local calendar day of a time.
int localDay(qint64 atMs, int utcOffsetSeconds);

int studyDay(const Moment &moment);

// Study days from a calendar day on, as another program counts them: at least 0.
int studyDaysSince(int firstDay, const Moment &moment);

// The first moment of the next study day, in the current offset. Later than `moment`.
qint64 nextRolloverMs(const Moment &moment);

// Rounded up: a delay of this many whole seconds is the shortest that leaves the study day.
qint64 secondsUntilRollover(const Moment &moment);

// Whole study days from an answer to the study day that ends at nextRolloverMs; at least 0, whatever the
// clock says.
int elapsedDays(qint64 lastAnswerAtMs, qint64 nextRolloverMs);
int elapsedDays(qint64 lastAnswerAtMs, const Moment &now);

// The same for a memory model, with fractions of a day by the clock; at least 0.
Elapsed elapsedSince(qint64 lastAnswerAtMs, const Moment &now);

} // namespace flaskcards
