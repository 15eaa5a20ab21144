// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/studyday.h"

#include <algorithm>

namespace flaskcards {

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;

constexpr qint64 floorDivided(qint64 dividend, qint64 divisor)
{
    return dividend / divisor - (dividend % divisor < 0 ? 1 : 0);
}

// From UTC to a scale on which every study day begins at a multiple of 24 hours.
qint64 shiftMs(const Moment &moment)
{
    return moment.utcOffsetSeconds * qint64(1000) - moment.rolloverHour * hourMs;
}

} // namespace

int localDay(qint64 atMs, int utcOffsetSeconds)
{
    return int(floorDivided(atMs + utcOffsetSeconds * qint64(1000), dayMs));
}

int studyDay(const Moment &moment)
{
    return int(floorDivided(moment.atMs + shiftMs(moment), dayMs));
}

int studyDaysSince(int firstDay, const Moment &moment)
{
    return std::max(0, studyDay(moment) - firstDay);
}

qint64 nextRolloverMs(const Moment &moment)
{
    return (studyDay(moment) + qint64(1)) * dayMs - shiftMs(moment);
}

qint64 secondsUntilRollover(const Moment &moment)
{
    return (nextRolloverMs(moment) - moment.atMs + 999) / 1000;
}

int elapsedDays(qint64 lastAnswerAtMs, qint64 nextRolloverMs)
{
    return int(std::max<qint64>(0, (nextRolloverMs - lastAnswerAtMs) / dayMs));
}

int elapsedDays(qint64 lastAnswerAtMs, const Moment &now)
{
    return elapsedDays(lastAnswerAtMs, nextRolloverMs(now));
}

Elapsed elapsedSince(qint64 lastAnswerAtMs, const Moment &now)
{
    return {elapsedDays(lastAnswerAtMs, now),
            std::max(0.0, double(now.atMs - lastAnswerAtMs) / double(dayMs))};
}

} // namespace flaskcards
