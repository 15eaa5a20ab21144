// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/buckets.h"

#include <algorithm>
#include <cmath>

namespace flaskcards {

int bucketDays(int days)
{
    constexpr int mostBuckets = 100;
    for (const int size : {1, 7, 28, 91}) {
        if (days <= size * mostBuckets)
            return size;
    }
    constexpr int quarter = 91;
    return quarter * ((days + quarter * mostBuckets - 1) / (quarter * mostBuckets));
}

namespace {

void add(DayTotals &sum, const DayTotals &day)
{
    for (size_t rating = 0; rating < sum.byRating.size(); ++rating)
        sum.byRating[rating] += day.byRating[rating];
    sum.reviewed += day.reviewed;
    sum.recalled += day.recalled;
    sum.introduced += day.introduced;
    sum.durationMs += day.durationMs;
}

// Of the window that ends with the entry.
DayTotals windowSum(const QList<DayTotals> &days, qsizetype last, int window)
{
    return sumOf(days.mid(last - window + 1, window));
}

// Two shares compared by the normal approximation.
RecallTrend trendOf(const DayTotals &before, const DayTotals &now)
{
    constexpr double oneInTen = 1.645; // standard deviations, both sides
    const double earlier = double(before.recalled) / before.reviewed;
    const double later = double(now.recalled) / now.reviewed;
    const double all = double(before.recalled + now.recalled) / (before.reviewed + now.reviewed);
    const double deviation = std::sqrt(all * (1 - all) * (1.0 / before.reviewed + 1.0 / now.reviewed));
    return {earlier, later, std::abs(later - earlier) > oneInTen * deviation};
}

} // namespace

DayTotals sumOf(const QList<DayTotals> &days)
{
    DayTotals sum{.day = days.isEmpty() ? 0 : days.first().day};
    for (const DayTotals &day : days)
        add(sum, day);
    return sum;
}

QList<DayTotals> inBuckets(const QList<DayTotals> &everyDay, int size)
{
    QList<DayTotals> buckets;
    for (qsizetype end = everyDay.size(); end > 0; end -= size) {
        const qsizetype first = std::max<qsizetype>(0, end - size);
        buckets.prepend(sumOf(everyDay.mid(first, end - first)));
    }
    return buckets;
}

std::optional<RecallTrend> recallTrend(const QList<DayTotals> &days, int window, int leastReviewed)
{
    const auto speaks = [&](qsizetype last) {
        return windowSum(days, last, window).reviewed >= std::max(1, leastReviewed);
    };
    qsizetype first = window - 1;
    while (first < days.size() && !speaks(first))
        ++first;
    qsizetype last = days.size() - 1;
    while (last >= first + window && !speaks(last))
        --last;
    if (last < first + window)
        return std::nullopt;
    return trendOf(windowSum(days, first, window), windowSum(days, last, window));
}

} // namespace flaskcards
