// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review.h"
#include "core/statistics/daytotals.h"

#include <QList>
#include <QSet>

#include <optional>

namespace flaskcards {

// One entry for every study day from `firstDay` to `lastDay`, empty ones where `days` (ascending) has none.
QList<DayTotals> everyDay(const QList<DayTotals> &days, int firstDay, int lastDay);

// For each day the share of reviews recalled in the `window` days up to it; nothing where there was no
// review.
QList<std::optional<double>> recallOverDays(const QList<DayTotals> &everyDay, int window);

// Share of reviews recalled over all the days; nothing without a review.
std::optional<double> recallOf(const QList<DayTotals> &days);

struct Streak {
    int current = 0; // study days in a row up to today; today may still be empty
    int longest = 0;

    bool operator==(const Streak &) const = default;
};

// `days`: study days with answers, newest first. `neverWere`: days that a flight, or another start of the
// day, took out of the calendar; they neither count nor break a streak.
Streak streakOf(const QList<int> &days, int today, const QSet<int> &neverWere = {});

// Whether the calendar left `day` out between two answers, or an answer and now: by the clock of `before` the
// later moment belongs to it.
bool wasLeftOut(int day, const Moment &before, qint64 laterMs);

// What a coming study day holds if nothing is answered before.
struct DayLoad {
    int day = 0;
    int due = 0;
    int fresh = 0; // new cards

    bool operator==(const DayLoad &) const = default;
};

// `due`: day and count, as scheduled; new cards follow at most `newPerDay` a day until `unseen` are used up,
// on the first day `newLeftToday`.
QList<DayLoad> comingDays(const QList<std::pair<int, int>> &due, int today, int days, int unseen,
                          int newLeftToday, int newPerDay);

// Steps of the calendar heat map: 0 for no study, then 1 to 5 for up to 10, 20, 30, 40 minutes and more.
int heatStep(qint64 durationMs);

} // namespace flaskcards
