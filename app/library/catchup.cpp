// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/catchup.h"

#include "core/scheduling/balancer.h"
#include "library/today.h"

#include <algorithm>
#include <limits>
#include <numeric>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr double comfortable = 1.5; // times the minutes a day
constexpr int waitDays = 7;
constexpr int weekDays = 7;
constexpr int gentleDays = 21;
constexpr int mostDays = 120;

struct Overdue {
    QuestionId question;
    int dueDay = 0;
    double costMs = 0;
    double value = 0; // recall gained a minute
};

// What days hold without the plan.
struct Days {
    QList<double> loadMs;
    QList<double> shares; // of an ordinary day

    int count() const { return int(loadMs.size()); }
};

double costOf(double recall, const Library &library, const Pace &pace)
{
    const auto steps = library.preferences().scheduling.relearningStepsMinutes.size();
    return double(pace.otherMs) * expectedAnswers(recall, steps);
}

bool isOverdue(const Card &card, int today)
{
    return card.schedule.phase == Phase::Review && card.schedule.dueDay < today && !card.suspended;
}

Overdue valued(const Card &card, const Library &library, const Pace &pace)
{
    const qint64 nowMs = library.clock().nowMs();
    const double recall = library.scheduler().recallAt(card.schedule, nowMs);
    const double waited = library.scheduler().recallAt(card.schedule, nowMs + waitDays * dayMs);
    const double costMs = costOf(recall, library, pace);
    const double gain = (1 - recall) + (recall - waited);
    return {card.question, card.schedule.dueDay, costMs, gain / costMs * 60'000};
}

bool comesFirst(const Overdue &a, const Overdue &b)
{
    if (a.value != b.value)
        return a.value > b.value;
    return std::pair(a.dueDay, a.question.value) < std::pair(b.dueDay, b.question.value);
}

Result<QList<Overdue>> overdueByValue(const Library &library, const Pace &pace)
{
    const auto due = library.store().cards.due(library.today());
    if (!due)
        return due.error();
    QList<Overdue> overdue;
    for (const Card &card : *due) {
        if (isOverdue(card, library.today()))
            overdue.append(valued(card, library, pace));
    }
    std::sort(overdue.begin(), overdue.end(), comesFirst);
    return overdue;
}

double costOf(const QList<Overdue> &overdue)
{
    return std::accumulate(overdue.begin(), overdue.end(), 0.0,
                           [](double sum, const Overdue &card) { return sum + card.costMs; });
}

// The reviews that are due anyway, and what was done today already.
Result<Days> comingDays(const Library &library, const Pace &pace, int count)
{
    const int today = library.today();
    const Preferences &preferences = library.preferences();
    Days days;
    for (int day = today; day < today + count; ++day) {
        days.loadMs.append(0);
        days.shares.append(shareOf(day, preferences.week, preferences.daysOff));
    }
    if (std::all_of(days.shares.begin(), days.shares.end(), [](double share) { return share <= 0; }))
        days.shares.fill(1);
    const auto due = library.store().cards.dueBetween(today, today + count - 1);
    if (!due)
        return due.error();
    for (const DueReview &review : *due) {
        const double recall = library.scheduler().model().recall(review.intervalDays, review.memory);
        days.loadMs[review.day - today] += costOf(recall, library, pace);
    }
    const auto done = library.store().reviews.perDay(today, today);
    if (!done)
        return done.error();
    for (const DayTotals &totals : *done)
        days.loadMs.first() += double(totals.durationMs);
    return days;
}

double roomBelow(double levelMs, const Days &days, int day)
{
    return std::max(0.0, levelMs * days.shares.at(day) - days.loadMs.at(day));
}

// How far `count` days, each for its share, must be filled for so much work; endless if all are days off.
double levelFor(double workMs, const Days &days, int count)
{
    if (std::all_of(days.shares.begin(), days.shares.begin() + count,
                    [](double share) { return share <= 0; }))
        return std::numeric_limits<double>::max();
    double low = 0;
    double high = workMs;
    const auto room = [&](double level) {
        double sum = 0;
        for (int day = 0; day < count; ++day)
            sum += roomBelow(level, days, day);
        return sum;
    };
    while (room(high) < workMs)
        high *= 2;
    for (int i = 0; i < 50; ++i) {
        const double middle = (low + high) / 2;
        (room(middle) < workMs ? low : high) = middle;
    }
    return high;
}

// In their order, each card on the day in whose room its middle falls.
CatchUpPlan spread(CatchUpSpeed speed, const QList<Overdue> &overdue, const Days &days, int count, int today)
{
    CatchUpPlan plan{.speed = speed, .days = {}};
    const double level = levelFor(costOf(overdue), days, count);
    double roomMs = roomBelow(level, days, 0);
    double workMs = 0;
    plan.days.append(CatchUpDay{.day = today, .questions = {}, .estimateMs = qint64(days.loadMs.first())});
    const auto openNextDay = [&] {
        const int next = int(plan.days.size());
        plan.days.append(
            CatchUpDay{.day = today + next, .questions = {}, .estimateMs = qint64(days.loadMs.at(next))});
        roomMs += roomBelow(level, days, next);
    };
    for (const Overdue &card : overdue) {
        while (workMs + card.costMs / 2 > roomMs && plan.days.size() < count)
            openNextDay();
        workMs += card.costMs;
        plan.days.last().questions.append(card.question);
        plan.days.last().estimateMs += qint64(card.costMs);
    }
    return plan;
}

CatchUpPlan gentlePlan(const QList<Overdue> &overdue, const Days &days, double mostMs, int today)
{
    int count = gentleDays;
    while (count < days.count() && levelFor(costOf(overdue), days, count) > mostMs)
        ++count;
    return spread(CatchUpSpeed::Gently, overdue, days, count, today);
}

// Gives an overdue card its day; one that is not overdue (any more) keeps its own.
Result<void> giveDay(Store &store, QuestionId question, int day, int today, qint64 nowMs)
{
    const auto card = store.cards.get(question);
    if (!card)
        return card.error();
    if (!isOverdue(*card, today))
        return {};
    Schedule schedule = card->schedule;
    schedule.dueDay = day;
    if (auto done = store.reviews.append(Move{.question = question,
                                              .atMs = nowMs,
                                              .preset = {},
                                              .intervalDays = schedule.intervalDays,
                                              .dueDay = day});
        !done)
        return done;
    return store.cards.saveSchedule(question, schedule);
}

} // namespace

int CatchUpPlan::lastDay() const
{
    const auto last = std::find_if(days.crbegin(), days.crend(),
                                   [](const CatchUpDay &day) { return !day.questions.isEmpty(); });
    return last == days.crend() ? 0 : last->day;
}

qint64 CatchUpPlan::busiestDayMs() const
{
    qint64 most = 0;
    for (const CatchUpDay &day : days)
        most = std::max(most, day.estimateMs);
    return most;
}

Result<std::optional<CatchUp>> catchUp(const Library &library)
{
    const auto likely = pace(library);
    if (!likely)
        return likely.error();
    const auto overdue = overdueByValue(library, *likely);
    if (!overdue)
        return overdue.error();
    const double workMs = costOf(*overdue);
    const double mostMs = comfortable * library.preferences().minutesPerDay * 60'000;
    if (workMs <= mostMs)
        return std::optional<CatchUp>();
    const auto days = comingDays(library, *likely, mostDays);
    if (!days)
        return days.error();
    const int today = library.today();
    return std::optional(CatchUp{.overdue = int(overdue->size()),
                                 .estimateMs = qint64(workMs),
                                 .plans = {spread(CatchUpSpeed::AtOnce, *overdue, *days, 1, today),
                                           spread(CatchUpSpeed::Week, *overdue, *days, weekDays, today),
                                           gentlePlan(*overdue, *days, mostMs, today)}});
}

Operation catchUpOperation(const Library &library, const CatchUpPlan &plan)
{
    return {u"catch-up"_s,
            [plan, today = library.today(), nowMs = library.clock().nowMs()](Store &store) -> Result<void> {
                if (plan.speed == CatchUpSpeed::AtOnce)
                    return {};
                for (const CatchUpDay &day : plan.days) {
                    for (const QuestionId question : day.questions) {
                        if (auto done = giveDay(store, question, day.day, today, nowMs); !done)
                            return done;
                    }
                }
                return {};
            }};
}

} // namespace flaskcards
