// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace flaskcards {

// Where an axis of counts ends: the smallest of 2, 4, 6, 8, 10, 20, 40 … that is not below `most`. Its half
// is whole.
int topOfAxis(int most);

// Days to be labelled below a chart.
struct DateTicks {
    bool months = false; // the days are firsts of months
    QList<int> days;     // study days, ascending
};

// From a hundred days on months are labelled instead of days.
bool labelsMonths(int firstDay, int lastDay);

// At most `most` labels (at least two): the last day and days in equal steps before it, or, from a hundred
// days on, the firsts of months.
DateTicks dateTicks(int firstDay, int lastDay, int most);

// A calendar with a column a week: where each day stands. Days are study days, columns and rows count from 0.
class YearGrid
{
public:
    // Weekdays from 1 (Monday) to 7. The last column holds `today`.
    YearGrid(int today, int firstWeekday, int columns);

    int firstDay() const { return m_firstDay; }
    int columns() const { return m_columns; }
    int columnOf(int day) const { return (day - m_firstDay) / 7; }
    int rowOf(int day) const { return (day - m_firstDay) % 7; }
    int dayAt(int column, int row) const { return m_firstDay + column * 7 + row; }
    bool holds(int day) const { return day >= m_firstDay && day <= m_today; }

private:
    int m_today;
    int m_columns;
    int m_firstDay;
};

// 1 (Monday) to 7.
int weekdayOf(int studyDay);

} // namespace flaskcards
