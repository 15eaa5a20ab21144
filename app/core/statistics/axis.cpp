// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/axis.h"

#include <QDate>

#include <algorithm>

namespace flaskcards {

namespace {

const QDate epoch(1970, 1, 1);

int dayOf(const QDate &date)
{
    return int(epoch.daysTo(date));
}

// The first of these steps, or a multiple of the last one, that is not below `least`.
int stepFrom(std::initializer_list<int> steps, int least)
{
    for (const int step : steps) {
        if (step >= least)
            return step;
    }
    const int last = *(steps.end() - 1);
    return last * ((least + last - 1) / last);
}

QList<int> firstsOfMonths(int firstDay, int lastDay)
{
    QList<int> firsts;
    const QDate first = epoch.addDays(firstDay);
    for (QDate month(first.year(), first.month(), 1); dayOf(month) <= lastDay; month = month.addMonths(1)) {
        if (dayOf(month) >= firstDay)
            firsts.append(dayOf(month));
    }
    return firsts;
}

// Counted so that January is among those that stay.
DateTicks monthTicks(int firstDay, int lastDay, int most)
{
    const QList<int> firsts = firstsOfMonths(firstDay, lastDay);
    const int step = stepFrom({1, 2, 3, 6, 12}, int((firsts.size() + most - 1) / most));
    DateTicks ticks{.months = true, .days = {}};
    for (const int day : firsts) {
        const QDate date = epoch.addDays(day);
        if ((date.year() * 12 + date.month() - 1) % step == 0)
            ticks.days.append(day);
    }
    return ticks;
}

} // namespace

int topOfAxis(int most)
{
    for (const int top : {2, 4, 6, 8}) {
        if (top >= most)
            return top;
    }
    for (int unit = 10;; unit *= 10) {
        for (const int step : {1, 2, 3, 4, 5, 6, 8}) {
            if (step * unit >= most)
                return step * unit;
        }
    }
}

bool labelsMonths(int firstDay, int lastDay)
{
    return lastDay - firstDay + 1 >= 100;
}

DateTicks dateTicks(int firstDay, int lastDay, int most)
{
    most = std::max(2, most);
    const int days = lastDay - firstDay + 1;
    if (labelsMonths(firstDay, lastDay))
        return monthTicks(firstDay, lastDay, most);
    const int step = stepFrom({1, 2, 5, 7, 10, 14, 20, 30}, (days + most - 1) / most);
    DateTicks ticks;
    for (int day = lastDay; day >= firstDay; day -= step)
        ticks.days.prepend(day);
    return ticks;
}

YearGrid::YearGrid(int today, int firstWeekday, int columns)
    : m_today(today),
      m_columns(columns),
      m_firstDay(today - (weekdayOf(today) - firstWeekday + 7) % 7 - (columns - 1) * 7)
{
}

int weekdayOf(int studyDay)
{
    const int fromMonday = (studyDay + 3) % 7; // 1970-01-01 was a Thursday
    return (fromMonday + 7) % 7 + 1;
}

} // namespace flaskcards
