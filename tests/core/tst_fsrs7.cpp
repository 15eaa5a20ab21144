// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/fsrs7.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace flaskcards;
using namespace Qt::StringLiterals;

namespace {

constexpr std::array ratings = {Rating::Again, Rating::Hard, Rating::Good, Rating::Easy};
constexpr double huge = std::numeric_limits<double>::max();
constexpr double infinite = std::numeric_limits<double>::infinity();

// Bounds of the parameters.
constexpr std::array<std::pair<double, double>, 34> ranges = {{
    {0.0001, 50}, {0.0001, 100}, {0.0001, 100}, {0.0001, 100}, // first stability
    {1, 10},      {0.001, 4},    {0.1, 4},                     // difficulty
    {0, 4},       {0, 1.2},      {0.3, 3},                     // slow trace: growth
    {0.01, 1.5},  {0.1, 1},      {0, 3.5},                     // lapse
    {0, 1},       {1, 7},                                      // Hard, Easy
    {0, 4},       {0, 2},        {0.5, 6},                     // fast trace: growth
    {0.001, 1.5}, {0.001, 1},    {0, 5},                       // lapse
    {0, 1},       {1, 7},                                      // Hard, Easy
    {0.01, 0.25}, {0.01, 0.95},  {0.2, 0.85},   {0.5, 0.99},   // curves
    {0.01, 1},    {0.1, 1},      {0, 0.9},      {0.1, 1.1},    // mixture
    {0, 1},       {0, 0.6},      {0, 0.6},
}};

// The formulas once more, slowly: every exponent and factor is worked out where it stands.
class Reference
{
public:
    using Number = long double;
    struct State {
        Number slow = 0;
        Number fast = 0;
        Number difficulty = 0;
    };

    explicit Reference(const Fsrs7Parameters &parameters) : w(parameters.begin(), parameters.end()) {}

    State first(int g) const
    {
        const Number slow = trace(w[g - 1]);
        return {slow, trace(0.8L * slow), hardness(firstDifficulty(g))};
    }

    State after(const State &was, Number t, int g) const
    {
        const Number r = recall(was, t);
        State now;
        now.slow = trace(moved(7, was.slow, r, was.difficulty, g));
        now.fast = moved(15, was.fast, fastRecall(was, t), was.difficulty, g);
        if (g == 1 && now.fast > 0.8L * now.slow)
            now.fast = 0.8L * now.slow;
        now.fast = trace(now.fast);
        const Number step = g == 1 ? 2 * w[6] * (r + 0.1L) : g == 2 ? w[6] : g == 3 ? 0 : -w[6];
        const Number d = was.difficulty + (10 - was.difficulty) * step / 9;
        now.difficulty = hardness(firstDifficulty(4) / 100 + d * 99 / 100);
        return now;
    }

    Number recall(const State &state, Number t) const
    {
        const Number ds = -within(w[24], 0.01L, 0.95L);
        const Number fs = (std::pow(w[26], 1 / ds) - 1) * std::exp((state.difficulty - 5) * (w[32] - 0.3L));
        const Number rs = std::pow(1 + fs * t / state.slow, ds);
        const Number a = w[27] / std::pow(state.fast, w[29]);
        const Number b =
            w[28] * std::pow(state.slow, w[30]) * std::exp((state.difficulty - 5) * (w[31] - 0.5L));
        return 1e-5L + (1 - 2e-5L) * (a * fastRecall(state, t) + b * rs) / (a + b);
    }

private:
    static Number within(Number x, Number low, Number high) { return x < low ? low : x > high ? high : x; }
    static Number trace(Number x) { return within(x, 0.0001L, 36500); }
    static Number hardness(Number x) { return within(x, 1, 10); }

    Number firstDifficulty(int g) const { return w[4] + 1 - std::pow(std::exp(w[5]), Number(g - 1)); }

    Number fastRecall(const State &state, Number t) const
    {
        const Number df = -within(w[23] * std::pow(state.fast, w[33] - 0.3L), 0.01L, 0.95L);
        const Number ff = std::exp(std::min(std::log(w[25]) / df, 60.0L)) - 1;
        return std::pow(1 + ff * t / state.fast, df);
    }

    Number moved(int k, Number x, Number q, Number d, int g) const
    {
        const Number lapse =
            std::min(x, w[k + 3] * (std::pow(x + 1, w[k + 4]) - 1) * std::exp((1 - q) * w[k + 5]));
        if (g == 1)
            return lapse;
        Number growth = std::exp(w[k]) / std::exp(1.5L) * (11 - d) / std::pow(x, w[k + 1]);
        growth *= std::exp((1 - q) * w[k + 2]) - 1;
        growth *= g == 2 ? w[k + 6] : g == 4 ? w[k + 7] : 1;
        return std::max(lapse, x + x * growth);
    }

    QList<Number> w;
};

bool isClose(double actual, long double wanted, long double tolerance)
{
    return std::abs(actual - wanted) <= tolerance * std::abs(wanted);
}

bool isClose(const MemoryState &actual, const Reference::State &wanted, long double tolerance)
{
    return isClose(actual.stability, wanted.slow, tolerance) &&
           isClose(actual.fastStability, wanted.fast, tolerance) &&
           isClose(actual.difficulty, wanted.difficulty, tolerance);
}

bool isWithin(double value, double least, double most)
{
    return value >= least && value <= most; // not for what is no number
}

bool isWithinBounds(const MemoryState &state)
{
    return isWithin(state.stability, 0.0001, 36500) && isWithin(state.fastStability, 0.0001, 36500) &&
           isWithin(state.difficulty, 1, 10);
}

Fsrs7Parameters with(size_t index, double value)
{
    Fsrs7Parameters w = Fsrs7::defaults;
    w[index] = value;
    return w;
}

QByteArray shown(const MemoryState &state)
{
    return u"S %1 Q %2 D %3"_s.arg(state.stability, 0, 'g', 17)
        .arg(state.fastStability, 0, 'g', 17)
        .arg(state.difficulty, 0, 'g', 17)
        .toUtf8();
}

// Random models, states and times; the same for every test from one seed.
class Dice
{
public:
    explicit Dice(quint32 seed) : m_random(seed) {}

    bool once(int in) { return m_random.bounded(in) == 0; }
    double between(double least, double most) { return least + (most - least) * m_random.generateDouble(); }
    // Evenly by magnitude.
    double magnitude(double least, double most) { return std::exp(between(std::log(least), std::log(most))); }

    Rating rating() { return ratings[size_t(m_random.bounded(4))]; }
    Rating success() { return ratings[size_t(m_random.bounded(1, 4))]; }
    double days() { return once(10) ? 0 : magnitude(1e-6, 36500); }

    MemoryState state() { return {magnitude(0.0001, 36500), between(1, 10), magnitude(0.0001, 36500)}; }

    // The defaults now and then.
    Fsrs7Parameters parameters()
    {
        Fsrs7Parameters w = Fsrs7::defaults;
        if (once(4))
            return w;
        for (size_t i = 0; i < w.size(); ++i)
            w[i] = between(ranges[i].first, ranges[i].second);
        return w;
    }

    // At the bounds and far beyond them.
    Fsrs7Parameters extremeParameters()
    {
        Fsrs7Parameters w;
        for (size_t i = 0; i < w.size(); ++i) {
            const auto [least, most] = ranges[i];
            const std::array choices = {least, most, least - 1, most + 1, -huge, huge};
            w[i] = choices[size_t(m_random.bounded(int(choices.size())))];
        }
        return w;
    }

    double extremeDays()
    {
        const std::array choices = {0.0, -1.0, -huge, 1e-300, 1e-9, 1.0, 36500.0, huge, infinite};
        return once(2) ? days() : choices[size_t(m_random.bounded(int(choices.size())))];
    }

private:
    QRandomGenerator m_random;
};

} // namespace

class Fsrs7Test : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        bool given = false;
        const auto wanted = quint32(qEnvironmentVariableIntValue("FLASKCARDS_TEST_SEED", &given));
        m_seed = given ? wanted : QRandomGenerator::global()->generate() >> 1;
        qInfo("seed %u", m_seed);
    }

    void firstAnswerSetsTheState_data()
    {
        QTest::addColumn<Rating>("rating");
        QTest::addColumn<double>("slow");
        QTest::addColumn<double>("fast");
        QTest::addColumn<double>("difficulty");
        QTest::addColumn<double>("interval");
        QTest::newRow("Again") << Rating::Again << 0.1104 << 0.08832 << 6.1686 << 0.000038276;
        QTest::newRow("Hard") << Rating::Hard << 2.2395 << 1.7916 << 5.261278312731786 << 0.59746;
        QTest::newRow("Good") << Rating::Good << 3.9221 << 3.13768 << 3.5307239812763354 << 4.77772;
        // The difficulty would be 0.23.
        QTest::newRow("Easy") << Rating::Easy << 11.7841 << 9.42728 << 1.0 << 53.8695;
    }
    void firstAnswerSetsTheState()
    {
        QFETCH(Rating, rating);
        QFETCH(double, slow);
        QFETCH(double, fast);
        QFETCH(double, difficulty);
        QFETCH(double, interval);
        const Fsrs7 model;
        const MemoryState state = model.initial(rating);
        QVERIFY2(isClose(state, {slow, fast, difficulty}, 1e-14L), shown(state).constData());
        QVERIFY(isClose(model.interval(state, 0.9), interval, 1e-5L));
        QCOMPARE(model.advance(std::nullopt, 9, rating), state);
        QCOMPARE(model.advance(state, 2.5, rating), model.next(state, 2.5, rating));
    }

    void firstFastStabilityStaysAboveItsLeast()
    {
        const MemoryState state = Fsrs7(with(0, 0.0001)).initial(Rating::Again);
        QCOMPARE(state.stability, 0.0001);
        QCOMPARE(state.fastStability, 0.0001);
    }

    void recallStartsNearlyCertainAndOnlyFalls()
    {
        Dice dice(m_seed);
        for (int round = 0; round < 2000; ++round) {
            const Fsrs7 model(dice.parameters());
            const MemoryState state = dice.state();
            double before = model.recall(0, state);
            QCOMPARE(before, 0.99999);
            QCOMPARE(model.recall(-3, state), before);
            for (double days = 1e-6; days < 1e6; days *= 3) {
                const double now = model.recall(days, state);
                QVERIFY2(now < before && now > 0.00001, shown(state).constData());
                before = now;
            }
        }
    }

    void endlessTimeLeavesTheLeastRecall()
    {
        const Fsrs7 model;
        QVERIFY(std::abs(model.recall(infinite, {5, 5, 5}) - 0.00001) < 1e-15);
        QCOMPARE(model.recall(qQNaN(), {5, 5, 5}), 0.99999);
    }

    void recallFallsToTheRetentionAfterTheInterval()
    {
        Dice dice(m_seed);
        int inside = 0;
        for (int round = 0; round < 20'000; ++round) {
            const Fsrs7 model(dice.parameters());
            const MemoryState state = dice.state();
            const double retention = dice.between(0.7, 0.99);
            const double days = model.interval(state, retention);
            const double recalled = model.recall(days, state);
            QVERIFY2(isWithin(days, Fsrs7::minInterval, 36500), shown(state).constData());
            if (days == Fsrs7::minInterval)
                QVERIFY2(recalled <= retention, shown(state).constData());
            else if (days == 36500)
                QVERIFY2(recalled >= retention, shown(state).constData());
            else
                QVERIFY2(++inside > 0 && std::abs(recalled - retention) < 1e-9, shown(state).constData());
        }
        QVERIFY(inside > 10'000);
    }

    // Parameters whose curve is nearly flat for decades: there a probability off by 0.001 is years off.
    void intervalIsExactWhereTheCurveIsFlat()
    {
        Dice dice(m_seed);
        for (int round = 0; round < 2000; ++round) {
            Fsrs7Parameters w = Fsrs7::defaults;
            w[23] = dice.between(0.01, 0.02);
            w[24] = dice.between(0.01, 0.02);
            const Fsrs7 model(w);
            const MemoryState state = dice.state();
            const double days = dice.magnitude(0.01, 30'000);
            QVERIFY2(isClose(model.interval(state, model.recall(days, state)), days, 1e-6L),
                     shown(state).constData());
        }
    }

    void higherRetentionNeverMeansMoreDays()
    {
        Dice dice(m_seed);
        for (int round = 0; round < 1000; ++round) {
            const Fsrs7 model(dice.parameters());
            const MemoryState state = dice.state();
            double before = 36500;
            for (double retention = 0.0002; retention < 0.9999; retention += 0.0123) {
                const double days = model.interval(state, retention);
                QVERIFY2(days <= before * (1 + 1e-9), shown(state).constData());
                before = days;
            }
        }
    }

    void retentionsAtTheEndsHaveAnAnswer()
    {
        const Fsrs7 model;
        const MemoryState state{10, 5, 8};
        QCOMPARE(model.interval(state, 0.9999), 0.0);
        QCOMPARE(model.interval(state, 1), 0.0);
        QCOMPARE(model.interval(state, 2), 0.0);
        QVERIFY(model.interval(state, 0.99989) >= Fsrs7::minInterval);
        QCOMPARE(model.interval(state, 0), 36500.0);
        QCOMPARE(model.interval(state, -1), 36500.0);
        QCOMPARE(model.interval({0.0001, 10, 0.0001}, 0.9), Fsrs7::minInterval);
        // Below the least retention that can be asked for, on a curve that falls that far.
        Fsrs7Parameters w = with(24, 0.95);
        w[23] = 0.25;
        w[25] = 0.2;
        w[26] = 0.5;
        w[33] = 0;
        const double least = Fsrs7(w).interval({0.0001, 5, 0.0001}, 0.0001);
        QVERIFY(least > 0.1 && least < 36500);
        QCOMPARE(Fsrs7(w).interval({0.0001, 5, 0.0001}, 0.00005), least);
    }

    void againNeverRaisesATrace()
    {
        Dice dice(m_seed);
        for (int round = 0; round < 20'000; ++round) {
            const MemoryState before = dice.state();
            const MemoryState after = Fsrs7(dice.parameters()).next(before, dice.days(), Rating::Again);
            QVERIFY2(after.stability <= before.stability, shown(before).constData());
            QVERIFY2(after.fastStability <= before.fastStability, shown(before).constData());
            // At the very least of S there is nothing below it for Q.
            QVERIFY2(after.fastStability <= std::max(0.8 * after.stability, 0.0001),
                     shown(before).constData());
        }
    }

    void successNeverLowersATrace()
    {
        Dice dice(m_seed);
        for (int round = 0; round < 20'000; ++round) {
            const MemoryState before = dice.state();
            const MemoryState after = Fsrs7(dice.parameters()).next(before, dice.days(), dice.success());
            QVERIFY2(after.stability >= before.stability, shown(before).constData());
            QVERIFY2(after.fastStability >= before.fastStability, shown(before).constData());
        }
    }

    void betterRatingsLeaveNoLessStability()
    {
        Dice dice(m_seed);
        for (int round = 0; round < 5000; ++round) {
            const Fsrs7 model(dice.parameters());
            const MemoryState before = dice.state();
            const double days = dice.days();
            MemoryState worse = model.next(before, days, Rating::Again);
            for (const Rating rating : {Rating::Hard, Rating::Good, Rating::Easy}) {
                const MemoryState better = model.next(before, days, rating);
                QVERIFY2(better.stability >= worse.stability, shown(before).constData());
                QVERIFY2(better.fastStability >= worse.fastStability, shown(before).constData());
                worse = better;
            }
        }
    }

    void worseRatingsLeaveNoLessDifficulty()
    {
        Dice dice(m_seed);
        for (int round = 0; round < 20'000; ++round) {
            const Fsrs7 model(dice.parameters());
            const MemoryState before = dice.state();
            const double days = dice.days();
            std::array<double, 4> first;
            std::array<double, 4> later;
            for (size_t i = 0; i < ratings.size(); ++i) {
                first[i] = model.initial(ratings[i]).difficulty;
                later[i] = model.next(before, days, ratings[i]).difficulty;
                QVERIFY2(isWithin(first[i], 1, 10) && isWithin(later[i], 1, 10), shown(before).constData());
            }
            QVERIFY2(std::is_sorted(first.rbegin(), first.rend()), shown(before).constData());
            QVERIFY2(std::is_sorted(later.rbegin(), later.rend() - 1), shown(before).constData());
            QVERIFY2(later[0] >= later[2], shown(before).constData());
            // Again weighs less than Hard once recall was unlikely.
            const double recalled = model.recall(days, before);
            if (std::abs(recalled - 0.4) > 1e-9)
                QVERIFY2(recalled > 0.4 ? later[0] >= later[1] : later[0] <= later[1],
                         shown(before).constData());
        }
    }

    void negativeDaysCountAsNone()
    {
        const Fsrs7 model;
        for (const Rating rating : ratings)
            QCOMPARE(model.next({5, 5, 2}, -3, rating), model.next({5, 5, 2}, 0, rating));
    }

    void partsOfADayCount()
    {
        const Fsrs7 model;
        const double early = model.next({5, 5, 2}, 0.25, Rating::Good).stability;
        const double late = model.next({5, 5, 2}, 0.75, Rating::Good).stability;
        QVERIFY(early < late);
        QVERIFY(model.recall(0.25, {5, 5, 2}) > model.recall(0.75, {5, 5, 2}));
    }

    void statesBeyondTheirBoundsCountAsAtThem()
    {
        const Fsrs7 model;
        const MemoryState low{0.0001, 1, 0.0001};
        const MemoryState high{36500, 10, 36500};
        for (const Rating rating : ratings) {
            QCOMPARE(model.next({}, 1, rating), model.next(low, 1, rating));
            QCOMPARE(model.next({-1, -1, -1}, 1, rating), model.next(low, 1, rating));
            QCOMPARE(model.next({1e9, 50, 1e9}, 1, rating), model.next(high, 1, rating));
        }
        QCOMPARE(model.recall(3, {1e9, 50, 1e9}), model.recall(3, high));
        QCOMPARE(model.interval({1e9, 50, 1e9}, 0.99), model.interval(high, 0.99));
    }

    void longSequencesStayWithinBounds()
    {
        Dice dice(m_seed);
        for (int round = 0; round < 40; ++round) {
            const Fsrs7 model(dice.extremeParameters());
            std::optional<MemoryState> state;
            for (int answer = 0; answer < 10'000; ++answer) {
                state = model.advance(state, dice.extremeDays(), dice.rating());
                QVERIFY2(isWithinBounds(*state), shown(*state).constData());
                QVERIFY2(isWithin(model.recall(dice.extremeDays(), *state), 0.00001, 0.99999),
                         shown(*state).constData());
                if (answer % 20 == 0)
                    QVERIFY2(isWithin(model.interval(*state, dice.between(0.0001, 0.99989)),
                                      Fsrs7::minInterval, 36500),
                             shown(*state).constData());
            }
        }
    }

    void slowRecomputationAgrees()
    {
        Dice dice(m_seed);
        for (int round = 0; round < 2000; ++round) {
            const Fsrs7 model(dice.parameters());
            const Reference reference(model.parameters());
            const Rating rating = dice.rating();
            MemoryState state = model.initial(rating);
            Reference::State wanted = reference.first(int(rating));
            QVERIFY2(isClose(state, wanted, 1e-9L), shown(state).constData());
            for (int answer = 0; answer < 30; ++answer) {
                const double days = dice.days();
                const Rating grade = dice.rating();
                QVERIFY2(isClose(model.recall(days, state), reference.recall(wanted, days), 1e-9L),
                         shown(state).constData());
                state = model.next(state, days, grade);
                wanted = reference.after(wanted, days, int(grade));
                QVERIFY2(isClose(state, wanted, 1e-9L), shown(state).constData());
            }
        }
    }

    void parametersAreClipped()
    {
        for (size_t i = 0; i < ranges.size(); ++i) {
            const auto [least, most] = ranges[i];
            Fsrs7Parameters others = Fsrs7::defaults;
            // Out of the way of the order.
            others[0] = others[1] = others[2] = 0.0001;
            others[3] = 100;
            others[25] = 0.2;
            others[26] = 0.99;
            if (i < 3)
                std::fill(others.begin() + i + 1, others.begin() + 4, 100);
            if (i == 3)
                others[3] = 0.0001;
            for (const auto &[given, wanted] : {std::pair{-huge, least},
                                                {huge, most},
                                                {least, least},
                                                {most, most},
                                                {(least + most) / 2, (least + most) / 2}}) {
                Fsrs7Parameters w = others;
                w[i] = given;
                QCOMPARE(Fsrs7(w).parameters()[i], wanted);
                QCOMPARE(Fsrs7::clipped(w)[i], wanted);
            }
        }
        QCOMPARE(Fsrs7().parameters(), Fsrs7::defaults);
    }

    void parametersAreOrdered()
    {
        Fsrs7Parameters w = Fsrs7::defaults;
        w[0] = 60; // becomes 50
        w[1] = 20;
        w[2] = 70;
        w[3] = 0;
        w[25] = 0.85;
        w[26] = 0.5;
        w = Fsrs7::clipped(w);
        QCOMPARE(QList<double>(w.begin(), w.begin() + 4), (QList<double>{50, 50, 70, 70}));
        QCOMPARE(w[25], 0.85);
        QCOMPARE(w[26], 0.85);
        QCOMPARE(Fsrs7::clipped(with(25, 0.6))[26], 0.9464); // in order already
        Dice dice(m_seed);
        for (int round = 0; round < 2000; ++round) {
            w = Fsrs7::clipped(dice.extremeParameters());
            QVERIFY(std::is_sorted(w.begin(), w.begin() + 4));
            QVERIFY(w[25] <= w[26]);
            for (size_t i = 0; i < w.size(); ++i)
                QVERIFY(isWithin(w[i], ranges[i].first, ranges[i].second));
            QCOMPARE(Fsrs7::clipped(w), w);
        }
    }

    void thirtyFourParametersOrNoneAreComplete()
    {
        const auto none = Fsrs7::complete({});
        QVERIFY(none);
        QCOMPARE(*none, Fsrs7::defaults);
        const auto all = Fsrs7::complete(with(4, 99)); // not clipped yet
        QVERIFY(all);
        QCOMPARE(*all, with(4, 99));
    }

    void unusableParametersAreRefused()
    {
        for (const int count : {1, 17, 19, 21, 33, 35}) {
            const auto parameters = Fsrs7::complete(QList<double>(count, 1.0));
            QVERIFY(!parameters);
            QCOMPARE(parameters.error(),
                     (Error{ErrorCode::Invalid, u"parameters: 34 values wanted, not %1"_s.arg(count)}));
        }
        for (const size_t i : {0, 7, 33}) {
            for (const double value : {qQNaN(), infinite, -infinite}) {
                const auto parameters = Fsrs7::complete(with(i, value));
                QVERIFY(!parameters);
                QCOMPARE(parameters.error(),
                         (Error{ErrorCode::Invalid, u"parameters: w%1 is no finite number"_s.arg(i)}));
            }
        }
    }

private:
    quint32 m_seed = 0;
};

QTEST_APPLESS_MAIN(Fsrs7Test)
#include "tst_fsrs7.moc"
