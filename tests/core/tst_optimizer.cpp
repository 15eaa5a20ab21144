// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/boundedminimum.h"
#include "core/memory/fsrs6loss.h"
#include "core/memory/optimizer.h"
#include "core/memory/outliers.h"
#include "tools/probe/answerlog.h"

#include <QTest>

#include <random>

using namespace flaskcards;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 dayMs = 86'400'000;

class Dice
{
public:
    explicit Dice(quint64 seed) : m_random(seed) {}
    double share() { return double(m_random() >> 11) * 0x1p-53; }
    double between(double least, double most) { return least + share() * (most - least); }

private:
    std::mt19937_64 m_random;
};

Fsrs6Parameters someParameters(Dice &dice)
{
    Fsrs6Parameters w = Fsrs6::defaults;
    for (double &value : w)
        value *= dice.between(0.7, 1.3);
    w[19] = std::max(w[19], 0.01);
    return Fsrs6::clipped(w);
}

std::vector<WeightedStep> someCard(Dice &dice)
{
    std::vector<WeightedStep> steps;
    const int count = 2 + int(dice.share() * 12);
    for (int i = 0; i < count; ++i) {
        const bool sameDay = i == 0 || dice.share() < 0.3;
        const int days = sameDay ? 0 : int(std::pow(10, dice.between(0, 2.5)));
        const auto weight = float(dice.between(0.25, 1));
        steps.push_back({days, Rating(1 + int(dice.share() * 4)), days == 0 ? 0 : weight});
    }
    return steps;
}

double lossOf(Fsrs6Parameters w, const std::vector<WeightedStep> &steps, size_t index, double shift)
{
    w[index] += shift;
    return Fsrs6Loss(w).of(steps);
}

struct Person {
    Fsrs6Parameters truth = Fsrs6::defaults;
    int cards = 0;
    int answersPerCard = 12;
    int cardsPerDay = 10;
    quint64 seed = 0;
};

// A person who remembers exactly as the true parameters say, asked on the days that the defaults want.
std::vector<LoggedAnswer> logOf(const Person &person)
{
    const Fsrs6 truth(person.truth);
    const Fsrs6 planned;
    Dice dice(person.seed);
    std::vector<LoggedAnswer> log;
    for (int card = 0; card < person.cards; ++card) {
        std::optional<MemoryState> memory;
        std::optional<MemoryState> plan;
        int day = card / person.cardsPerDay;
        for (int i = 0; i < person.answersPerCard; ++i) {
            const int days =
                plan ? std::max(1, int(planned.interval(*plan, 0.88) * dice.between(0.8, 1.2))) : 0;
            day += days;
            const double recall = memory ? truth.recall(days, *memory) : 0.8;
            const double luck = dice.share();
            const Rating rating = luck >= recall         ? Rating::Again
                                  : luck < 0.15 * recall ? Rating::Hard
                                  : luck < 0.85 * recall ? Rating::Good
                                                         : Rating::Easy;
            log.push_back({card, day * dayMs + card, day, rating, i == 0});
            memory = truth.advance(memory, days, rating);
            plan = planned.advance(plan, days, rating);
        }
    }
    return log;
}

Result<std::vector<LoggedAnswer>> sampleLog()
{
    return probe::readAnswerLog(qEnvironmentVariable("FLASKCARDS_TEST_DATA") + u"/reviews-5000.csv"_s);
}

RankRange whole(const TrainingSet &set)
{
    return {0, set.predictions()};
}

LoggedAnswer answer(qint64 card, int day, Rating rating, bool learning = false)
{
    return {card, day * dayMs, day, rating, learning};
}

} // namespace

class OptimizerTest : public QObject
{
    Q_OBJECT

private slots:
    void theDefaultsScoreOnAPublishedLogAsElsewhere()
    {
        const TrainingSet set = TrainingSet::from(*sampleLog());
        const Metrics result = metrics(set, Fsrs6(), whole(set));
        QCOMPARE(result.predictions, 2525);
        QVERIFY(std::abs(result.logLoss - 0.4065146) < 5e-8);
        QVERIFY(std::abs(result.recencyLogLoss - 0.3928481) < 5e-8);
        QVERIFY(std::abs(result.rmseBins - 0.0433080) < 5e-8);
        QVERIFY(std::abs(result.auc - 0.6899626) < 5e-8);
    }

    void aucIsOneHalfWithoutAnyDifference()
    {
        QCOMPARE(metrics({{0.9, true, 1, 1, 0, 0}, {0.9, false, 1, 1, 0, 1}}, {0, 2}).auc, 0.5);
        QCOMPARE(metrics({{0.9, true, 1, 1, 0, 0}, {0.8, false, 1, 1, 0, 1}}, {0, 2}).auc, 1.0);
        QCOMPARE(metrics({{0.9, true, 1, 1, 0, 0}}, {0, 1}).auc, 0.5);
    }

    void aCardIsKnownFromItsLastBlockOfLearningOn()
    {
        const TrainingSet set = TrainingSet::from({
            answer(1, 0, Rating::Easy, true), answer(1, 5, Rating::Good), // forgotten and learned again:
            answer(1, 9, Rating::Good, true), answer(1, 9, Rating::Again, true), answer(1, 12, Rating::Hard),
            answer(2, 3, Rating::Good), // never seen in learning
        });
        QCOMPARE(set.sequences().size(), size_t(1));
        const auto steps = set.sequences().front();
        QCOMPARE(steps.size(), size_t(3));
        QCOMPARE(steps[0].rating, Rating::Good);
        QVERIFY(!steps[1].isPrediction());
        QCOMPARE(steps[2].elapsedDays, 3);
        QCOMPARE(set.predictions(), 1);
    }

    void predictionsAreRankedByTimeWhateverTheOrderOfTheLog()
    {
        const TrainingSet set = TrainingSet::from(
            {answer(2, 9, Rating::Good), answer(1, 0, Rating::Good, true), answer(2, 1, Rating::Good, true),
             answer(1, 4, Rating::Good), answer(1, 20, Rating::Good)});
        QCOMPARE(set.sequences()[0][1].rank, 0);
        QCOMPARE(set.sequences()[1][1].rank, 1);
        QCOMPARE(set.sequences()[0][2].rank, 2);
    }

    void newerPredictionsWeighMore()
    {
        QCOMPARE(recencyWeight(0, {0, 101}), 0.25);
        QCOMPARE(recencyWeight(50, {0, 101}), 0.25 + 0.75 * 0.125);
        QCOMPARE(recencyWeight(100, {0, 101}), 1.0);
        QCOMPARE(recencyWeight(7, {7, 8}), 0.25);
    }

    void rareBeginningsAreOutliers()
    {
        std::vector<LoggedAnswer> log;
        const auto begin = [&](int cards, int days, Rating first) {
            for (int i = 0; i < cards; ++i) {
                const auto card = qint64(log.size());
                log.push_back(answer(card, 0, first, true));
                log.push_back(answer(card, days, Rating::Good));
            }
        };
        begin(30, 1, Rating::Good);
        begin(10, 2, Rating::Good);   // the rarest, 10 of the 20 that may go
        begin(25, 101, Rating::Good); // too late
        begin(30, 101, Rating::Easy); // not too late for Easy
        const TrainingSet set = TrainingSet::from(log);
        const Outliers outliers(set, whole(set));
        QCOMPARE(outliers.kept(), (std::array{0, 0, 30, 30}));
        QVERIFY(outliers.contains(set.sequences()[30]));
        QVERIFY(!outliers.contains(set.sequences()[0]));
    }

    void derivativesAreThoseOfCentralDifferences()
    {
        constexpr quint64 seed = 20;
        qInfo("seed %llu", seed);
        Dice dice(seed);
        int compared = 0;
        for (int trial = 0; trial < 400; ++trial) {
            const Fsrs6Parameters w = someParameters(dice);
            const auto steps = someCard(dice);
            Fsrs6Parameters gradient{};
            const double loss = Fsrs6Loss(w).add(steps, gradient);
            QCOMPARE(loss, Fsrs6Loss(w).of(steps));
            for (size_t i = 0; i < w.size(); ++i) {
                // Two widths: where they differ a floor or a bound lies between, and there is no derivative.
                const double width = 1e-4 * w[i];
                const double near = (lossOf(w, steps, i, width) - lossOf(w, steps, i, -width)) / (2 * width);
                const double wide =
                    (lossOf(w, steps, i, 2 * width) - lossOf(w, steps, i, -2 * width)) / (4 * width);
                const double exact = near + (near - wide) / 3;
                const double scale = std::max({std::abs(exact), std::abs(loss / w[i]) * 1e-3, 1e-6});
                if (std::abs(near - wide) > 1e-4 * scale)
                    continue;
                ++compared;
                QVERIFY2(
                    std::abs(gradient[i] - exact) < 1e-6 * scale,
                    qPrintable(u"trial %1, w%2: %3, not %4"_s.arg(trial).arg(i).arg(gradient[i]).arg(exact)));
            }
        }
        QVERIFY(compared > 7000);
    }

    void curvatureIsThatOfThePredictions()
    {
        constexpr quint64 seed = 21;
        qInfo("seed %llu", seed);
        Dice dice(seed);
        for (int trial = 0; trial < 50; ++trial) {
            const Fsrs6Parameters w = someParameters(dice);
            // With one scored prediction the expected curvature is the square of the slope of recall, which
            // the gradient of a recalled and a forgotten answer gives too.
            auto steps = someCard(dice);
            for (WeightedStep &step : steps)
                step.weight = 0;
            steps.push_back({9, Rating::Good, 0.5F});
            Fsrs6Parameters recalled{};
            const double recall = std::exp(-Fsrs6Loss(w).add(steps, recalled) / 0.5);
            Fsrs6Curvature curvature{};
            Fsrs6Loss(w).addCurvature(steps, curvature);
            for (size_t i = 0; i < w.size(); ++i) {
                for (size_t j = 0; j <= i; ++j) {
                    const double wanted = recalled[i] * recalled[j] * recall / (0.5 * (1 - recall));
                    QVERIFY(std::abs(curvature[i * w.size() + j] - wanted) <=
                            1e-9 * std::abs(wanted) + 1e-15);
                }
            }
        }
    }

    void theMinimumOfACurvedValleyIsFoundWithinItsBounds()
    {
        const auto valley = [](double most) {
            return Minimisation{
                .start = {-1.2, 1},
                .least = {-5, -5},
                .most = {most, 5},
                .value =
                    [](const Point &at, Point &gradient) {
                        const double bend = at[1] - at[0] * at[0];
                        gradient = {-400 * at[0] * bend - 2 * (1 - at[0]), 200 * bend};
                        return 100 * bend * bend + (1 - at[0]) * (1 - at[0]);
                    },
                .curvature =
                    [](const Point &at) {
                        return SquareMatrix{800 * at[0] * at[0] + 2, -400 * at[0], -400 * at[0], 200};
                    },
                .tolerance = 1e-14};
        };
        const Point free = minimum(valley(5));
        QVERIFY(std::abs(free[0] - 1) < 1e-5 && std::abs(free[1] - 1) < 1e-5);
        const Point bounded = minimum(valley(0.5));
        QVERIFY(std::abs(bounded[0] - 0.5) < 1e-9 && std::abs(bounded[1] - 0.25) < 1e-6);
    }

    void thePublishedLogIsFittedAtLeastAsWellAsByThePublishedTrainer()
    {
        const TrainingSet set = TrainingSet::from(*sampleLog());
        const auto parameters = fitted(set, whole(set));
        QVERIFY(metrics(set, Fsrs6(*parameters), whole(set)).recencyLogLoss <= 0.39098);
    }

    void aPersonsOwnParametersAreFoundAndKept()
    {
        Person person{.cards = 1500, .seed = 5};
        person.truth[0] = 1;
        person.truth[2] = 6;
        person.truth[8] += 0.5;
        person.truth[20] = 0.4;
        const TrainingSet set = TrainingSet::from(logOf(person));
        const auto result = fit(set, whole(set));
        QCOMPARE(result->kept, Kept::Fresh);
        QVERIFY(result->heldOutFresh.logLoss < result->heldOutDefaults.logLoss - 0.002);
        const double reached = metrics(set, Fsrs6(result->parameters), whole(set)).logLoss;
        const double possible = metrics(set, Fsrs6(person.truth), whole(set)).logLoss;
        QVERIFY2(reached < possible + 0.0005, qPrintable(u"%1 %2"_s.arg(reached).arg(possible)));
    }

    void whatPredictsNoBetterIsNotKept()
    {
        const TrainingSet ordinary = TrainingSet::from(logOf({.cards = 300, .seed = 6}));
        QCOMPARE(fit(ordinary, whole(ordinary))->kept, Kept::Defaults);
        QCOMPARE(fit(ordinary, whole(ordinary))->parameters, Fsrs6::defaults);

        Person person{.cards = 300, .seed = 7};
        person.truth[20] = 0.5;
        person.truth[2] = 12;
        const TrainingSet own = TrainingSet::from(logOf(person));
        const auto result = fit(own, whole(own), {.current = person.truth});
        QCOMPARE(result->kept, Kept::Current);
        QCOMPARE(result->parameters, person.truth);
    }

    void fewPredictionsFitLittleOrNothing()
    {
        std::vector<LoggedAnswer> few = logOf({.cards = 3, .answersPerCard = 3, .seed = 8});
        const TrainingSet six = TrainingSet::from(few);
        QCOMPARE(*fitted(six, whole(six)), Fsrs6::defaults);
        std::vector<LoggedAnswer> firsts; // all remembered after a week
        for (int card = 0; card < 80; ++card) {
            firsts.push_back(answer(card, card, Rating::Good, true));
            firsts.push_back(answer(card, card + 7, Rating::Good));
        }
        const TrainingSet firstOnly = TrainingSet::from(firsts);
        const auto parameters = fitted(firstOnly, whole(firstOnly));
        QVERIFY2((*parameters)[2] > 1.2 * Fsrs6::defaults[2], qPrintable(QString::number((*parameters)[2])));
        QVERIFY(std::equal(parameters->begin() + 4, parameters->end(), Fsrs6::defaults.begin() + 4));
    }

    void firstStabilitiesRiseWithTheRating()
    {
        for (quint64 seed = 30; seed < 40; ++seed) {
            Person person{.cards = 120, .seed = seed};
            person.truth[3] = 3; // Easy is remembered no longer than Good
            const TrainingSet set = TrainingSet::from(logOf(person));
            const auto w = fitted(set, whole(set));
            QVERIFY(std::is_sorted(w->begin(), w->begin() + 4));
        }
    }

    void theSameLogGivesTheSameParametersInAnyOrder()
    {
        std::vector<LoggedAnswer> log = logOf({.cards = 200, .seed = 10});
        const TrainingSet one = TrainingSet::from(log);
        std::reverse(log.begin(), log.end());
        const TrainingSet other = TrainingSet::from(log);
        QCOMPARE(*fitted(one, whole(one)), *fitted(other, whole(other)));
    }

    void theLastFifthHasNoInfluence()
    {
        std::vector<LoggedAnswer> log = logOf({.cards = 300, .seed = 11});
        const TrainingSet one = TrainingSet::from(log);
        const RankRange early{0, one.rankAt(0.8)};
        std::vector<LoggedAnswer> changed = log;
        std::sort(changed.begin(), changed.end(), [](auto &a, auto &b) { return a.atMs < b.atMs; });
        for (size_t i = changed.size() * 95 / 100; i < changed.size(); ++i)
            changed[i].rating = Rating::Again;
        const TrainingSet other = TrainingSet::from(changed);
        QCOMPARE(*fitted(one, early), *fitted(other, early));
        QVERIFY(*fitted(one, whole(one)) != *fitted(other, whole(other)));
    }

    void moreRelearningStepsAllowLessGainOnTheSameDay()
    {
        Person person{.cards = 400, .seed = 12};
        const TrainingSet set = TrainingSet::from(logOf(person));
        const auto w = fitted(set, whole(set), {.relearningSteps = 6});
        QCOMPARE(*w, Fsrs6::clipped(*w, 6));
    }

    void aFitCanBeCancelled()
    {
        const TrainingSet set = TrainingSet::from(logOf({.cards = 300, .seed = 13}));
        double last = 0;
        bool rising = true;
        FitOptions options;
        options.progress = [&](double done) {
            rising = rising && done >= last && done <= 1;
            last = done;
            return true;
        };
        QVERIFY(fit(set, whole(set), options));
        QVERIFY(rising && last > 0.5);
        options.progress = [](double) {
            return false;
        };
        QVERIFY(!fit(set, whole(set), options));
    }

    void aTopicThatIsHarderThanTheRestGetsItsOwnBeginning()
    {
        Person hard{.cards = 600, .answersPerCard = 4, .cardsPerDay = 2, .seed = 14};
        for (size_t i = 0; i < 4; ++i)
            hard.truth[i] /= 6;
        const auto w = fittedTopic(TrainingSet::from(logOf(hard)), Fsrs6::defaults);
        QVERIFY(w);
        QVERIFY((*w)[2] < Fsrs6::defaults[2] / 2);
        QVERIFY(std::equal(w->begin() + 5, w->end(), Fsrs6::defaults.begin() + 5));
        QVERIFY(!fittedTopic(
            TrainingSet::from(logOf({.cards = 600, .answersPerCard = 4, .cardsPerDay = 2, .seed = 15})),
            Fsrs6::defaults));
    }
};

QTEST_APPLESS_MAIN(OptimizerTest)
#include "tst_optimizer.moc"
