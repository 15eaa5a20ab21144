// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduling/fuzz.h"

#include <QList>

#include <array>

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

// How much of an ordinary day's work each weekday may hold, Monday first, 0 to 1.
using WeekShares = std::array<double, 7>;
constexpr WeekShares fullWeek = {1, 1, 1, 1, 1, 1, 1};

// The share of a study day: none on a day off.
double shareOf(int studyDay, const WeekShares &week, const QList<int> &daysOff);

// Answers that a review is expected to take: itself and, when it fails, those of relearning.
double expectedAnswers(double recall, qsizetype relearningSteps);

// What a day that an interval may lead to already holds.
struct DayBurden {
    double answers = 0; // expected: each review, and what follows when it fails
    double share = 1;   // of an ordinary day
};

// Which of these days, as an interval: the one with the fewest expected answers for its share, a little drawn
// to the wished interval; `factor` in [0, 1) decides between equal ones. Days without a share only when there
// is no other. Unlike dayWeights() it honours the share of empty days as well.
int quietestDay(int firstDay, const QList<DayBurden> &days, double wishedDays, double factor);

} // namespace flaskcards
