// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/axis.h"

#include <QDate>
#include <QTest>

using namespace flaskcards;

int studyDayOf(int year, int month, int day)
{
    return int(QDate(1970, 1, 1).daysTo(QDate(year, month, day)));
}

class AxisTest : public QObject
{
    Q_OBJECT

private slots:
    void theTopOfAnAxisIsNotBelowTheMostAndCanBeHalved()
    {
        QCOMPARE(topOfAxis(0), 2);
        QCOMPARE(topOfAxis(7), 8);
        QCOMPARE(topOfAxis(36), 40);
        QCOMPARE(topOfAxis(9), 10);
        QCOMPARE(topOfAxis(22), 30);
        QCOMPARE(topOfAxis(41), 50);
        QCOMPARE(topOfAxis(101), 200);
        for (int most = 0; most < 3'000; ++most) {
            QVERIFY(topOfAxis(most) >= most);
            QCOMPARE(topOfAxis(most) % 2, 0);
        }
    }

    void shortPeriodsAreLabelledBackFromTheLastDay()
    {
        const DateTicks ticks = dateTicks(1, 30, 4);
        QVERIFY(!ticks.months);
        QCOMPARE(ticks.days, (QList<int>{10, 20, 30}));
        QCOMPARE(dateTicks(5, 5, 9).days, (QList<int>{5}));
    }

    void longPeriodsAreLabelledAtFirstsOfMonths()
    {
        const int last = studyDayOf(2026, 11, 20);
        const DateTicks ticks = dateTicks(last - 364, last, 12);
        QVERIFY(ticks.months);
        QCOMPARE(ticks.days.size(), 12);
        QCOMPARE(ticks.days.first(), studyDayOf(2025, 12, 1));
        const DateTicks fewer = dateTicks(last - 364, last, 5);
        QCOMPARE(fewer.days, (QList<int>{studyDayOf(2026, 1, 1), studyDayOf(2026, 4, 1),
                                         studyDayOf(2026, 7, 1), studyDayOf(2026, 10, 1)}));
    }

    void thereAreNeverMoreLabelsThanFit()
    {
        for (int days = 1; days < 9'000; days = days * 5 / 4 + 1) {
            for (int most = 2; most < 15; ++most)
                QVERIFY2(dateTicks(20'000 - days, 20'000, most).days.size() <= most + 1,
                         qPrintable(QString::number(days)));
        }
    }

    void theCalendarStartsWeeksOnTheChosenDay_data()
    {
        QTest::addColumn<int>("firstWeekday");
        QTest::addColumn<int>("rowOfFriday");
        QTest::newRow("Monday") << 1 << 4;
        QTest::newRow("Saturday") << 6 << 6;
        QTest::newRow("Sunday") << 7 << 5;
        QTest::newRow("Friday") << 5 << 0;
    }
    void theCalendarStartsWeeksOnTheChosenDay()
    {
        QFETCH(int, firstWeekday);
        QFETCH(int, rowOfFriday);
        const int friday = studyDayOf(2026, 11, 20);
        QCOMPARE(weekdayOf(friday), 5);
        const YearGrid grid(friday, firstWeekday, 53);
        QCOMPARE(grid.columnOf(friday), 52);
        QCOMPARE(grid.rowOf(friday), rowOfFriday);
        QCOMPARE(weekdayOf(grid.firstDay()), firstWeekday);
        QCOMPARE(grid.dayAt(52, rowOfFriday), friday);
        QVERIFY(grid.holds(friday));
        QVERIFY(!grid.holds(friday + 1));
        QVERIFY(!grid.holds(grid.firstDay() - 1));
    }
};

QTEST_APPLESS_MAIN(AxisTest)
#include "tst_axis.moc"
