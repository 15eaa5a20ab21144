// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/steps.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace flaskcards {

namespace {

constexpr qint64 daySecs = 86'400;

int bounded(qint64 secs)
{
    return int(std::clamp<qint64>(secs, 0, std::numeric_limits<int>::max()));
}

// So that the same button says the same early and late in the day.
qint64 wholeDaysAboveOne(qint64 secs)
{
    return secs > daySecs ? qint64(std::round(double(secs) / daySecs)) * daySecs : secs;
}

} // namespace

std::optional<int> Steps::hardSecs(int remaining) const
{
    const int index = indexOf(remaining);
    const auto current = secsAt(index);
    if (!current || index > 0)
        return current;
    const qint64 first = *current;
    // Between Again and Good; with one step half as much again, but not past an interval of a day more.
    if (const auto second = secsAt(1))
        return bounded(wholeDaysAboveOne((first + *second) / 2));
    return bounded(wholeDaysAboveOne(std::min(first * 3 / 2, first + daySecs)));
}

int Steps::indexOf(int remaining) const
{
    return std::clamp(count() - remaining % 1000, 0, std::max(0, count() - 1));
}

std::optional<int> Steps::secsAt(int index) const
{
    if (index >= count())
        return std::nullopt;
    const double secs = std::trunc(m_minutes[static_cast<size_t>(index)] * 60);
    return int(std::clamp<double>(secs, 0, std::numeric_limits<int>::max()));
}

Delay acrossRollover(int secs, qint64 secsUntilRollover)
{
    if (secs < secsUntilRollover)
        return {secs, 0};
    return {0, int((secs - secsUntilRollover) / daySecs) + 1};
}

} // namespace flaskcards
