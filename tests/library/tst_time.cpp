// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixture.h"
#include "library/check.h"
#include "library/clockwarning.h"
#include "library/progress.h"
#include "library/session.h"
#include "library/today.h"
#include "library/why.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTimeZone>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr qint64 dayMs = 24 * hourMs;

// The clock on the wall of one zone, through its daylight saving.
class ZoneClock : public Clock
{
public:
    ZoneClock(const QTimeZone &zone, const QDateTime &now) : m_zone(zone) { set(now.date(), now.time()); }
    qint64 nowMs() const override { return m_nowMs; }
    int utcOffsetSeconds(qint64 atMs) const override
    {
        return m_zone.offsetFromUtc(QDateTime::fromMSecsSinceEpoch(atMs, Qt::UTC));
    }
    void set(const QDate &date, const QTime &time)
    {
        m_nowMs = QDateTime(date, time, m_zone).toMSecsSinceEpoch();
    }

private:
    QTimeZone m_zone;
    qint64 m_nowMs = 0;
};

void answer(Session &session, Rating rating)
{
    session.reveal();
    const auto done = session.answer(rating);
    if (!done)
        qFatal("%s", qPrintable(done.error().context));
}

Session started(Library &library, const SessionPlan &plan = {})
{
    auto session = Session::start(library, plan);
    if (!session)
        qFatal("%s", qPrintable(session.error().context));
    return *std::move(session);
}

TodaySummary summaryOf(const Library &library)
{
    const auto today = todaySummary(library);
    if (!today)
        qFatal("%s", qPrintable(today.error().context));
    return *today;
}

ProgressReport reportOf(const Library &library, Period period = Period::All)
{
    const auto histories = memoryHistories(library);
    const auto report = histories ? progressReport(library, period, *histories) : histories.error();
    if (!report)
        qFatal("%s", qPrintable(report.error().context));
    return *report;
}

// "2 November": due on each of ten local days, at ten and at eleven at night, through a sitting in between.
QList<QList<qint64>> dueSets(Library &library, ZoneClock &clock, const QDate &first)
{
    QList<QList<qint64>> sets;
    const auto note = [&] {
        QList<qint64> due;
        const auto cards = library.store().cards.due(library.today());
        for (const Card &card : *cards)
            due.append(card.question.value);
        std::sort(due.begin(), due.end());
        sets.append(due);
    };
    for (int day = 0; day < 10; ++day) {
        clock.set(first.addDays(day), QTime(10, 0));
        note();
        Session session = started(library, {.count = 12});
        for (int i = 0; session.current() && i < 12; ++i)
            answer(session, i % 4 == 0 ? Rating::Again : Rating::Good);
        clock.set(first.addDays(day), QTime(23, 0));
        note();
    }
    return sets;
}

} // namespace

class TimeTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(40);
        open();
    }
    void cleanup() { m_library.reset(); }

    // scenario 17
    void aClockSetBackADayCountsNothingTwice_data()
    {
        QTest::addColumn<bool>("restarted");
        QTest::newRow("while running") << false;
        QTest::newRow("before a start") << true;
    }
    void aClockSetBackADayCountsNothingTwice()
    {
        QFETCH(bool, restarted);
        answerAll(Rating::Easy); // the ten new ones of the day
        const int day = m_library->today();
        m_place->clock.advanceMs(-dayMs);
        if (restarted)
            open();
        TodaySummary today = summaryOf(*m_library);
        QCOMPARE(m_library->today(), day);
        QCOMPARE(today.done, 10);
        QCOMPARE(today.fresh, 0); // no second helping
        QCOMPARE(today.streak, (Streak{1, 1}));
        QVERIFY(!started(*m_library).current());

        Session session = started(*m_library, {.listed = {questions().first()}});
        m_place->clock.advanceMs(7'000);
        answer(session, Rating::Good);
        QCOMPARE(m_library->store().reviews.ofQuestion(questions().first())->last().durationMs, 7'000);
        QCOMPARE(*m_library->store().reviews.days(), QList<int>{day});
        m_place->clock.advanceMs(dayMs); // set right
        today = summaryOf(*m_library);
        QCOMPARE(today.done, 11);
        QCOMPARE(today.fresh, 0);
        QCOMPARE(today.streak, (Streak{1, 1}));
        QCOMPARE(reportOf(*m_library).daysStudied, 1);
        QCOMPARE(*checkStore(m_library->store(), m_place->clock.nowMs()), QStringList());
    }

    // scenario 17
    void yesterdayIsNotStudiedAgain()
    {
        m_place->clock.advanceMs(-dayMs);
        answerAll(Rating::Easy, 3);
        m_place->clock.advanceMs(dayMs);
        answerAll(Rating::Easy);
        m_place->clock.advanceMs(-20 * hourMs); // yesterday had seven new ones left
        QCOMPARE(summaryOf(*m_library).done, 10);
        QCOMPARE(summaryOf(*m_library).fresh, 0);
        QCOMPARE(summaryOf(*m_library).streak, (Streak{2, 2}));
    }

    // scenario 17: a step that ends within learn-ahead comes although time stands still.
    void learningGoesOnWhileTheClockIsBehind()
    {
        Session session = started(*m_library, {.count = 1});
        const QuestionId question = session.current()->card.question;
        m_place->clock.advanceMs(minuteMs);
        answer(session, Rating::Again);
        m_place->clock.advanceMs(-dayMs);
        QVERIFY(session.current());
        QCOMPARE(session.current()->card.question, question);
        answer(session, Rating::Good);
        QVERIFY(session.current());
        answer(session, Rating::Good);
        QVERIFY(!session.current());
        const Schedule schedule = m_library->store().cards.get(question)->schedule;
        QCOMPARE(schedule.phase, Phase::Review);
        QVERIFY(schedule.dueDay > m_library->today());
    }

    // scenario 18
    void aClockBehindTheNewestAnswerIsToldInOneSentence_data()
    {
        QTest::addColumn<qint64>("behindMs");
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("advice");
        QTest::newRow("an hour is let pass") << hourMs << QString() << QString();
        QTest::newRow("hours")
            << 3 * hourMs << u"The clock says 06:00, but your newest answer is from 09:00."_s
            << u"If the clock is wrong, please set it; answers now count to 20 November."_s;
        QTest::newRow("two days")
            << 2 * dayMs << u"The clock says 18 November, but your newest answer is from 20 November."_s
            << u"If the clock is wrong, please set it; answers now count to 18 November. If it is right, 1 "
               "answer(s) were given when it was ahead."_s;
        QTest::newRow("years")
            << 700 * dayMs
            << u"The clock says 20 December 2024, but your newest answer is from 20 November 2026."_s
            << u"If the clock is wrong, please set it; answers now count to 20 December 2024. If it is "
               u"right, 1 "
               "answer(s) were given when it was ahead."_s;
    }
    void aClockBehindTheNewestAnswerIsToldInOneSentence()
    {
        QFETCH(qint64, behindMs);
        QFETCH(QString, words);
        QFETCH(QString, advice);
        answerAll(Rating::Easy, 1);
        QVERIFY(!*clockWarning(*m_library));
        m_place->clock.advanceMs(-behindMs);
        open();
        const auto warning = clockWarning(*m_library);
        QVERIFY(warning);
        QCOMPARE(warning->has_value(), !words.isEmpty());
        if (words.isEmpty())
            return;
        QCOMPARE(clockWarningWords(**warning), words);
        QCOMPARE(clockWarningAdvice(**warning), advice);
    }

    // scenario 18
    void behindByDaysNothingIsNegativeAndTheLogKeepsItsOrder()
    {
        answerAll(Rating::Good, 4);
        const QuestionId question = questions().first();
        const int lastDay = m_library->today();
        m_place->clock.advanceMs(-3 * dayMs);
        open();
        Session session = started(*m_library, {.listed = {question}});
        QVERIFY(*session.current()->recall >= 0 && *session.current()->recall <= 1);
        for (const Schedule &outcome : session.current()->outcomes)
            QVERIFY(outcome.dueDay >= m_library->today() && outcome.intervalDays >= 0);
        answer(session, Rating::Easy);
        const auto reviews = m_library->store().reviews.ofQuestion(question);
        QCOMPARE(reviews->size(), 2);
        QCOMPARE(reviews->last().rating, Rating::Easy); // the later one, though its clock says otherwise
        QVERIFY(reviews->last().moment.atMs < reviews->first().moment.atMs);
        QCOMPARE(m_library->today(), lastDay - 3);
        const Schedule schedule = m_library->store().cards.get(question)->schedule;
        QVERIFY(schedule.intervalDays > 0);
        QVERIFY(schedule.dueDay > m_library->today());
        QCOMPARE(replayAll(m_library->store())->differ, QStringList());
        const auto why = whyReport(*m_library, question);
        QVERIFY(why && why->recall >= 0 && why->recall <= 1);
        QCOMPARE(summaryOf(*m_library).done, 1);
        QCOMPARE(reportOf(*m_library).knowledge.last().unseen, 36);
    }

    // scenario 19
    void answersOfAClockFarAheadAreFlaggedAndBreakNothing()
    {
        answerAll(Rating::Easy, 2);
        m_place->clock.advanceMs(dayMs);
        answerAll(Rating::Easy, 2);
        const int today = m_library->today();
        m_place->clock.advanceMs(3'000 * dayMs);
        answerAll(Rating::Easy, 3);
        m_place->clock.advanceMs(-2'999 * dayMs - hourMs); // right again, nearly a day later
        open();
        QCOMPARE(m_library->today(), today + 1);
        const TodaySummary summary = summaryOf(*m_library);
        QCOMPARE(summary.streak, (Streak{2, 2}));
        QCOMPARE(summary.done, 0);
        QCOMPARE(summary.fresh, 10);
        QCOMPARE(summary.week.size(), 7);
        const ProgressReport report = reportOf(*m_library);
        QCOMPARE(report.total.answers(), 4);
        QCOMPARE(report.daysStudied, 2);
        QCOMPARE(report.days.size(), 30);
        QCOMPARE(report.forecast.size(), 10);
        QVERIFY(report.calendar.size() < 400);
        QCOMPARE(report.calendar.last().day, today + 1);
        QVERIFY(report.knowledge.size() <= 60);
        QCOMPARE(report.knowledge.last().unseen, *m_library->store().cards.newCount());
        const QStringList found = *checkStore(m_library->store(), m_place->clock.nowMs());
        QCOMPARE(found.size(), 1);
        QVERIFY2(found.first().startsWith(u"time: answered in the future: 3 "_s), qPrintable(found.first()));
        QCOMPARE(*checkStore(m_library->store()), QStringList()); // without a clock nothing is wrong
    }

    // scenario 19: times that no clock of this program wrote.
    void timesThatCannotBeAreFlaggedAndBreakNothing()
    {
        answerAll(Rating::Easy, 1);
        QList<Review> wrong(5);
        wrong[0].moment = {0, 0, 4}; // an empty battery
        wrong[1].moment = {startMs, 20 * 3600, 4};
        wrong[2].moment = {startMs, 0, 4};
        wrong[2].durationMs = -5'000'000;
        wrong[3].moment = {startMs, 0, 4};
        wrong[3].durationMs = 2'000'000'000;
        wrong[4].moment = {8'000'000'000'000'000, 0, 4};
        QVERIFY(m_library->apply({QString(), [&](Store &store) -> Result<void> {
                                      for (Review &review : wrong) {
                                          review.question = questions().last();
                                          review.preset = {1};
                                          review.shownHash = u"hash"_s;
                                          if (auto done = store.reviews.append(review); !done)
                                              return done.error();
                                      }
                                      return {};
                                  }}));
        const auto times = impossibleTimes(m_library->store(), startMs);
        QCOMPARE(times->size(), 5);
        const TimeFault faults[] = {TimeFault::Past, TimeFault::Offset, TimeFault::Duration,
                                    TimeFault::Duration, TimeFault::Future};
        for (int i = 0; i < 5; ++i)
            QCOMPARE(times->at(i).fault, faults[i]);
        const QStringList found = *checkStore(m_library->store(), startMs);
        QCOMPARE(found.filter(u"time: "_s).size(), 4);

        const ProgressReport report = reportOf(*m_library);
        QCOMPARE(report.days.size(), 30);
        QCOMPARE(report.firstAnswer, m_library->today());
        QVERIFY(report.total.durationMs >= 0 && report.total.durationMs < hourMs);
        const auto likely = pace(*m_library);
        QVERIFY(likely->newMs > 0 && likely->otherMs > 0);
        QCOMPARE(summaryOf(*m_library).streak, (Streak{1, 1}));
    }

    // scenario 19
    void aClockThousandsOfYearsAheadDrawsNoThousandYears()
    {
        answerAll(Rating::Easy, 2);
        m_place->clock.advanceMs(365'000 * dayMs * 7);
        const ProgressReport report = reportOf(*m_library);
        QVERIFY(report.days.size() <= 36'500);
        QVERIFY(report.bars.size() <= 101);
        QVERIFY(report.knowledge.size() <= 60);
    }

    // scenario 20
    void daylightSavingChangesNoDueSet_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("first");
        QTest::newRow("Berlin, spring") << "Europe/Berlin"_ba << QDate(2026, 3, 25);
        QTest::newRow("Berlin, autumn") << "Europe/Berlin"_ba << QDate(2026, 10, 21);
        QTest::newRow("New York, spring") << "America/New_York"_ba << QDate(2026, 3, 4);
        QTest::newRow("New York, autumn") << "America/New_York"_ba << QDate(2026, 10, 28);
        QTest::newRow("Lord Howe, spring") << "Australia/Lord_Howe"_ba << QDate(2026, 9, 30);
        QTest::newRow("Lord Howe, autumn") << "Australia/Lord_Howe"_ba << QDate(2026, 4, 1);
        QTest::newRow("Sao Paulo, spring") << "America/Sao_Paulo"_ba << QDate(2018, 10, 31);
        QTest::newRow("Sao Paulo, autumn") << "America/Sao_Paulo"_ba << QDate(2018, 2, 14);
    }
    void daylightSavingChangesNoDueSet()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QDate, first);
        if (!QTimeZone(zone).isValid())
            QSKIP("no time zone data on this machine");
        m_library.reset();
        QList<QList<QList<qint64>>> sets;
        for (const QTimeZone &place : {QTimeZone(zone), QTimeZone("UTC")}) {
            Place here;
            here.writeCards(40);
            ZoneClock clock(place, QDateTime(first, QTime(9, 0)));
            auto library = Library::open({here.data(), here.bank()}, clock);
            QVERIFY(library);
            sets.append(dueSets(**library, clock, first));
        }
        QCOMPARE(sets.at(0), sets.at(1));
        QVERIFY(sets.at(0).last().size() > 3);
    }

    // scenario 21: one or several answers at least every 24 hours, in whatever zone: no streak breaks.
    void aStreakSurvivesEveryFlight()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        const auto report = qScopeGuard([&] {
            if (QTest::currentTestFailed())
                qWarning("seed %u", seed);
        });
        for (int traveller = 0; traveller < 8; ++traveller) {
            init();
            QSet<int> days;
            for (int i = 0; i < 40; ++i) {
                Session session = started(*m_library, {.listed = {questions().at(i)}});
                answer(session, Rating::Easy);
                days.insert(m_library->today());
                QCOMPARE(summaryOf(*m_library).streak.current, days.size());
                if (random.bounded(3) == 0)
                    m_place->clock.setUtcOffsetSeconds(random.bounded(-11, 14) * 3600);
                m_place->clock.advanceMs(random.bounded(int(4 * hourMs), int(dayMs)));
                QCOMPARE(summaryOf(*m_library).streak.current, days.size());
            }
        }
    }

    // scenario 21: 30 December 2011 was no day in Samoa.
    void aDateThatTheCalendarSkipsBreaksNoStreakAndADayThatWasMissedDoes()
    {
        const QTimeZone apia("Pacific/Apia");
        if (!apia.isValid())
            QSKIP("no time zone data on this machine");
        for (const int rollover : {0, 4, 23}) {
            Place here;
            here.writeCards(10);
            ZoneClock clock(apia, QDateTime(QDate(2011, 12, 28), QTime(10, 0)));
            auto library = Library::open({here.data(), here.bank()}, clock);
            QVERIFY(library);
            Preferences preferences = (*library)->preferences();
            preferences.rolloverHour = rollover;
            QVERIFY((*library)->setPreferences(preferences));
            for (const QDate &date : {QDate(2011, 12, 28), QDate(2011, 12, 29), QDate(2011, 12, 31)}) {
                clock.set(date, QTime(10, 0));
                Session session = started(**library, {.count = 1});
                answer(session, Rating::Easy);
            }
            QCOMPARE(summaryOf(**library).streak, (Streak{3, 3}));
            clock.set(QDate(2012, 1, 2), QTime(10, 0)); // 1 January was there
            Session session = started(**library, {.count = 1});
            answer(session, Rating::Easy);
            QCOMPARE(summaryOf(**library).streak, (Streak{1, 3}));
        }
    }

    // scenario 21
    void aDayLivedTwiceIsOneDayWithOneLimit()
    {
        m_place->clock.setUtcOffsetSeconds(13 * 3600); // Auckland, Friday 22:00
        answerAll(Rating::Easy, 4);
        m_place->clock.advanceMs(11 * hourMs); // Saturday morning
        const int saturday = m_library->today();
        answerAll(Rating::Easy, 6);
        m_place->clock.advanceMs(9 * hourMs);
        m_place->clock.setUtcOffsetSeconds(-10 * 3600); // Honolulu, Friday again
        QCOMPARE(m_library->today(), saturday - 1);
        QCOMPARE(summaryOf(*m_library).done, 4);
        QCOMPARE(summaryOf(*m_library).fresh, 6); // what Friday had left
        QCOMPARE(summaryOf(*m_library).streak, (Streak{2, 2}));
        QVERIFY(!*clockWarning(*m_library)); // no clock was wrong
        m_place->clock.advanceMs(dayMs);
        QCOMPARE(m_library->today(), saturday);
        QCOMPARE(summaryOf(*m_library).done, 6);
        QCOMPARE(summaryOf(*m_library).fresh, 4);
    }

    // scenario 21
    void aSittingKeepsItsOrderThroughAFlight()
    {
        QList<QuestionId> orders[2];
        for (QList<QuestionId> &order : orders) {
            Session session = started(*m_library);
            while (session.current()) {
                order.append(session.current()->card.question);
                if (&order == &orders[1])
                    m_place->clock.setUtcOffsetSeconds((order.size() % 2 ? 13 : -11) * 3600);
                QVERIFY(session.bury());
            }
            while (undoLabel(*m_library) == u"bury"_s) // so that both sittings begin alike
                QVERIFY(m_library->undo());
        }
        QCOMPARE(orders[0].size(), 10);
        QCOMPARE(orders[0], orders[1]);
    }

    // scenario 22
    void aNewStudyDayIsToldOnce_data()
    {
        QTest::addColumn<int>("rollover");
        for (const int hour : {0, 4, 23})
            QTest::addRow("%d", hour) << hour;
    }
    void aNewStudyDayIsToldOnce()
    {
        QFETCH(int, rollover);
        Preferences preferences = m_library->preferences();
        preferences.rolloverHour = rollover;
        QVERIFY(m_library->setPreferences(preferences));
        m_library->noticeDay(); // the start of the day was changed
        QSignalSpy changed(m_library.get(), &Library::changed);
        const qint64 untilMs = ((rollover + 24 - 9) % 24) * hourMs; // it is nine
        m_place->clock.advanceMs(untilMs - 1);
        m_library->noticeDay();
        QCOMPARE(changed.size(), 0);
        m_place->clock.advanceMs(1);
        m_library->noticeDay();
        m_library->noticeDay();
        QCOMPARE(changed.size(), 1);
        QVERIFY(changed.first().first().value<Changes>().day);
        QVERIFY(!changed.first().first().value<Changes>().isEmpty());
    }

    // scenario 22
    void aSittingAcrossTheRolloverCountsEachAnswerToItsDay_data() { aNewStudyDayIsToldOnce_data(); }
    void aSittingAcrossTheRolloverCountsEachAnswerToItsDay()
    {
        QFETCH(int, rollover);
        Preferences preferences = m_library->preferences();
        preferences.rolloverHour = rollover;
        QVERIFY(m_library->setPreferences(preferences));
        m_place->clock.advanceMs(((rollover + 24 - 9) % 24) * hourMs - minuteMs);
        const int day = m_library->today();
        Session session = started(*m_library);
        answer(session, Rating::Easy);
        const QuestionId onTable = session.current()->card.question;
        session.reveal();
        const int shownDays = session.current()->outcomes.at(3).dueDay;
        m_place->clock.advanceMs(2 * minuteMs);
        QVERIFY(session.renewOutcomes());
        QCOMPARE(session.current()->card.question, onTable);
        QVERIFY(session.isRevealed());
        QCOMPARE(session.current()->shownOn, day + 1);
        QVERIFY(session.current()->outcomes.at(3).dueDay > shownDays); // counted from the new day
        const Schedule promised = session.current()->outcomes.at(3);
        QVERIFY(session.answer(Rating::Easy));
        QCOMPARE(m_library->store().cards.get(onTable)->schedule.dueDay, promised.dueDay);
        QCOMPARE(m_library->store().reviews.ofQuestion(onTable)->last().durationMs, int(2 * minuteMs));
        QCOMPARE(*m_library->store().reviews.days(), (QList<int>{day + 1, day}));
        QCOMPARE(summaryOf(*m_library).done, 1);
        QCOMPARE(summaryOf(*m_library).fresh, 9);
    }

    // scenario 22
    void aCardInLearningIsOfferedAtItsMinute()
    {
        Preferences preferences = m_library->preferences();
        preferences.scheduling.learningStepsMinutes = {60};
        preferences.scheduling.fuzz = false;
        preferences.newPerDay = 1;
        QVERIFY(m_library->setPreferences(preferences));
        Session session = started(*m_library);
        answer(session, Rating::Again);
        QVERIFY(!session.current());
        QCOMPARE(summaryOf(*m_library).due, 1);
        QCOMPARE(summaryOf(*m_library).waiting, 1);
        QCOMPARE(summaryOf(*m_library).ready(), 0);
        const auto next = summaryOf(*m_library).nextLearningDueMs;
        QCOMPARE(*next - m_place->clock.nowMs(), 60 * minuteMs);
        m_place->clock.advanceMs(40 * minuteMs - 1); // learn-ahead is 20
        QCOMPARE(summaryOf(*m_library).ready(), 0);
        QVERIFY(session.resume());
        QVERIFY(!session.current());
        m_place->clock.advanceMs(1);
        QCOMPARE(summaryOf(*m_library).ready(), 1);
        QVERIFY(!summaryOf(*m_library).nextLearningDueMs);
        QVERIFY(session.resume());
        QVERIFY(session.current());
    }

private:
    void open()
    {
        m_library.reset();
        m_library = m_place->open();
        QVERIFY(m_library);
    }

    // What today asks for, at most so many.
    void answerAll(Rating rating, int most = 1'000)
    {
        Session session = started(*m_library);
        while (session.current() && most-- > 0)
            answer(session, rating);
    }

    QList<QuestionId> questions() const
    {
        QList<QuestionId> ids;
        for (const QuestionFacts &facts : *m_library->store().questions.facts())
            ids.append(facts.id);
        return ids;
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(TimeTest)
#include "tst_time.moc"
