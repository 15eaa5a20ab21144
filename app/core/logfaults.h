// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logrow.h"
#include "core/timefaults.h"

#include <QSet>

namespace flaskcards {

std::optional<TimeFault> timeFault(const AnswerRow &row, const TimeBounds &bounds);
bool isPossibleMoment(qint64 atMs, const TimeBounds &bounds);

// Rating, phase, start of the day, chosen interval and what else is known of the answer are such as there
// are.
bool hasPossibleFigures(const AnswerRow &row);
bool isPossibleRating(qint64 rating);
bool isPossiblePhase(qint64 phase);
bool isPossibleHour(qint64 rolloverHour);
constexpr qint64 longestIntervalDays = 36500;
bool isPossibleInterval(qint64 chosenDays);
bool isPossibleConfidence(qint64 confidence);
constexpr qint64 longestThoughtMs = 86'400'000;
bool isPossibleThought(qint64 thoughtMs);
bool arePossiblePoints(QByteArrayView points);

// Whether the row counts to the study day that follows from its moment; for one that has no fault.
bool countsToItsDay(const AnswerRow &row);

// Questions with an entry that stands in their log before its own moment; two at the same place are in the
// order of their uids.
QSet<QuestionId> withoutOrder(const LogRows &log);

} // namespace flaskcards
