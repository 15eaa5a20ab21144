// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logrow.h"

#include <algorithm>
#include <limits>

namespace flaskcards {

namespace {

int nearestInt(qint64 value)
{
    using Limits = std::numeric_limits<int>;
    return int(std::clamp<qint64>(value, Limits::min(), Limits::max()));
}

} // namespace

Review toReview(const AnswerRow &row)
{
    return {.question = row.question,
            .orderedAtMs = row.orderedAtMs,
            .moment = {row.atMs, nearestInt(row.utcOffsetSeconds), nearestInt(row.rolloverHour)},
            .rating = Rating(nearestInt(row.rating)),
            .durationMs = nearestInt(row.durationMs),
            .preset = row.preset,
            .phaseBefore = Phase(nearestInt(row.phaseBefore)),
            .shownHash = QString::fromUtf8(row.shownHash),
            .chosenDays = nearestInt(row.chosenDays)};
}

} // namespace flaskcards
