// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/series.h"

#include "core/scheduling/studyday.h"

#include <algorithm>

namespace flaskcards {

QList<DayTotals> everyDay(const QList<DayTotals> &days, int firstDay, int lastDay)
{
    QList<DayTotals> all;
    all.reserve(std::max(0, lastDay - firstDay + 1));
    for (int day = firstDay; day <= lastDay; ++day)
        all.append(DayTotals{.day = day});
    for (const DayTotals &totals : days) {
        if (totals.day >= firstDay && totals.day <= lastDay)
            all[totals.day - firstDay] = totals;
    }
    return all;
}

QList<std::optional<double>> recallOverDays(const QList<DayTotals> &everyDay, int window)
{
    QList<std::optional<double>> means;
    means.reserve(everyDay.size());
    int reviewed = 0;
    int recalled = 0;
    for (qsizetype i = 0; i < everyDay.size(); ++i) {
        reviewed += everyDay.at(i).reviewed;
        recalled += everyDay.at(i).recalled;
        if (i >= window) {
            reviewed -= everyDay.at(i - window).reviewed;
            recalled -= everyDay.at(i - window).recalled;
        }
        means.append(reviewed > 0 ? std::optional(double(recalled) / reviewed) : std::nullopt);
    }
    return means;
}

std::optional<double> recallOf(const QList<DayTotals> &days)
{
    int reviewed = 0;
    int recalled = 0;
    for (const DayTotals &day : days) {
        reviewed += day.reviewed;
        recalled += day.recalled;
    }
    return reviewed > 0 ? std::optional(double(recalled) / reviewed) : std::nullopt;
}

bool wasLeftOut(int day, const Moment &before, qint64 laterMs)
{
    return studyDay({laterMs, before.utcOffsetSeconds, before.rolloverHour}) <= day;
}

Streak streakOf(const QList<int> &days, int today, const QSet<int> &neverWere)
{
    const auto dayBefore = [&](int day) {
        do
            --day;
        while (neverWere.contains(day));
        return day;
    };
    Streak streak;
    int run = 0;
    int previous = 0;
    bool reachesToday = false;
    for (const int day : days) {
        if (day > today)
            continue; // left by a clock that was ahead
        const bool continues = run > 0 && day == dayBefore(previous);
        if (!continues)
            reachesToday = run == 0 && day >= dayBefore(today);
        run = continues ? run + 1 : 1;
        if (reachesToday)
            streak.current = run;
        streak.longest = std::max(streak.longest, run);
        previous = day;
    }
    return streak;
}

QList<DayLoad> comingDays(const QList<std::pair<int, int>> &due, int today, int days, int unseen,
                          int newLeftToday, int newPerDay)
{
    QList<DayLoad> loads;
    loads.reserve(days);
    for (int i = 0; i < days; ++i) {
        const int fresh = std::clamp(i == 0 ? newLeftToday : newPerDay, 0, unseen);
        unseen -= fresh;
        loads.append(DayLoad{.day = today + i, .fresh = fresh});
    }
    for (const auto &[day, count] : due) {
        if (day >= today && day < today + days)
            loads[day - today].due += count;
    }
    return loads;
}

int heatStep(qint64 durationMs)
{
    constexpr qint64 tenMinutes = 600'000;
    if (durationMs <= 0)
        return 0;
    return int(std::min<qint64>(durationMs / tenMinutes, 4)) + 1;
}

} // namespace flaskcards
