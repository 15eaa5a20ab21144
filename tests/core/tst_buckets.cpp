// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/buckets.h"
#include "core/statistics/series.h"

#include <QTest>

using namespace flaskcards;

class BucketsTest : public QObject
{
    Q_OBJECT

private slots:
    void aBarHoldsSoManyDaysThatAboutAHundredAreEnough()
    {
        QCOMPARE(bucketDays(30), 1);
        QCOMPARE(bucketDays(100), 1);
        QCOMPARE(bucketDays(101), 7);
        QCOMPARE(bucketDays(365), 7);
        QCOMPARE(bucketDays(701), 28);
        QCOMPARE(bucketDays(2801), 91);
        for (const int days : {9'100, 9'101, 36'500, 100'000})
            QVERIFY((days + bucketDays(days) - 1) / bucketDays(days) <= 100);
    }

    void bucketsEndWithTheLastDay()
    {
        QList<DayTotals> days = everyDay({}, 1, 16);
        days[1].byRating = {1, 2, 3, 4};
        days[15] = {.day = 16,
                    .byRating = {0, 0, 5, 0},
                    .reviewed = 5,
                    .recalled = 4,
                    .introduced = 1,
                    .durationMs = 9};
        const QList<DayTotals> weeks = inBuckets(days, 7);
        QCOMPARE(weeks.size(), 3);
        QCOMPARE(weeks.at(0), (DayTotals{.day = 1, .byRating = {1, 2, 3, 4}})); // two days
        QCOMPARE(weeks.at(1), (DayTotals{.day = 3}));
        QCOMPARE(weeks.at(2), (DayTotals{.day = 10,
                                         .byRating = {0, 0, 5, 0},
                                         .reviewed = 5,
                                         .recalled = 4,
                                         .introduced = 1,
                                         .durationMs = 9}));
        QCOMPARE(inBuckets({}, 7), QList<DayTotals>());
    }

    void theTrendComparesTheFirstAndTheLastFullWindow()
    {
        QList<DayTotals> days = everyDay({}, 1, 6);
        days[0] = {.day = 1, .reviewed = 10, .recalled = 8};
        days[1] = {.day = 2, .reviewed = 10, .recalled = 8};
        days[4] = {.day = 5, .reviewed = 10, .recalled = 9};
        days[5] = {.day = 6, .reviewed = 10, .recalled = 10};
        const auto trend = recallTrend(days, 2, 15);
        QVERIFY(trend);
        QCOMPARE(trend->before, 0.8);
        QCOMPARE(trend->now, 0.95);
    }

    void onlyWhatChanceHardlyBringsIsAClearTrend()
    {
        QList<DayTotals> days = everyDay({}, 1, 2);
        days[0] = {.day = 1, .reviewed = 40, .recalled = 34};
        days[1] = {.day = 2, .reviewed = 40, .recalled = 38}; // 85 % and 95 %
        QVERIFY(!recallTrend(days, 1, 15)->clear);
        for (DayTotals &day : days) {
            day.reviewed *= 10;
            day.recalled *= 10;
        }
        QVERIFY(recallTrend(days, 1, 15)->clear);
        days[1] = days[0];
        QVERIFY(!recallTrend(days, 1, 15)->clear);
        days[0].recalled = days[1].recalled = days[0].reviewed;
        QVERIFY(!recallTrend(days, 1, 15)->clear);
    }

    void fewReviewsMakeNoTrend()
    {
        QList<DayTotals> days = everyDay({}, 1, 6);
        QVERIFY(!recallTrend(days, 2, 15));
        days[0] = {.day = 1, .reviewed = 20, .recalled = 20};
        days[5] = {.day = 6, .reviewed = 14, .recalled = 1};
        QVERIFY(!recallTrend(days, 2, 15));
        days[5].reviewed = 15;
        QVERIFY(recallTrend(days, 2, 15));
        QVERIFY(!recallTrend({}, 2, 15));
    }

    void windowsThatShareADayMakeNoTrend()
    {
        QList<DayTotals> days = everyDay({}, 1, 3);
        for (DayTotals &day : days)
            day.reviewed = 50;
        QVERIFY(!recallTrend(days, 2, 15));
    }
};

QTEST_APPLESS_MAIN(BucketsTest)
#include "tst_buckets.moc"
