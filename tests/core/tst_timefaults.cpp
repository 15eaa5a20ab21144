// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timefaults.h"

#include "core/scheduling/studyday.h"
#include "core/statistics/series.h"

#include <QDateTime>
#include <QTest>

#include <limits>

using namespace flaskcards;

namespace {

constexpr qint64 nowMs = 1'795'165'200'000; // Friday, 20 November 2026, 09:00 UTC
constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;

using Fault = std::optional<TimeFault>;

} // namespace

Q_DECLARE_METATYPE(Fault)

// Scenarios 17 to 19: what a wrong clock leaves in the log, and the time that is gone by.
class TimeFaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatCannotBeIsNamed_data()
    {
        QTest::addColumn<qint64>("atMs");
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("duration");
        QTest::addColumn<Fault>("fault");
        const Fault none;
        QTest::newRow("now") << nowMs << 3600 << 9'000 << none;
        QTest::newRow("a day ahead") << nowMs + dayMs << 0 << 0 << none;
        QTest::newRow("more than a day ahead") << nowMs + dayMs + 1 << 0 << 0 << Fault(TimeFault::Future);
        QTest::newRow("the end of time")
            << std::numeric_limits<qint64>::max() << 0 << 0 << Fault(TimeFault::Future);
        QTest::newRow("first moment of 2000") << qint64(946'684'800'000) << 0 << 0 << none;
        QTest::newRow("last moment of 1999") << qint64(946'684'799'999) << 0 << 0 << Fault(TimeFault::Past);
        QTest::newRow("an empty battery") << qint64(0) << 0 << 0 << Fault(TimeFault::Past);
        QTest::newRow("Kiribati") << nowMs << 14 * 3600 << 0 << none;
        QTest::newRow("east of it") << nowMs << 14 * 3600 + 1 << 0 << Fault(TimeFault::Offset);
        QTest::newRow("west") << nowMs << -14 * 3600 - 1 << 0 << Fault(TimeFault::Offset);
        QTest::newRow("below nothing") << nowMs << 0 << -1 << Fault(TimeFault::Duration);
        QTest::newRow("a day long") << nowMs << 0 << 86'400'000 << none;
        QTest::newRow("longer") << nowMs << 0 << 86'400'001 << Fault(TimeFault::Duration);
    }
    void whatCannotBeIsNamed()
    {
        QFETCH(qint64, atMs);
        QFETCH(int, offset);
        QFETCH(int, duration);
        QFETCH(Fault, fault);
        QCOMPARE(timeFault({atMs, offset, 4}, duration, timeBounds(nowMs)), fault);
    }

    void theBoundsHoldAtTheEndOfTime()
    {
        constexpr qint64 end = std::numeric_limits<qint64>::max();
        QCOMPARE(timeBounds(end).latestMs, end);
    }

    void timeStandsStillAtTheNewestAnswerForADay()
    {
        QCOMPARE(steadyMs(nowMs, {}), nowMs);
        QCOMPARE(steadyMs(nowMs, {nowMs - 1}), nowMs);
        QCOMPARE(steadyMs(nowMs, {nowMs + 1, nowMs + dayMs}), nowMs + dayMs);
        // Then the answer is wrong, and those nearer still hold.
        QCOMPARE(steadyMs(nowMs, {nowMs + dayMs + 1}), nowMs);
        QCOMPARE(steadyMs(nowMs, {nowMs + hourMs, nowMs + 1'000 * dayMs}), nowMs + hourMs);
    }

    void timesOfACardOnlyGrowAndEndNow()
    {
        const auto ordered = [](const QList<qint64> &times) {
            QList<qint64> fromNow;
            for (const qint64 atMs : orderedTimes(times, nowMs))
                fromNow.append((atMs - nowMs) / dayMs);
            return fromNow;
        };
        const auto at = [](int days) {
            return nowMs + days * dayMs;
        };
        QCOMPARE(ordered({at(-9), at(-5), at(-1)}), (QList<qint64>{-9, -5, -1}));
        QCOMPARE(ordered({at(-5), at(-9), at(-1)}), (QList<qint64>{-5, -5, -1}));
        QCOMPARE(ordered({at(-9), at(1'000), at(-1)}), (QList<qint64>{-9, -9, -1}));
        QCOMPARE(ordered({at(-9), 0, at(-1)}), (QList<qint64>{-9, -9, -1}));
        QCOMPARE(ordered({0, at(-9)}), (QList<qint64>{-9, -9}));
        QCOMPARE(ordered({at(1'000), 0}), (QList<qint64>{0, 0}));
        QCOMPARE(ordered({at(-1), at(1)}), (QList<qint64>{-1, 0}));
    }

    // Scenario 21: the calendar of a traveller leaves days out.
    void aDayThatTheCalendarLeftOutDoesNotBreakAStreak()
    {
        QCOMPARE(streakOf({103, 101, 100}, 103), (Streak{1, 2}));
        QCOMPARE(streakOf({103, 101, 100}, 103, {102}), (Streak{3, 3}));
        QCOMPARE(streakOf({101, 100}, 103, {102}), (Streak{2, 2})); // today is still to come
        QCOMPARE(streakOf({101, 100}, 104, {102}), (Streak{0, 2})); // 103 was there and passed
        QCOMPARE(streakOf({104, 101}, 104, {102}), (Streak{1, 1}));
    }

    void aDayWasLeftOutIfTheClockBeforeItStillHadIt()
    {
        const Moment honolulu{nowMs, -10 * 3600, 4}; // 19 November, 23:00
        const int missing = studyDay(honolulu) + 1;
        QVERIFY(wasLeftOut(missing, honolulu, nowMs + 20 * hourMs)); // 20 November, 19:00 there
        QVERIFY(wasLeftOut(missing, honolulu, nowMs + 29 * hourMs - 1));
        QVERIFY(!wasLeftOut(missing, honolulu, nowMs + 29 * hourMs)); // 21 November, 04:00
    }
};

QTEST_APPLESS_MAIN(TimeFaultsTest)
#include "tst_timefaults.moc"
