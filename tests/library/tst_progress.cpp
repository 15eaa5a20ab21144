// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/progress.h"

#include "fixture.h"
#include "library/check.h"
#include "library/demo.h"
#include "library/session.h"

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr qint64 dayMs = 86'400'000;

// Answers what today asks for, at most so many times, each after 20 seconds.
void studyAll(Library &library, FixedClock &clock, Rating rating, int most = 1'000)
{
    auto session = Session::start(library, {});
    QVERIFY(session);
    while (session->current() && most-- > 0) {
        clock.advanceMs(20'000);
        session->reveal();
        QVERIFY(session->answer(rating));
    }
}

ProgressReport reportOf(const Library &library, Period period)
{
    const auto histories = memoryHistories(library);
    const auto report = histories ? progressReport(library, period, *histories) : histories.error();
    if (!report)
        qFatal("%s", qPrintable(report.error().context));
    return *report;
}

} // namespace

class ProgressTest : public QObject
{
    Q_OBJECT

private slots:
    void nothingStudiedGivesAnEmptyReport()
    {
        Place place;
        place.writeCards(5);
        const auto library = place.open();
        const ProgressReport report = reportOf(*library, Period::All);
        QVERIFY(!report.everStudied);
        QCOMPARE(report.questions, 5);
        QCOMPARE(report.knownWell, 0);
        QCOMPARE(report.days.size(), 30);
        QCOMPARE(report.knowledge.last().unseen, 5);
        QVERIFY(report.topics.isEmpty());
        QCOMPARE(report.forecast.first().load.fresh, 5);
    }

    void theFiguresCountThePeriod()
    {
        Place place;
        place.writeCards(5);
        const auto library = place.open();
        studyAll(*library, place.clock, Rating::Easy); // 5 answers, graduated
        place.clock.advanceMs(40 * dayMs);
        studyAll(*library, place.clock, Rating::Again, 5);

        const ProgressReport month = reportOf(*library, Period::Month);
        QVERIFY(month.everStudied);
        QCOMPARE(month.daysStudied, 1);
        QCOMPARE(month.total.introduced, 0);
        QCOMPARE(month.total.reviewed, 5);
        QCOMPARE(month.total.recalled, 0);
        QCOMPARE(month.streak, (Streak{1, 1}));
        const ProgressReport all = reportOf(*library, Period::All);
        QCOMPARE(all.daysStudied, 2);
        QCOMPARE(all.total.introduced, 5);
        QCOMPARE(all.days.size(), 41);
        QCOMPARE(all.days.first().day, all.firstAnswer);
        QCOMPARE(all.calendar.last().day, library->today());
        QVERIFY(all.calendar.size() >= 53 * 7);
    }

    void aDayOfTheMonthBeforeTheFirstAnswerIsNotCounted()
    {
        Place place; // Friday, 20 November
        place.writeCards(6);
        const auto library = place.open();
        studyAll(*library, place.clock, Rating::Easy);
        QCOMPARE(reportOf(*library, Period::Month).meanDayMs, 6 * 20'000);
        place.clock.advanceMs(dayMs);
        QCOMPARE(reportOf(*library, Period::Month).meanDayMs, 3 * 20'000);
    }

    void barsOfAYearAreWeeksUpToToday()
    {
        Place place;
        place.writeCards(3);
        const auto library = place.open();
        studyAll(*library, place.clock, Rating::Easy);
        const ProgressReport report = reportOf(*library, Period::Year);
        QCOMPARE(report.bucketDays, 7);
        QCOMPARE(report.bars.size(), 53);
        QCOMPARE(report.recall.size(), 53);
        QCOMPARE(report.bars.last().day, library->today() - 6);
        QCOMPARE(report.bars.last().byRating[3], 3);
        QCOMPARE(report.days.size(), 365);
    }

    void theLastPointOfKnowledgeIsWhatTheCardsSay()
    {
        Place place;
        QVERIFY(fillWithDemo({place.data(), QString()}, {.days = 60}, place.clock));
        auto library = Library::open({place.data(), QString()}, place.clock);
        QVERIFY(library);
        for (const Period period : {Period::Month, Period::All}) {
            const ProgressReport report = reportOf(**library, period);
            const KnowledgePoint now = report.knowledge.last();
            QVERIFY(report.knowledge.size() <= 60);
            QCOMPARE(now.known, report.knownWell);
            QVERIFY(now.known > 0);
            QVERIFY(now.shaky > 0);
            QCOMPARE(now.known + now.shaky + now.unseen, report.questions);
            QCOMPARE(now.atMs, place.clock.nowMs());
        }
        const auto replay = replayAll((*library)->store());
        QVERIFY(replay);
        QCOMPARE(replay->differ, QStringList());
    }

    void anAnswerOfAFutureClockBreaksNothing()
    {
        Place place;
        place.writeCards(3);
        const auto library = place.open();
        place.clock.advanceMs(100 * dayMs);
        studyAll(*library, place.clock, Rating::Easy);
        place.clock.advanceMs(-100 * dayMs);
        const ProgressReport report = reportOf(*library, Period::All);
        QCOMPARE(report.total.answers(), 0);
        QCOMPARE(report.daysStudied, 0);
    }

    void anAnswerOfALongPastClockBreaksNothing()
    {
        Place place;
        place.writeCards(3);
        const auto library = place.open();
        place.clock.setNowMs(86'400'000); // 1970
        studyAll(*library, place.clock, Rating::Easy);
        place.clock.setNowMs(startMs);
        const ProgressReport report = reportOf(*library, Period::All);
        QCOMPARE(report.total.answers(), 0); // no day of this program; `check` names them
        QVERIFY(report.everStudied);
        QCOMPARE(report.days.size(), 30);
    }

    void theTableHoldsEveryChart()
    {
        Place place;
        place.writeCards(3);
        const auto library = place.open();
        studyAll(*library, place.clock, Rating::Easy);
        const QByteArray csv = toCsv(reportOf(*library, Period::Month));
        QVERIFY(csv.startsWith("chart,of,series,value\n"));
        QVERIFY(csv.contains("\nanswers,2026-11-20,easy,3\n"));
        QVERIFY(csv.contains("\nanswers,2026-11-19,easy,0\n"));
        QVERIFY(csv.contains("\ntime,2026-11-20,minutes,1\n"));
        QVERIFY(csv.contains(",known,3\n"));
        QVERIFY(csv.contains("\ntopics,routing,seen,3\n"));
        QVERIFY(csv.contains("\nforecast,2026-11-20,due,0\n"));
        for (const QByteArray &line : csv.trimmed().split('\n'))
            QCOMPARE(line.count(','), 3);
    }
};

QTEST_GUILESS_MAIN(ProgressTest)
#include "tst_progress.moc"
