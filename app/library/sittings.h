// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/session.h"

namespace flaskcards {

// Sittings a person may choose besides what the day asks for. Each is a plan of listed questions, empty if
// there is none. `most` questions at most.

// Seen questions that would likely not be recalled now, lapsed, or had key points left out; the weakest
// first.
Result<SessionPlan> weakSitting(const Library &library, int most);

// Those whose last answer today was Again.
Result<SessionPlan> missedTodaySitting(const Library &library);

// All of a topic that is not suspended, without touching schedule and log.
Result<SessionPlan> cramSitting(const Library &library, const QString &topic);

// For the morning of the interview: strong ones that are asked much, nothing new, nothing hard, nothing
// rescheduled.
Result<SessionPlan> warmUpSitting(const Library &library, int most);

// A sitting that was left before its end, to be offered again. Not for what the day asks for: that comes by
// itself.
struct UnfinishedSitting {
    SessionPlan plan; // what was left of it
    qint64 leftAtMs = 0;
};
void keepUnfinished(Library &library, const SessionPlan &left); // an empty one: nothing is unfinished
std::optional<UnfinishedSitting> unfinishedSitting(const Library &library);

} // namespace flaskcards
