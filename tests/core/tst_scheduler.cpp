// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/fuzz.h"
#include "core/scheduling/scheduler.h"
#include "core/scheduling/studyday.h"

#include <QRandomGenerator>
#include <QTest>

using namespace flaskcards;
using namespace Qt::StringLiterals;

namespace {

// Friday, 20 November 2026, 10:00 UTC: 18 hours before the rollover.
constexpr Moment morning{1'795'168'800'000, 0, 4};
constexpr qint64 minuteMs = 60'000;
constexpr qint64 dayMs = 24 * 60 * minuteMs;
constexpr std::array allRatings = {Rating::Again, Rating::Hard, Rating::Good, Rating::Easy};

Moment later(const Moment &moment, qint64 ms)
{
    return {moment.atMs + ms, moment.utcOffsetSeconds, moment.rolloverHour};
}

SchedulingSettings unfuzzed()
{
    SchedulingSettings settings;
    settings.fuzz = false;
    return settings;
}

// In Review since `morning`, with a memory that wishes intervals of about 30 days and more.
Schedule reviewed(int intervalDays = 10)
{
    return {.phase = Phase::Review,
            .memory = MemoryState{12, 5},
            .remainingSteps = 0,
            .intervalDays = intervalDays,
            .dueDay = studyDay(morning) + intervalDays,
            .dueAtMs = 0,
            .lastAnswerAtMs = morning.atMs,
            .answers = 4,
            .lapses = 0,
            .leech = false};
}

Schedule answeredAll(const Scheduler &scheduler, std::initializer_list<Rating> ratings)
{
    Schedule schedule;
    Moment now = morning;
    for (const Rating rating : ratings) {
        schedule = scheduler.answered(schedule, rating, now, 0);
        now = later(now, minuteMs);
    }
    return schedule;
}

qint64 secondsToStep(const Schedule &schedule)
{
    return (schedule.dueAtMs - schedule.lastAnswerAtMs) / 1000;
}

// A card's settings, as different as they may be.
SchedulingSettings randomSettings(QRandomGenerator &random)
{
    const QList<QList<double>> steps{{}, {1}, {1, 10}, {10, 1440, 2880}, {0.001}, {600, 1200}};
    SchedulingSettings settings;
    settings.desiredRetention = 0.7 + random.bounded(0.29);
    settings.learningStepsMinutes = steps.at(random.bounded(int(steps.size())));
    settings.relearningStepsMinutes = steps.at(random.bounded(int(steps.size())));
    settings.maximumIntervalDays = random.bounded(3) == 0 ? 1 + random.bounded(60) : 36'500;
    settings.leechThreshold = random.bounded(10);
    settings.shortTermWithSteps = random.bounded(2) == 0;
    settings.fuzz = random.bounded(4) != 0;
    settings.model = random.bounded(4) == 0 ? MemoryModelKind::Fsrs7 : MemoryModelKind::Fsrs6;
    for (double &w : settings.parameters)
        w *= 0.5 + random.bounded(1.5);
    return settings;
}

// Mostly onwards, sometimes far, sometimes back.
Moment randomMoment(QRandomGenerator &random, const Moment &last)
{
    const qint64 spans[] = {minuteMs, 60 * minuteMs, 3 * dayMs, 200 * dayMs};
    qint64 step = qint64(random.bounded(1.0) * double(spans[random.bounded(4)]));
    if (random.bounded(20) == 0)
        step = -step;
    return {last.atMs + step, (random.bounded(55) - 24) * 1800, random.bounded(24)};
}

} // namespace

class SchedulerTest : public QObject
{
    Q_OBJECT

private slots:
    void newCardTakesTheLearningSteps_data()
    {
        QTest::addColumn<Rating>("rating");
        QTest::addColumn<int>("seconds");
        QTest::addColumn<int>("remaining");
        QTest::newRow("again") << Rating::Again << 60 << 2;
        QTest::newRow("hard") << Rating::Hard << 330 << 2;
        QTest::newRow("good") << Rating::Good << 600 << 1;
    }
    void newCardTakesTheLearningSteps()
    {
        QFETCH(Rating, rating);
        QFETCH(int, seconds);
        QFETCH(int, remaining);
        const Scheduler scheduler(unfuzzed());
        const Schedule after = scheduler.answered({}, rating, morning, 0);
        QCOMPARE(after, (Schedule{.phase = Phase::Learning,
                                  .memory = scheduler.model().advance({}, {}, rating),
                                  .remainingSteps = remaining,
                                  .intervalDays = 0,
                                  .dueDay = studyDay(morning),
                                  .dueAtMs = morning.atMs + seconds * 1000,
                                  .lastAnswerAtMs = morning.atMs,
                                  .answers = 1,
                                  .lapses = 0,
                                  .leech = false}));
    }

    void easyGraduatesANewCardAtOnce()
    {
        const Schedule after = Scheduler(unfuzzed()).answered({}, Rating::Easy, morning, 0);
        QCOMPARE(after.phase, Phase::Review);
        QCOMPARE(after.intervalDays, 8); // 8.2956
        QCOMPARE(after.dueDay, studyDay(morning) + 8);
        QCOMPARE(after.dueAtMs, 0);
        QCOMPARE(after.remainingSteps, 0);
    }

    void learningMovesThroughItsSteps()
    {
        const Scheduler scheduler(unfuzzed());
        const Schedule lastStep = answeredAll(scheduler, {Rating::Good});
        const Moment now = later(morning, 10 * minuteMs);
        const auto next = scheduler.outcomes(lastStep, now, 0);
        QCOMPARE(next[0].remainingSteps, 2);
        QCOMPARE(secondsToStep(next[0]), 60);
        QCOMPARE(next[1].remainingSteps, 1);
        QCOMPARE(secondsToStep(next[1]), 600);
        QCOMPARE(next[2].phase, Phase::Review);
        QCOMPARE(next[2].remainingSteps, 0);
        QCOMPARE(next[2].intervalDays, 2); // 2.3065, lifted by the same day but not to 2.5
        QCOMPARE(next[3].phase, Phase::Review);
        QVERIFY(next[3].intervalDays > next[2].intervalDays);
        QCOMPARE(next[0].lapses, 0);
    }

    void answersOfOneStudyDayUseTheSameDayRule()
    {
        const Scheduler scheduler(unfuzzed());
        const Schedule first = answeredAll(scheduler, {Rating::Good});
        const Schedule sameDay =
            scheduler.answered(first, Rating::Good, later(morning, 17 * 60 * minuteMs), 0);
        QCOMPARE(*sameDay.memory, scheduler.model().fsrs6()->next(*first.memory, 0, Rating::Good));
        const Schedule nextDay =
            scheduler.answered(first, Rating::Good, later(morning, 18 * 60 * minuteMs), 0);
        QCOMPARE(*nextDay.memory, scheduler.model().fsrs6()->next(*first.memory, 1, Rating::Good));
    }

    void reviewIntervalsGrowWithTheButton()
    {
        const Scheduler scheduler;
        for (const double factor : {0.0, 0.3, 0.999}) {
            const auto next = scheduler.outcomes(reviewed(), later(morning, 10 * dayMs), factor);
            QCOMPARE(next[1].phase, Phase::Review);
            QVERIFY(next[1].intervalDays > 10);
            QVERIFY(next[2].intervalDays > next[1].intervalDays);
            QVERIFY(next[3].intervalDays > next[2].intervalDays);
            QCOMPARE(next[3].dueDay, studyDay(morning) + 10 + next[3].intervalDays);
        }
    }

    void reviewIntervalFollowsTheDesiredRetention()
    {
        SchedulingSettings settings = unfuzzed();
        const Moment now = later(morning, 12 * dayMs);
        const int usual = Scheduler(settings).answered(reviewed(), Rating::Good, now, 0).intervalDays;
        settings.desiredRetention = 0.95;
        QVERIFY(Scheduler(settings).answered(reviewed(), Rating::Good, now, 0).intervalDays < usual);
    }

    void fuzzDoesNotShortenTheIntervalBefore()
    {
        const Moment now = later(morning, 10 * dayMs);
        const int wished = Scheduler(unfuzzed()).answered(reviewed(0), Rating::Hard, now, 0).intervalDays;
        const auto shortest = [&](int before) {
            return Scheduler().answered(reviewed(before), Rating::Hard, now, 0).intervalDays;
        };
        QVERIFY(shortest(0) < wished - 1);
        QCOMPARE(shortest(wished - 1), wished);
        QCOMPARE(shortest(wished), wished);
    }

    void lapseGoesToRelearningAndComesBack()
    {
        const Scheduler scheduler(unfuzzed());
        const Moment now = later(morning, 10 * dayMs);
        const Schedule lapsed = scheduler.answered(reviewed(), Rating::Again, now, 0);
        QCOMPARE(lapsed.phase, Phase::Relearning);
        QCOMPARE(lapsed.lapses, 1);
        QCOMPARE(lapsed.remainingSteps, 1);
        QCOMPARE(secondsToStep(lapsed), 600);
        const int raw = int(std::max(1.0, std::round(scheduler.model().interval(*lapsed.memory, 0.9))));
        QCOMPARE(lapsed.intervalDays, raw);

        const auto next = scheduler.outcomes(lapsed, later(now, 10 * minuteMs), 0);
        QCOMPARE(next[0].phase, Phase::Relearning);
        QCOMPARE(next[0].lapses, 1); // a second Again is no second lapse
        QCOMPARE(secondsToStep(next[1]), 900);
        QCOMPARE(next[1].intervalDays, lapsed.intervalDays);
        QCOMPARE(next[2].phase, Phase::Review);
        QCOMPARE(next[3].phase, Phase::Review);
        QVERIFY(next[3].intervalDays > next[2].intervalDays);
    }

    void lapseWithoutStepsStaysInReview()
    {
        SchedulingSettings settings;
        settings.relearningStepsMinutes = {};
        const Schedule lapsed =
            Scheduler(settings).answered(reviewed(), Rating::Again, later(morning, 10 * dayMs), 0.9);
        QCOMPARE(lapsed.phase, Phase::Review);
        QCOMPARE(lapsed.lapses, 1);
        QVERIFY(lapsed.intervalDays >= 1);
        QCOMPARE(lapsed.dueDay, studyDay(morning) + 10 + lapsed.intervalDays);
    }

    void withoutStepsAWeakMemoryWaitsWithinTheDay()
    {
        SchedulingSettings settings = unfuzzed();
        settings.learningStepsMinutes = {};
        const Schedule after = Scheduler(settings).answered({}, Rating::Again, morning, 0);
        QCOMPARE(after.phase, Phase::Learning);
        QCOMPARE(secondsToStep(after), 18'316); // 0.212 days
        QCOMPARE(after.intervalDays, 0);
        settings.parameters[18] = 0; // own parameters that say nothing about the same day
        QCOMPARE(Scheduler(settings).answered({}, Rating::Again, morning, 0).phase, Phase::Review);
    }

    void stepThatReachesTheRolloverIsDueThatStudyDay()
    {
        const Scheduler scheduler(unfuzzed());
        const qint64 untilMs = nextRolloverMs(morning) - morning.atMs;
        const Moment tenMinutesBefore = later(morning, untilMs - 10 * minuteMs);
        const Schedule crossing = scheduler.answered({}, Rating::Good, tenMinutesBefore, 0);
        QCOMPARE(crossing.phase, Phase::Learning);
        QCOMPARE(crossing.dueDay, studyDay(tenMinutesBefore) + 1);
        QCOMPARE(crossing.dueAtMs, 0);
        QCOMPARE(crossing.remainingSteps, 1);

        const Schedule within = scheduler.answered({}, Rating::Good, later(tenMinutesBefore, -1000), 0);
        QCOMPARE(within.dueDay, studyDay(tenMinutesBefore));
        QCOMPARE(secondsToStep(within), 600);
    }

    void stepOfDaysIsDueAtItsStudyDay()
    {
        SchedulingSettings settings = unfuzzed();
        settings.learningStepsMinutes = {1, 2880};
        const Schedule after = Scheduler(settings).answered({}, Rating::Good, morning, 0);
        QCOMPARE(after.phase, Phase::Learning);
        QCOMPARE(after.dueDay, studyDay(morning) + 2);
        QCOMPARE(after.dueAtMs, 0);
    }

    void stepsWithinTheDayAreSpread()
    {
        const Scheduler scheduler;
        QCOMPARE(secondsToStep(scheduler.answered({}, Rating::Good, morning, 0.0)), 600);
        QCOMPARE(secondsToStep(scheduler.answered({}, Rating::Good, morning, 0.5)), 675);
    }

    void leechIsSetAtTheThresholdAndStays()
    {
        const Scheduler scheduler(unfuzzed());
        Schedule schedule = reviewed();
        for (int lapse = 1; lapse <= 16; ++lapse) {
            const Moment now{qint64(schedule.dueDay + 1) * dayMs, 0, 4};
            schedule = scheduler.answered(schedule, Rating::Again, now, 0);
            QCOMPARE(schedule.lapses, lapse);
            QCOMPARE(schedule.leech, lapse >= 8);
            QCOMPARE(isLeechLapse(lapse, 8), lapse == 8 || lapse == 12 || lapse == 16);
            schedule = scheduler.answered(schedule, Rating::Easy, later(now, minuteMs), 0);
            QCOMPARE(schedule.phase, Phase::Review);
        }
    }

    void withoutAThresholdNothingIsALeech()
    {
        SchedulingSettings settings;
        settings.leechThreshold = 0;
        Schedule often = reviewed();
        often.lapses = 99;
        QVERIFY(!Scheduler(settings).answered(often, Rating::Again, later(morning, 10 * dayMs), 0).leech);
    }

    void clockSetBackCountsAsTheSameDay()
    {
        const Scheduler scheduler(unfuzzed());
        const Moment before = later(morning, -40 * dayMs);
        const Schedule after = scheduler.answered(reviewed(), Rating::Good, before, 0);
        QCOMPARE(*after.memory, scheduler.model().fsrs6()->next(*reviewed().memory, 0, Rating::Good));
        QCOMPARE(after.lastAnswerAtMs, before.atMs);
        QVERIFY(after.dueDay > studyDay(before));
        QCOMPARE(scheduler.recallAt(reviewed(), before.atMs), 1.0);
    }

    void recallFallsWithEveryHour()
    {
        const Scheduler scheduler;
        const Schedule schedule = reviewed();
        QCOMPARE(scheduler.recallAt(schedule, morning.atMs), 1.0);
        QVERIFY(std::abs(scheduler.recallAt(schedule, morning.atMs + 12 * dayMs) - 0.9) < 1e-12);
        QVERIFY(scheduler.recallAt(schedule, morning.atMs + dayMs / 24) < 1);
        QCOMPARE(scheduler.recallAt({}, morning.atMs), 0.0); // never seen
    }

    void moreRelearningStepsReachTheModel()
    {
        SchedulingSettings settings;
        settings.relearningStepsMinutes = {10, 20, 30};
        QCOMPARE(Scheduler(settings).model().fsrs6()->parameters(), Fsrs6::clipped(settings.parameters, 3));
        QVERIFY(Scheduler(settings).model().fsrs6()->parameters() != Fsrs6::defaults);
    }

    void memoryAfterManyAnswersIsThatOfStepByStep()
    {
        const Scheduler scheduler;
        QList<Review> reviews;
        Schedule schedule;
        Moment now = morning;
        for (const Rating rating :
             {Rating::Good, Rating::Good, Rating::Hard, Rating::Again, Rating::Good, Rating::Easy}) {
            reviews.append(Review{.moment = now, .rating = rating});
            schedule = scheduler.answered(schedule, rating, now, fuzzFactor(u"url-for", schedule.answers));
            now = later(now,
                        schedule.dueAtMs > 0 ? schedule.dueAtMs - now.atMs : schedule.intervalDays * dayMs);
        }
        QCOMPARE(memoryAfter(reviews, scheduler.model()), schedule.memory);
        QCOMPARE(memoryAfter({}, scheduler.model()), std::nullopt);
    }

    void aChosenDayStandsInAReplay()
    {
        const Scheduler scheduler;
        const Schedule before = reviewed();
        const DayChooser latest = [](const DayRange &range, double) {
            return range.last;
        };
        const Schedule after = scheduler.answered(before, Rating::Good, morning, 0.1, latest);
        QVERIFY(after.intervalDays != scheduler.answered(before, Rating::Good, morning, 0.1).intervalDays);
        QCOMPARE(scheduler.replayed(before, Rating::Good, morning, 0.1, after.intervalDays), after);
        QCOMPARE(scheduler.replayed(before, Rating::Good, morning, 0.1, 0),
                 scheduler.answered(before, Rating::Good, morning, 0.1));
    }

    void chosenDaysKeepTheOrderOfTheButtons()
    {
        const Scheduler scheduler;
        for (const bool last : {false, true}) {
            const DayChooser choose = [last](const DayRange &range, double) {
                return last ? range.last : range.first;
            };
            const auto outcomes = scheduler.outcomes(reviewed(), morning, 0.5, choose);
            QVERIFY(outcomes[1].intervalDays < outcomes[2].intervalDays);
            QVERIFY(outcomes[2].intervalDays < outcomes[3].intervalDays);
        }
    }

    void underFsrs7StepsAreKeptWhateverIsSet()
    {
        SchedulingSettings settings;
        settings.model = MemoryModelKind::Fsrs7;
        settings.learningStepsMinutes = {};
        settings.relearningStepsMinutes = {};
        settings.shortTermWithSteps = true;
        const Scheduler scheduler(settings);
        const Schedule again = scheduler.answered({}, Rating::Again, morning, 0);
        QCOMPARE(again.phase, Phase::Learning);
        QCOMPARE(again.dueAtMs - morning.atMs, qint64(10 * 60 * 1000));
        QVERIFY(again.memory->fastStability > 0);
    }

    void anyLogKeepsItsPromises()
    {
        bool given = false;
        const auto wanted = quint32(qEnvironmentVariableIntValue("FLASKCARDS_TEST_SEED", &given));
        const quint32 seed = given ? wanted : QRandomGenerator::global()->generate() >> 1;
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        for (int card = 0; card < 400; ++card)
            runRandomLog(random);
    }

private:
    void runRandomLog(QRandomGenerator &random)
    {
        const Scheduler scheduler(randomSettings(random));
        const QString slug = u"card-%1"_s.arg(random.bounded(1000));
        QList<Review> log;
        Schedule schedule;
        Moment now = morning;
        for (int i = 0; i < 40; ++i) {
            now = randomMoment(random, now);
            const double factor = fuzzFactor(slug, schedule.answers);
            const double place = random.bounded(1.0);
            const DayChooser anyDay = [place](const DayRange &range, double) {
                return range.first + int(place * (range.last - range.first + 1));
            };
            const DayChooser choose = random.bounded(2) == 0 ? anyDay : DayChooser();
            const auto outcomes = scheduler.outcomes(schedule, now, factor, choose);
            for (const Rating rating : allRatings) {
                const Schedule &after = outcomes[ratingIndex(rating)];
                QCOMPARE(scheduler.answered(schedule, rating, now, factor, choose), after);
                QCOMPARE(scheduler.replayed(schedule, rating, now, factor, after.intervalDays), after);
                checkPromises(scheduler, schedule, after, now);
            }
            checkButtons(scheduler, schedule, outcomes);
            log.append(Review{.moment = now, .rating = allRatings[size_t(random.bounded(4))]});
            schedule = outcomes[ratingIndex(log.last().rating)];
        }
        QCOMPARE(memoryAfter(log, scheduler.model()), schedule.memory);
    }

    // Better answers wait longer, and chance never takes back what the model gives.
    static void checkButtons(const Scheduler &scheduler, const Schedule &before,
                             const std::array<Schedule, 4> &outcomes)
    {
        if (before.phase != Phase::Review)
            return;
        const int most = scheduler.settings().maximumIntervalDays;
        for (size_t i = 1; i < outcomes.size(); ++i) {
            const Schedule &after = outcomes[i];
            if (i > 1)
                QVERIFY(after.intervalDays > outcomes[i - 1].intervalDays || after.intervalDays == most);
            const double raw =
                scheduler.model().interval(*after.memory, scheduler.settings().desiredRetention);
            if (std::round(raw) > before.intervalDays)
                QVERIFY(after.intervalDays > before.intervalDays || after.intervalDays == most);
        }
    }

    static void checkPromises(const Scheduler &scheduler, const Schedule &before, const Schedule &after,
                              const Moment &now)
    {
        QVERIFY(after.phase != Phase::New && after.memory);
        QCOMPARE(after.answers, before.answers + 1);
        QVERIFY(after.lapses == before.lapses || after.lapses == before.lapses + 1);
        QVERIFY(after.leech || !before.leech);
        QVERIFY(after.memory->stability >= 0.0001 && after.memory->stability <= 36'500);
        QVERIFY(after.memory->difficulty >= 1 && after.memory->difficulty <= 10);
        QVERIFY(after.intervalDays >= 0 && after.remainingSteps >= 0);
        QVERIFY(after.dueAtMs == 0 || (after.dueAtMs >= now.atMs && after.dueDay == studyDay(now)));
        QVERIFY(after.dueDay >= studyDay(now) + (after.dueAtMs == 0 ? 1 : 0));
        if (after.phase == Phase::Review)
            QCOMPARE(after.dueDay, studyDay(now) + after.intervalDays);
        if (after.phase == Phase::Review && after.lapses == before.lapses)
            QVERIFY(after.intervalDays <= scheduler.settings().maximumIntervalDays);
        const double recall = scheduler.recallAt(after, now.atMs + dayMs);
        QVERIFY(recall > 0 && recall < 1);
    }
};

QTEST_APPLESS_MAIN(SchedulerTest)
#include "tst_scheduler.moc"
