// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/studyday.h"

#include <QDateTime>
#include <QTest>
#include <QTimeZone>

using namespace flaskcards;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;

// "2026-11-21T03:59:59" on a clock `offsetSeconds` east of UTC.
Moment local(const QString &text, int offsetSeconds, int rolloverHour = 4)
{
    QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
    time.setOffsetFromUtc(offsetSeconds);
    return {time.toMSecsSinceEpoch(), offsetSeconds, rolloverHour};
}

Moment inZone(const QString &text, const char *zone, int rolloverHour = 4)
{
    const QDateTime read = QDateTime::fromString(text, Qt::ISODate);
    const QDateTime time(read.date(), read.time(), QTimeZone(zone));
    return {time.toMSecsSinceEpoch(), time.offsetFromUtc(), rolloverHour};
}

int dayOf(const QString &date)
{
    return int(QDate(1970, 1, 1).daysTo(QDate::fromString(date, Qt::ISODate)));
}

// Walks through a year in steps of seven minutes. Fails where a study day is not that of the wall, or comes
// back.
QList<int> daysSkipped(const QTimeZone &zone, int year, int rolloverHour)
{
    QList<int> skipped;
    std::optional<int> last;
    const qint64 end = QDateTime(QDate(year + 1, 1, 3), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch();
    for (qint64 atMs = QDateTime(QDate(year, 1, 1), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch(); atMs < end;
         atMs += 7 * 60'000) {
        const QDateTime wall = QDateTime::fromMSecsSinceEpoch(atMs, zone);
        const int day = studyDay({atMs, wall.offsetFromUtc(), rolloverHour});
        const bool before = wall.time().hour() < rolloverHour;
        if (day != dayOf(wall.date().addDays(before ? -1 : 0).toString(Qt::ISODate)) ||
            day < last.value_or(day))
            qFatal("%s: day %d", qPrintable(wall.toString(Qt::ISODate)), day);
        for (int missed = last.value_or(day) + 1; missed < day; ++missed)
            skipped.append(missed);
        last = day;
    }
    return skipped;
}

} // namespace

class StudyDayTest : public QObject
{
    Q_OBJECT

private slots:
    void dayStartsAtTheRolloverHour_data()
    {
        QTest::addColumn<QString>("time");
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("rollover");
        QTest::addColumn<QString>("day");
        QTest::newRow("just before 4") << u"2026-11-21T03:59:59.999"_s << 0 << 4 << u"2026-11-20"_s;
        QTest::newRow("at 4") << u"2026-11-21T04:00:00.000"_s << 0 << 4 << u"2026-11-21"_s;
        QTest::newRow("midnight, 0") << u"2026-11-21T00:00:00.000"_s << 0 << 0 << u"2026-11-21"_s;
        QTest::newRow("before midnight, 0") << u"2026-11-20T23:59:59.999"_s << 0 << 0 << u"2026-11-20"_s;
        QTest::newRow("just before 23") << u"2026-11-21T22:59:59.999"_s << 0 << 23 << u"2026-11-20"_s;
        QTest::newRow("at 23") << u"2026-11-21T23:00:00.000"_s << 0 << 23 << u"2026-11-21"_s;
        QTest::newRow("west") << u"2026-11-21T03:00:00.000"_s << -11 * 3600 << 4 << u"2026-11-20"_s;
        QTest::newRow("east") << u"2026-11-21T05:00:00.000"_s << 14 * 3600 << 4 << u"2026-11-21"_s;
        QTest::newRow("half an hour") << u"2026-11-21T03:59:00.000"_s << 19'800 << 4 << u"2026-11-20"_s;
        QTest::newRow("1969") << u"1969-12-31T12:00:00.000"_s << 0 << 4 << u"1969-12-31"_s;
        QTest::newRow("first hours of 1970") << u"1970-01-01T03:00:00.000"_s << 0 << 4 << u"1969-12-31"_s;
        QTest::newRow("long ago") << u"1901-02-28T04:00:00.000"_s << -3600 << 4 << u"1901-02-28"_s;
    }
    void dayStartsAtTheRolloverHour()
    {
        QFETCH(QString, time);
        QFETCH(int, offset);
        QFETCH(int, rollover);
        QFETCH(QString, day);
        QCOMPARE(studyDay(local(time, offset, rollover)), dayOf(day));
    }

    void nextRolloverIsTheFirstMomentOfTheNextDay()
    {
        for (const int rollover : {0, 4, 23}) {
            for (const int offset : {-39'600, -12'600, 0, 19'800, 50'400}) {
                for (qint64 atMs = -3 * dayMs; atMs < 3 * dayMs; atMs += 47 * 60'000 + 7) {
                    const Moment now{atMs, offset, rollover};
                    const qint64 next = nextRolloverMs(now);
                    QVERIFY(next > atMs && next - atMs <= dayMs);
                    QCOMPARE(studyDay({next, offset, rollover}), studyDay(now) + 1);
                    QCOMPARE(studyDay({next - 1, offset, rollover}), studyDay(now));
                }
            }
        }
    }

    void secondsUntilRolloverAreRoundedUp()
    {
        QCOMPARE(secondsUntilRollover(local(u"2026-11-21T03:59:59"_s, 3600)), 1);
        QCOMPARE(secondsUntilRollover(local(u"2026-11-21T03:59:58.001"_s, 3600)), 2);
        QCOMPARE(secondsUntilRollover(local(u"2026-11-21T04:00:00"_s, 3600)), 86'400);
    }

    void elapsedDaysCountRollovers()
    {
        const auto elapsed = [](const QString &last, const QString &now) {
            return elapsedDays(local(last, 3600).atMs, local(now, 3600));
        };
        QCOMPARE(elapsed(u"2026-11-20T23:00:00"_s, u"2026-11-21T01:00:00"_s), 0); // across midnight
        QCOMPARE(elapsed(u"2026-11-20T23:00:00"_s, u"2026-11-21T05:00:00"_s), 1);
        QCOMPARE(elapsed(u"2026-11-20T04:00:00.001"_s, u"2026-11-21T03:59:59"_s), 0);
        // Anki's quirk, kept: the very first moment of a study day is a day from the next rollover.
        QCOMPARE(elapsed(u"2026-11-20T04:00:00"_s, u"2026-11-21T03:59:59"_s), 1);
        QCOMPARE(elapsed(u"2026-11-20T03:59:59"_s, u"2026-11-20T04:00:00"_s), 1);
        QCOMPARE(elapsed(u"2026-11-11T12:00:00"_s, u"2026-11-21T12:00:00"_s), 10);
    }

    void elapsedDaysAreNeverNegative()
    {
        const Moment now = local(u"2026-11-21T12:00:00"_s, 0);
        QCOMPARE(elapsedDays(now.atMs + 5 * hourMs, now), 0);
        QCOMPARE(elapsedDays(now.atMs + 500 * dayMs, now), 0);
    }

    void daylightSavingShiftsTheRolloverWithTheClock_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("before"); // 10:00 on the day before the change
        QTest::addColumn<qint64>("minutesBetween");
        QTest::newRow("New York, spring") << "America/New_York"_ba << u"2026-03-07"_s << qint64(23 * 60);
        QTest::newRow("New York, autumn") << "America/New_York"_ba << u"2026-10-31"_s << qint64(25 * 60);
        QTest::newRow("Lord Howe, half an hour, spring")
            << "Australia/Lord_Howe"_ba << u"2026-10-03"_s << qint64(23 * 60 + 30);
        QTest::newRow("Lord Howe, half an hour, autumn")
            << "Australia/Lord_Howe"_ba << u"2026-04-04"_s << qint64(24 * 60 + 30);
    }
    void daylightSavingShiftsTheRolloverWithTheClock()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QString, before);
        QFETCH(qint64, minutesBetween);
        if (!QTimeZone(zone).isValid())
            QSKIP("no time zone data on this machine");
        const QString after = QDate::fromString(before, Qt::ISODate).addDays(1).toString(Qt::ISODate);
        const Moment first = inZone(before + u"T10:00:00"_s, zone.constData());
        const Moment second = inZone(after + u"T10:00:00"_s, zone.constData());
        QCOMPARE((second.atMs - first.atMs) / 60'000, minutesBetween);
        QCOMPARE(studyDay(first), dayOf(before));
        QCOMPARE(studyDay(second), dayOf(after));
        QCOMPARE(elapsedDays(first.atMs, second), 1);
        // Each side of 4 o'clock of the day of the change.
        QCOMPARE(studyDay(inZone(after + u"T03:59:59"_s, zone.constData())), dayOf(before));
        QCOMPARE(studyDay(inZone(after + u"T04:00:00"_s, zone.constData())), dayOf(after));
        QCOMPARE(elapsedDays(first.atMs, inZone(after + u"T03:59:59"_s, zone.constData())), 0);
        QCOMPARE(nextRolloverMs(inZone(after + u"T03:30:00"_s, zone.constData())),
                 inZone(after + u"T04:00:00"_s, zone.constData()).atMs);
    }

    // scenario 20: by the calendar and the clock on the wall, through every change that the zone made.
    void everyLocalDayIsAStudyDayOnceInRealZones_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("leftOut"); // by a day that starts at midnight
        QTest::newRow("Berlin") << "Europe/Berlin"_ba << 2026 << QString();
        QTest::newRow("New York") << "America/New_York"_ba << 2026 << QString();
        QTest::newRow("Lord Howe, half an hour") << "Australia/Lord_Howe"_ba << 2026 << QString();
        QTest::newRow("Apia, no 30 December") << "Pacific/Apia"_ba << 2011 << u"2011-12-30"_s;
        QTest::newRow("Sao Paulo, at midnight") << "America/Sao_Paulo"_ba << 2018 << QString();
        QTest::newRow("Kathmandu, a quarter") << "Asia/Kathmandu"_ba << 1986 << QString();
    }
    void everyLocalDayIsAStudyDayOnceInRealZones()
    {
        QFETCH(QByteArray, zone);
        QFETCH(int, year);
        QFETCH(QString, leftOut);
        if (!QTimeZone(zone).isValid())
            QSKIP("no time zone data on this machine");
        for (const int rollover : {0, 4, 23}) {
            const QList<int> skipped = daysSkipped(QTimeZone(zone), year, rollover);
            const bool missing = !leftOut.isEmpty() && rollover == 0; // else some hours of it were there
            QCOMPARE(skipped, missing ? QList<int>{dayOf(leftOut)} : QList<int>());
        }
    }

    // scenario 21: Anki's 6 x 6 x 4 hours, wider: from any zone into any other the day is that of the
    // calendar there.
    void afterAFlightTheDayIsThatOfTheCalendarThere()
    {
        for (const int from : {-12, -7, 0, 3, 9, 14}) {
            for (const int to : {-12, -7, 0, 3, 9, 14}) {
                for (const int hour : {0, 3, 4, 23}) {
                    const Moment before = local(u"2026-11-20T00:00:00"_s, from * 3600, hour);
                    for (int i = 0; i < 24; ++i) {
                        const Moment start{before.atMs + i * hourMs, before.utcOffsetSeconds, hour};
                        const Moment landed{start.atMs + 11 * hourMs, to * 3600, hour};
                        const int jump = studyDay(landed) - studyDay(start);
                        const int byClock = 11 + to - from; // hours on the wall
                        QVERIFY(jump >= (byClock < 0 ? -2 : 0) && jump <= byClock / 24 + 1);
                        QVERIFY(elapsedDays(start.atMs, landed) >= 0);
                    }
                }
            }
        }
    }

    void daysSinceAnotherDayAreNeverNegative()
    {
        const Moment now = local(u"2026-11-21T12:00:00"_s, 0);
        QCOMPARE(studyDaysSince(localDay(local(u"2026-11-19T23:30:00"_s, 0).atMs, 0), now), 2);
        QCOMPARE(studyDaysSince(studyDay(now) + 1, now), 0);
        QCOMPARE(localDay(-1, 0), -1);
        QCOMPARE(localDay(-1, 3600), 0);
    }
};

QTEST_APPLESS_MAIN(StudyDayTest)
#include "tst_studyday.moc"
