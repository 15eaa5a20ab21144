// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/series.h"

#include <QTest>

using namespace flaskcards;

class SeriesTest : public QObject
{
    Q_OBJECT

private slots:
    void daysWithoutAnswersAreThere()
    {
        const auto days = everyDay({{.day = 5, .byRating = {1, 0, 2, 0}}, {.day = 9}}, 4, 6);
        QCOMPARE(days.size(), 3);
        QCOMPARE(days.at(0), (DayTotals{.day = 4}));
        QCOMPARE(days.at(1).answers(), 3);
    }

    void recallIsTheMeanOfTheWindowByAnswers()
    {
        QList<DayTotals> days = everyDay({}, 1, 4);
        days[0].reviewed = 10;
        days[0].recalled = 5;
        days[1].reviewed = 30;
        days[1].recalled = 30;
        const auto recall = recallOverDays(days, 2);
        QCOMPARE(*recall.at(0), 0.5);
        QCOMPARE(*recall.at(1), 35.0 / 40);
        QCOMPARE(*recall.at(2), 1.0);
        QVERIFY(!recall.at(3)); // nothing in the last two days
        QCOMPARE(*recallOf(days), 35.0 / 40);
        QVERIFY(!recallOf({}));
    }

    void streaks_data()
    {
        QTest::addColumn<QList<int>>("days"); // newest first
        QTest::addColumn<int>("current");
        QTest::addColumn<int>("longest");
        QTest::newRow("nothing yet") << QList<int>{} << 0 << 0;
        QTest::newRow("today only") << QList<int>{100} << 1 << 1;
        QTest::newRow("up to yesterday still runs") << QList<int>{99, 98} << 2 << 2;
        QTest::newRow("broken the day before yesterday") << QList<int>{98, 97, 96} << 0 << 3;
        QTest::newRow("an older one was longer") << QList<int>{100, 99, 90, 89, 88} << 2 << 3;
        QTest::newRow("a wrong clock left a day in the future") << QList<int>{103, 100, 99} << 2 << 2;
    }
    void streaks()
    {
        QFETCH(QList<int>, days);
        QFETCH(int, current);
        QFETCH(int, longest);
        QCOMPARE(streakOf(days, 100), (Streak{current, longest}));
    }

    void newCardsRunOutInTheForecast()
    {
        const auto loads = comingDays({{10, 4}, {12, 2}, {40, 9}}, 10, 3, 7, 2, 4);
        QCOMPARE(loads, (QList<DayLoad>{{10, 4, 2}, {11, 0, 4}, {12, 2, 1}}));
    }

    void heatStepsFollowTheMinutes()
    {
        QCOMPARE(heatStep(0), 0);
        QCOMPARE(heatStep(1), 1);
        QCOMPARE(heatStep(10 * 60'000 - 1), 1);
        QCOMPARE(heatStep(10 * 60'000), 2);
        QCOMPARE(heatStep(40 * 60'000), 5);
        QCOMPARE(heatStep(400 * 60'000), 5);
    }
};

QTEST_APPLESS_MAIN(SeriesTest)
#include "tst_series.moc"
