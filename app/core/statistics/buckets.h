// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/daytotals.h"

#include <QList>

#include <optional>

namespace flaskcards {

// Days that share a bar so that a period needs at most about a hundred bars: 1, 7, 28, 91 or a multiple of
// that.
int bucketDays(int days);

// Sums of `size` days each, the last one ending with the last day; each carries its first day. What is left
// over at the beginning makes a shorter first bucket.
QList<DayTotals> inBuckets(const QList<DayTotals> &everyDay, int size);

DayTotals sumOf(const QList<DayTotals> &days);

// From the first to the last window with enough answers to speak of recall.
struct RecallTrend {
    double before = 0;
    double now = 0;
    bool clear = false; // a change that chance alone would bring less than one time in ten
};

// Windows of `window` entries in a row; those with fewer than `leastReviewed` answers of cards in review are
// passed over. Nothing if there are not two windows apart from each other.
std::optional<RecallTrend> recallTrend(const QList<DayTotals> &days, int window, int leastReviewed);

} // namespace flaskcards
