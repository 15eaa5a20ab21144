// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <array>
#include <numeric>

namespace flaskcards {

// The answers of one study day.
struct DayTotals {
    int day = 0;
    std::array<int, 4> byRating{}; // Again, Hard, Good, Easy
    int reviewed = 0;              // answers of cards in review …
    int recalled = 0;              // … and how many of them were not Again
    int introduced = 0;            // first answers
    qint64 durationMs = 0;

    int answers() const { return std::accumulate(byRating.begin(), byRating.end(), 0); }
    bool operator==(const DayTotals &) const = default;
};

} // namespace flaskcards
