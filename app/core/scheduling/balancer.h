// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace flaskcards {

// How much a person wants to do on a weekday.
enum class EasyDay { Normal, Reduced, Minimum };

// Days that an interval may fall on, in days from today.
struct DayLoads {
    int firstDay = 1;
    QList<int> counts;       // cards due on each day from firstDay on
    QList<EasyDay> easyDays; // one for each count
    QList<int> siblingDays;  // other due days of the same question, none if siblings are not kept apart
};

// Anki's weight of each day for a random choice among them. A day without cards
// weighs 1 whatever else holds for it.
QList<double> dayWeights(const DayLoads &loads);

} // namespace flaskcards
