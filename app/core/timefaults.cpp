// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timefaults.h"

#include <algorithm>
#include <limits>

namespace flaskcards {

TimeBounds timeBounds(qint64 nowMs)
{
    constexpr qint64 last = std::numeric_limits<qint64>::max() - farthestAheadMs;
    return {.earliestMs = earliestAnswerMs,
            .latestMs = std::min(nowMs, last) + farthestAheadMs,
            .widestOffsetSeconds = 14 * 3600,
            .longestMs = 86'400'000};
}

std::optional<TimeFault> timeFault(const Moment &moment, qint64 durationMs, const TimeBounds &bounds)
{
    if (moment.atMs > bounds.latestMs)
        return TimeFault::Future;
    if (moment.atMs < bounds.earliestMs)
        return TimeFault::Past;
    if (moment.utcOffsetSeconds < -bounds.widestOffsetSeconds ||
        moment.utcOffsetSeconds > bounds.widestOffsetSeconds)
        return TimeFault::Offset;
    if (durationMs < 0 || durationMs > bounds.longestMs)
        return TimeFault::Duration;
    return std::nullopt;
}

qint64 steadyMs(qint64 clockMs, const QList<qint64> &answersMs)
{
    const auto beyond = std::upper_bound(answersMs.begin(), answersMs.end(), timeBounds(clockMs).latestMs);
    return beyond == answersMs.begin() ? clockMs : std::max(clockMs, *(beyond - 1));
}

QList<qint64> orderedTimes(const QList<qint64> &answersMs, qint64 nowMs)
{
    const TimeBounds bounds = timeBounds(nowMs);
    const auto isPossible = [&](qint64 atMs) {
        return atMs >= bounds.earliestMs && atMs <= bounds.latestMs;
    };
    const auto first = std::find_if(answersMs.begin(), answersMs.end(), isPossible);
    qint64 lastMs = first == answersMs.end() ? nowMs : std::min(*first, nowMs);
    QList<qint64> ordered;
    for (const qint64 atMs : answersMs) {
        if (isPossible(atMs))
            lastMs = std::max(lastMs, std::min(atMs, nowMs));
        ordered.append(lastMs);
    }
    return ordered;
}

} // namespace flaskcards
