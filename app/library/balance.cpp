// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/balance.h"

namespace flaskcards {

namespace {

QList<DayBurden> burdens(const Library &library, const Scheduler &scheduler, const DayRange &range)
{
    const int today = library.today();
    const Preferences &preferences = library.preferences();
    QList<DayBurden> days;
    for (int day = range.first; day <= range.last; ++day)
        days.append({0, shareOf(today + day, preferences.week, preferences.daysOff)});
    const auto due = library.store().cards.dueBetween(today + range.first, today + range.last);
    if (!due)
        return days; // only the balance suffers
    for (const DueReview &review : *due) {
        const double recall = scheduler.model().recall(review.intervalDays, review.memory);
        days[review.day - today - range.first].answers +=
            expectedAnswers(recall, scheduler.settings().relearningStepsMinutes.size());
    }
    return days;
}

} // namespace

DayChooser dayChooser(const Library &library, const Scheduler &scheduler, double factor)
{
    if (!library.preferences().balanceLoad)
        return {};
    return [&library, &scheduler, factor](const DayRange &range, double intervalDays) {
        if (range.first == range.last)
            return range.first;
        return quietestDay(range.first, burdens(library, scheduler, range), intervalDays, factor);
    };
}

} // namespace flaskcards
