// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/intervals.h"
#include "core/scheduling/workload.h"

#include <QTest>

using namespace flaskcards;

namespace {

const Fsrs6 model;

// Stabilities of 1 to 200 days, most of them short; all difficulties; anywhere within their interval.
std::vector<SimulatedCard> someCards(int count)
{
    std::vector<SimulatedCard> cards;
    for (int i = 0; i < count; ++i) {
        const double stability = std::exp(std::log(200.0) * i / count);
        const int interval = std::max(1, int(std::round(stability)));
        const int elapsed = i * 7 % interval;
        cards.push_back({{stability, 1.0 + i % 10}, elapsed, interval - elapsed});
    }
    return cards;
}

// Certain to be recalled, and due now.
std::vector<SimulatedCard> wellKnown(int count)
{
    return std::vector<SimulatedCard>(size_t(count), SimulatedCard{{Fsrs6::maxStability, 5}, 1, 0});
}

SimulationPlan seenCards(std::vector<SimulatedCard> cards, int days = 365)
{
    return {.cards = std::move(cards), .days = days};
}

SimulationPlan unseenCards(int count, int days = 365)
{
    return {.newCards = count, .days = days, .newPerDay = count};
}

std::vector<SimulatedDay> simulated(const SimulationPlan &plan, const AnswerHabits &habits = {})
{
    return simulate(model, habits, plan);
}

// Every answer to a new card is this one, and every review that is passed is Good.
AnswerHabits answering(Rating first)
{
    AnswerHabits habits;
    habits.firstRatings = {};
    habits.firstRatings[ratingIndex(first)] = 1;
    habits.passedRatings = {0, 1, 0};
    return habits;
}

QList<int> reviewsOf(const std::vector<SimulatedDay> &days)
{
    QList<int> reviews;
    for (const SimulatedDay &day : days)
        reviews.append(day.reviews);
    return reviews;
}

template <typename Number>
Number total(Number SimulatedDay::*number, std::span<const SimulatedDay> days)
{
    Number sum = 0;
    for (const SimulatedDay &day : days)
        sum += day.*number;
    return sum;
}

bool isNear(double value, double expected, double share)
{
    if (std::abs(value - expected) <= share * std::abs(expected))
        return true;
    qWarning("%g is not within %g of %g", value, share, expected);
    return false;
}

// Of many runs without limits and without fuzz.
double meanSeconds(SimulationPlan plan, const AnswerHabits &habits, int runs)
{
    plan.fuzz = false;
    double sum = 0;
    for (int run = 0; run < runs; ++run) {
        plan.seed = quint64(run) * 7919 + 1;
        sum += 60 * total(&SimulatedDay::minutes, simulated(plan, habits));
    }
    return sum / runs;
}

} // namespace

class SimulatorTest : public QObject
{
    Q_OBJECT

private slots:
    void theSameSeedGivesTheSameDays()
    {
        SimulationPlan plan{.cards = someCards(200), .newCards = 100, .days = 100};
        const auto once = simulated(plan);
        QCOMPARE(once.size(), size_t(100));
        QVERIFY(once == simulated(plan));
        ++plan.seed;
        QVERIFY(once != simulated(plan));
    }

    void dailyLimitsHold()
    {
        SimulationPlan plan{.cards = someCards(500), .newCards = 95, .days = 60, .newPerDay = 10};
        plan.reviewsPerDay = 20;
        int introduced = 0;
        bool reached = false;
        for (const SimulatedDay &day : simulated(plan)) {
            QVERIFY(day.reviews <= 20);
            QVERIFY(day.introduced <= 10);
            introduced += day.introduced;
            reached |= day.reviews == 20;
        }
        QVERIFY(reached);
        QCOMPARE(introduced, 95); // and not one more than there are
    }

    // The last card begun in time may be a lapse: six answers at most.
    void minutesPerDayHold()
    {
        SimulationPlan plan{.cards = someCards(500), .newCards = 500, .days = 60, .newPerDay = 100};
        plan.minutesPerDay = 5;
        for (const SimulatedDay &day : simulated(plan))
            QVERIFY(day.minutes >= 5 && day.minutes < 5 + 6 * 20 / 60.0);
        plan.minutesPerDay = 0;
        QCOMPARE(total(&SimulatedDay::minutes, simulated(plan)), 0.0);
    }

    void newCardsGetTheTimeThatReviewsLeave()
    {
        SimulationPlan plan = seenCards(wellKnown(100), 3);
        plan.newCards = 10;
        plan.minutesPerDay = 15;
        const auto days = simulated(plan, answering(Rating::Easy));
        QCOMPARE(days[0].reviews, 73); // of 12.38 seconds: the 73rd is begun just before 15 minutes
        QCOMPARE(days[0].introduced, 0);
        QCOMPARE(days[1].reviews, 27);
        QCOMPARE(days[1].introduced, 10);
    }

    void whatALimitLeavesWaitsForTheNextDay()
    {
        SimulationPlan plan = seenCards(wellKnown(25), 5);
        plan.reviewsPerDay = 10;
        QCOMPARE(reviewsOf(simulated(plan)), (QList{10, 10, 5, 0, 0}));
    }

    void theMostForgottenAreReviewedFirst()
    {
        SimulationPlan plan = seenCards(wellKnown(50), 1);
        for (int i = 0; i < 50; ++i)
            plan.cards.push_back({{1, 5}, 10'000, 0}); // recalled by one in four
        plan.cards.insert(plan.cards.end(), 50, {{Fsrs6::maxStability, 5}, 1, 0});
        plan.reviewsPerDay = 50;
        QVERIFY(simulated(plan)[0].passed < 30);
    }

    void cardsComeOnTheirDay()
    {
        SimulationPlan plan = seenCards(wellKnown(4), 6);
        for (int i = 0; i < 4; ++i)
            plan.cards[size_t(i)].dueInDays = i - 1; // one of them overdue
        QCOMPARE(reviewsOf(simulated(plan)), (QList{2, 1, 1, 0, 0, 0}));
    }

    void reviewsFollowTheIntervalsOfTheModel()
    {
        QList<int> expected(200, 0);
        MemoryState memory = model.initial(Rating::Easy);
        int elapsed = 8; // stability 8.2956
        for (int day = elapsed; day < 200; day += elapsed) {
            expected[day] = 1;
            memory = model.next(memory, elapsed, Rating::Good);
            elapsed = int(std::round(memory.stability));
        }
        SimulationPlan plan = unseenCards(1, 200);
        plan.fuzz = false;
        std::vector<SimulatedDay> days;
        do { // until all are passed
            ++plan.seed;
            days = simulated(plan, answering(Rating::Easy));
        } while (total(&SimulatedDay::passed, days) < total(&SimulatedDay::reviews, days));
        QCOMPARE(reviewsOf(days), expected);
    }

    void intervalsKeepToTheMaximum()
    {
        SimulationPlan plan = seenCards(wellKnown(1), 12);
        plan.maximumIntervalDays = 5;
        plan.fuzz = false;
        QCOMPARE(reviewsOf(simulated(plan)), (QList{1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0}));
    }

    void fuzzSpreadsWhatWasAnsweredTogether()
    {
        SimulationPlan plan = unseenCards(100, 20);
        const AnswerHabits habits = answering(Rating::Easy);
        plan.fuzz = false;
        QCOMPARE(simulated(plan, habits)[8].reviews, 100);
        plan.fuzz = true;
        const auto days = simulated(plan, habits);
        for (int day = 1; day < 6; ++day)
            QCOMPARE(days[size_t(day)].reviews, 0);
        for (int day = 6; day <= 8; ++day)
            QVERIFY(days[size_t(day)].reviews > 5 && days[size_t(day)].reviews < 60);
    }

    void newCardsCostTheirLearningSteps_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<double>("passShare");
        QTest::addColumn<double>("seconds");
        QTest::newRow("Again, then both steps") << 1 << 1.0 << 19.58 + 2 * 13.78;
        QTest::newRow("Hard, then both steps") << 2 << 1.0 << 18.79 + 2 * 13.78;
        QTest::newRow("Good is the first step") << 3 << 1.0 << 13.78 + 13.78;
        QTest::newRow("Easy needs none") << 4 << 1.0 << 10.71;
        QTest::newRow("never passed: five more") << 3 << 0.0 << 13.78 + 5 * 19.58;
    }
    void newCardsCostTheirLearningSteps()
    {
        QFETCH(int, first);
        QFETCH(double, passShare);
        QFETCH(double, seconds);
        AnswerHabits habits = answering(Rating(first));
        habits.learning.passShare = passShare;
        const auto days = simulated(unseenCards(1, 1), habits);
        QCOMPARE(days[0].introduced, 1);
        QCOMPARE(days[0].reviews, 0);
        QCOMPARE(days[0].minutes * 60, seconds);
        QCOMPARE(days[0].recalled, 1.0);
        QCOMPARE(Workload(model, habits, 0.9, 1).secondsForNew(0), seconds);
    }

    void lapsesCostTheirRelearning()
    {
        AnswerHabits habits = answering(Rating::Good);
        habits.relearning.passShare = 1;
        int lapses = 0;
        for (const SimulatedDay &day : simulated(seenCards(someCards(300), 100), habits)) {
            const int lapsed = day.reviews - day.passed;
            QVERIFY(std::abs(day.minutes * 60 - day.passed * 12.38 - lapsed * (19.38 + 12.32)) < 1e-6);
            lapses += lapsed;
        }
        QVERIFY(lapses > 50);
    }

    void withoutReviewsRecallFalls()
    {
        SimulationPlan plan = seenCards(someCards(100));
        plan.newCards = 100;
        plan.review = false;
        const auto days = simulated(plan);
        double expected = 0;
        for (const SimulatedCard &card : plan.cards)
            expected += model.recall(card.elapsedDays, card.memory);
        QVERIFY(isNear(days[0].recalled, expected, 1e-9));
        for (size_t day = 1; day < days.size(); ++day) {
            QVERIFY(days[day].recalled < days[day - 1].recalled);
            QCOMPARE(days[day].reviews + days[day].introduced, 0);
            QCOMPARE(days[day].minutes, 0.0);
        }
    }

    void moreRetentionTakesMoreTimeAndGivesMore()
    {
        SimulationPlan plan = seenCards(someCards(300), 180);
        const std::vector<double> retentions{0.7, 0.8, 0.9, 0.95};
        std::vector<WhatIf> sums(retentions.size());
        for (plan.seed = 1; plan.seed <= 10; ++plan.seed) {
            const auto results = whatIf(model, {}, plan, retentions);
            for (size_t i = 0; i < sums.size(); ++i) {
                sums[i].minutesPerDay += results[i].minutesPerDay;
                sums[i].recalledAtEnd += results[i].recalledAtEnd;
                sums[i].reviewsPerDay += results[i].reviewsPerDay;
            }
        }
        for (size_t i = 1; i < sums.size(); ++i) {
            QVERIFY(sums[i].minutesPerDay > sums[i - 1].minutesPerDay);
            QVERIFY(sums[i].recalledAtEnd > sums[i - 1].recalledAtEnd);
            QVERIFY(sums[i].reviewsPerDay > sums[i - 1].reviewsPerDay);
        }
    }

    void whatIfIsTheMeanOfTheDays()
    {
        SimulationPlan plan{.cards = someCards(100), .newCards = 50, .days = 90};
        const auto results = whatIf(model, {}, plan, {0.8, 0.92});
        QCOMPARE(results.size(), size_t(2));
        plan.desiredRetention = 0.92;
        const auto days = simulated(plan);
        QCOMPARE(results[1].retention, 0.92);
        QCOMPARE(results[1].recalledAtEnd, days.back().recalled);
        QVERIFY(isNear(results[1].minutesPerDay, total(&SimulatedDay::minutes, days) / 90, 1e-9));
        QVERIFY(isNear(results[1].reviewsPerDay, total(&SimulatedDay::reviews, days) / 90.0, 1e-9));
    }

    // After the year in which the cards come at the intervals that they bring along. Whole days and the short
    // intervals after a lapse keep it from being exact.
    void theDesiredShareIsPassed_data()
    {
        QTest::addColumn<double>("retention");
        for (const double retention : {0.75, 0.8, 0.85, 0.9, 0.95})
            QTest::addRow("%g", retention) << retention;
    }
    void theDesiredShareIsPassed()
    {
        QFETCH(double, retention);
        SimulationPlan plan = seenCards(someCards(1000), 1000);
        plan.desiredRetention = retention;
        const auto all = simulated(plan);
        const std::span days = std::span(all).subspan(365);
        const double share = double(total(&SimulatedDay::passed, days)) / total(&SimulatedDay::reviews, days);
        QVERIFY2(std::abs(share - retention) < 0.02, qPrintable(QString::number(share)));
    }

    void aSimulationCanBeStopped()
    {
        int asked = 0;
        const auto goOn = [&] {
            return ++asked <= 30;
        };
        const SimulationPlan plan = seenCards(someCards(10), 100);
        const auto days = simulate(model, {}, plan, goOn);
        QCOMPARE(days.size(), size_t(30));
        const auto all = simulated(plan);
        QVERIFY(std::equal(days.begin(), days.end(), all.begin()));

        asked = 0;
        const auto onceStopped = [&] {
            return ++asked != 150;
        }; // within the second retention
        QCOMPARE(whatIf(model, {}, plan, {0.8, 0.9, 0.95}, onceStopped).size(), size_t(1));
    }

    void nothingToDoIsNothing()
    {
        QVERIFY(simulated(seenCards(someCards(3), 0)).empty());
        QVERIFY(simulated({.days = 2}) == std::vector<SimulatedDay>(2));
        QCOMPARE(whatIf(model, {}, {.days = 0}, {0.9}).at(0), WhatIf{.retention = 0.9});
    }

    void withoutSamplesHabitsAreTheDefaults() { QCOMPARE(habits({}), AnswerHabits()); }

    // n/(50 + n) of the person, the rest of the defaults.
    void ownStatisticsGrowWithTheirNumber()
    {
        std::vector<HabitSample> samples(30, {Phase::New, Rating::Good, 4000});
        samples.insert(samples.end(), 20, {Phase::New, Rating::Again, 8000});
        samples.insert(samples.end(), 150, {Phase::Review, Rating::Hard, 10'000});
        samples.insert(samples.end(), 50, {Phase::Review, Rating::Again, 30'000});
        samples.insert(samples.end(), 10, {Phase::Learning, Rating::Good, 2000});
        samples.insert(samples.end(), 25, {Phase::Relearning, Rating::Again, 5000});
        const AnswerHabits own = habits(samples);

        // 50 first answers: half own.
        QCOMPARE(own.firstRatings[0], (0.24 + 0.4) / 2);
        QCOMPARE(own.firstRatings[1], 0.094 / 2);
        QCOMPARE(own.firstRatings[2], (0.495 + 0.6) / 2);
        QCOMPARE(own.firstRatings[3], 0.171 / 2);
        // 150 passed reviews: three quarters own; lapses do not count.
        QCOMPARE(own.passedRatings[0], 0.25 * 0.224 + 0.75);
        QCOMPARE(own.passedRatings[1], 0.25 * 0.631);
        QCOMPARE(own.passedRatings[2], 0.25 * 0.145);
        // First answers and later ones in learning are one kind for the times.
        QCOMPARE(own.meanSeconds[0][2], 13.78 + (3.5 - 13.78) * 40 / 90);
        QCOMPARE(own.meanSeconds[0][0], 19.58 + (8 - 19.58) * 20 / 70);
        QCOMPARE(own.meanSeconds[1][1], 17.59 + (10 - 17.59) * 150 / 200);
        QCOMPARE(own.meanSeconds[1][0], 19.38 + (30 - 19.38) * 50 / 100);
        QCOMPARE(own.meanSeconds[2][0], 16.44 + (5 - 16.44) * 25 / 75);
        QCOMPARE(own.meanSeconds[1][2], 12.38);
        QCOMPARE(own.learning, (SameDayHabits{2, 0.85 + 0.15 * 10 / 60}));
        QCOMPARE(own.relearning, (SameDayHabits{1, 0.78 * 50 / 75}));
    }

    void timesOf20MinutesCountForNothing()
    {
        const std::vector<HabitSample> samples{{Phase::Review, Rating::Good, 20 * 60 * 1000 - 1},
                                               {Phase::Review, Rating::Easy, 20 * 60 * 1000},
                                               {Phase::Review, Rating::Hard, 0}};
        const AnswerHabits own = habits(samples);
        QCOMPARE(own.meanSeconds[1][2], 12.38 + (1199.999 - 12.38) / 51);
        QCOMPARE(own.meanSeconds[1][3], 8.94);
        QCOMPARE(own.meanSeconds[1][1], 17.59);
        // Their ratings do.
        QVERIFY(isNear(own.passedRatings[2], 0.145 + (1 / 3.0 - 0.145) * 3 / 53, 1e-12));
    }

    void expectedSecondsAreTheMeanOfSimulations_data()
    {
        QTest::addColumn<double>("retention");
        QTest::addColumn<int>("days");
        for (const double retention : {0.75, 0.9, 0.97}) {
            for (const int days : {30, 365})
                QTest::addRow("%g, %d days", retention, days) << retention << days;
        }
    }
    void expectedSecondsAreTheMeanOfSimulations()
    {
        QFETCH(double, retention);
        QFETCH(int, days);
        AnswerHabits habits;
        habits.relearning.steps = 2;
        const Workload workload(model, habits, retention, days);
        SimulationPlan seen = seenCards(someCards(500), days);
        seen.desiredRetention = retention;
        double expected = 0;
        for (const SimulatedCard &card : seen.cards)
            expected += workload.seconds(card);
        QVERIFY(isNear(expected, meanSeconds(seen, habits, 40), 0.03));

        SimulationPlan fresh = unseenCards(20'000, days);
        fresh.desiredRetention = retention;
        QVERIFY(isNear(workload.secondsForNew(0), meanSeconds(fresh, habits, 1) / 20'000, 0.03));
    }

    // Where the steps of the grid are no longer those of the logarithm.
    void longIntervalsAreExpectedAsSimulated()
    {
        std::vector<SimulatedCard> cards(400);
        for (size_t i = 0; i < cards.size(); ++i)
            cards[i] = {{80 + double(i), 9}, 80 + int(i), 0};
        const SimulationPlan plan = seenCards(std::move(cards), 1000);
        const Workload workload(model, {}, plan.desiredRetention, plan.days);
        double expected = 0;
        for (const SimulatedCard &card : plan.cards)
            expected += workload.seconds(card);
        QVERIFY(isNear(expected, meanSeconds(plan, {}, 20), 0.02));
    }

    void theLastDayCostsOneAnswer()
    {
        const Workload workload(model, {}, 0.9, 50);
        const MemoryState memory{10, 5}; // asked after 10 days, at a recall of 0.9
        const double passed = 0.224 * 17.59 + 0.631 * 12.38 + 0.145 * 8.94;
        double lapsed = 19.38;
        double reached = 1; // of the five same-day answers
        for (int i = 0; i < 5; ++i, reached *= 0.22)
            lapsed += reached * (0.78 * 12.32 + 0.22 * 16.44);
        QVERIFY(isNear(workload.seconds(memory, 49), 0.9 * passed + 0.1 * lapsed, 1e-9));
        QCOMPARE(workload.seconds(memory, 50), 0.0);
        QCOMPARE(workload.secondsForNew(50), 0.0);
        QCOMPARE(workload.seconds(SimulatedCard{memory, 0, 50}), 0.0);
    }

    void onlyTheDaysLeftCount()
    {
        const Workload workload(model, {}, 0.9, 100);
        const Workload shorter(model, {}, 0.9, 40);
        QVERIFY(isNear(workload.seconds({3, 6}, 60), shorter.seconds({3, 6}, 0), 0.002));
        QVERIFY(isNear(workload.secondsForNew(60), shorter.secondsForNew(0), 0.002));
    }

    void aCardIsAskedWhenItIsDue()
    {
        const Workload workload(model, {}, 0.9, 100);
        const MemoryState memory{7, 6};
        QCOMPARE(workload.seconds(SimulatedCard{memory, 4, 3}), workload.seconds(memory, 3));
        // Overdue: more forgotten, and asked today.
        QVERIFY(workload.seconds(SimulatedCard{memory, 40, -33}) > workload.seconds(memory, 0));
    }

    void laterAndBetterKnownCardsCostLess()
    {
        const Workload workload(model, {}, 0.9, 365);
        for (int day = 30; day < 365; day += 30)
            QVERIFY(workload.secondsForNew(day) < workload.secondsForNew(day - 30));
        QVERIFY(workload.seconds({30, 5}, 0) < workload.seconds({3, 5}, 0));
        QVERIFY(workload.seconds({3, 3}, 0) < workload.seconds({3, 8}, 0));
        QVERIFY(Workload(model, {}, 0.95, 365).secondsForNew(0) > workload.secondsForNew(0));
    }

    void theEdgesOfTheGridAreReached()
    {
        for (const double retention : {0.3, 0.7, 0.99}) {
            for (const int days : {0, 1, 2, 5}) {
                const Workload workload(model, {}, retention, days);
                for (const double stability : {Fsrs6::minStability, 1.0, Fsrs6::maxStability}) {
                    for (const double difficulty : {1.0, 5.5, 10.0}) {
                        const double seconds = workload.seconds({stability, difficulty}, 0);
                        QVERIFY(days == 0 ? seconds == 0 : seconds > 8 && seconds < 60.0 * days);
                    }
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(SimulatorTest)
#include "tst_simulator.moc"
