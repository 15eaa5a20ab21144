// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/balancer.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numeric>

namespace flaskcards {

namespace {

constexpr double minimumShare = 0.0001; // not 0, so that a week of such days still works
constexpr double reducedShare = 0.5;
constexpr int siblingReachDays = 5;
constexpr double siblingSameDay = 0.000001;

double share(EasyDay day)
{
    switch (day) {
    case EasyDay::Normal:
        return 1;
    case EasyDay::Reduced:
        return reducedShare;
    case EasyDay::Minimum:
        break;
    }
    return minimumShare;
}

struct Totals {
    double cards = 0;
    double shares = 0;
};

// A reduced day is closed once it has more than its share of the others' cards.
double easyWeight(EasyDay day, int count, const Totals &totals)
{
    if (day != EasyDay::Reduced)
        return share(day);
    const double othersShares = totals.shares - reducedShare;
    const bool alone = othersShares <= 0;
    const bool full = !alone && count / reducedShare > (totals.cards - count) / othersShares;
    return full ? minimumShare : 1;
}

double siblingWeight(int day, const QList<int> &siblingDays)
{
    double weight = 1;
    for (const int sibling : siblingDays) {
        const int distance = std::abs(day - sibling);
        if (distance <= siblingReachDays)
            weight *= distance == 0 ? siblingSameDay : double(distance) / siblingReachDays;
    }
    return weight;
}

} // namespace

QList<double> dayWeights(const DayLoads &loads)
{
    Q_ASSERT(loads.counts.size() == loads.easyDays.size());
    Totals totals{.cards = std::accumulate(loads.counts.cbegin(), loads.counts.cend(), 0.0), .shares = 0};
    for (const EasyDay day : loads.easyDays)
        totals.shares += share(day);
    QList<double> weights;
    for (qsizetype i = 0; i < loads.counts.size(); ++i) {
        const int count = loads.counts.at(i);
        const int day = loads.firstDay + int(i);
        const double load = std::pow(1.0 / count, 2.15) * std::pow(1.0 / day, 3);
        weights.append(count == 0 ? 1.0
                                  : load * siblingWeight(day, loads.siblingDays) *
                                        easyWeight(loads.easyDays.at(i), count, totals));
    }
    return weights;
}

double shareOf(int studyDay, const WeekShares &week, const QList<int> &daysOff)
{
    constexpr int mondayBefore = 3; // day 0, 1 January 1970, was a Thursday
    if (daysOff.contains(studyDay))
        return 0;
    const int weekday = ((studyDay + mondayBefore) % 7 + 7) % 7;
    return week[size_t(weekday)];
}

double expectedAnswers(double recall, qsizetype relearningSteps)
{
    return 1 + (1 - recall) * double(std::max<qsizetype>(1, relearningSteps));
}

int quietestDay(int firstDay, const QList<DayBurden> &days, double wishedDays, double factor)
{
    constexpr double pull = 0.2; // how much worse the far end of the range counts
    const double reach = std::max<double>(1, double(days.size()) / 2);
    const auto isOpen = [](const DayBurden &day) {
        return day.share > 0;
    };
    const bool anyOpen = std::any_of(days.begin(), days.end(), isOpen);
    // Begins somewhere among them, so that equal days are taken in turn.
    const auto start = qsizetype(factor * double(days.size()));
    qsizetype best = -1;
    double bestCost = 0;
    for (qsizetype i = 0; i < days.size(); ++i) {
        const qsizetype index = (start + i) % days.size();
        const DayBurden &day = days.at(index);
        if (anyOpen && !isOpen(day))
            continue;
        const double distance = std::abs(firstDay + double(index) - wishedDays) / reach;
        const double cost = (day.answers + 1) / (anyOpen ? day.share : 1) * (1 + pull * distance);
        if (best < 0 || cost < bestCost) {
            best = index;
            bestCost = cost;
        }
    }
    return firstDay + int(std::max<qsizetype>(best, 0));
}

} // namespace flaskcards
