// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/balancer.h"

#include <QTest>

using namespace flaskcards;

namespace {

constexpr int thursday = 0; // 1 January 1970

} // namespace

class BalancerTest : public QObject
{
    Q_OBJECT

private slots:
    void theDayWithTheFewestAnswersIsChosen()
    {
        QCOMPARE(quietestDay(10, {{9, 1}, {2, 1}, {7, 1}}, 11, 0), 11);
        QCOMPARE(quietestDay(10, {{9, 1}, {7, 1}, {2, 1}}, 11, 0.7), 12);
    }

    void aDayWithHalfAShareMayHoldHalfAsMuch()
    {
        QCOMPARE(quietestDay(10, {{5, 1}, {4, 0.5}}, 10, 0), 10);
        QCOMPARE(quietestDay(10, {{9, 1}, {3, 0.5}}, 10, 0), 11);
    }

    // Anki's own weights take every empty day, whatever its share.
    void aDayOffStaysFreeEvenWhenItIsEmpty()
    {
        QCOMPARE(quietestDay(10, {{0, 0}, {25, 1}, {0, 0}}, 10, 0), 11);
        const DayLoads loads{.firstDay = 10,
                             .counts = {0, 25},
                             .easyDays = {EasyDay::Minimum, EasyDay::Normal},
                             .siblingDays = {}};
        QVERIFY(dayWeights(loads).first() > dayWeights(loads).last());
    }

    void whereEveryDayIsOffOneIsTakenAllTheSame()
    {
        QCOMPARE(quietestDay(10, {{5, 0}, {1, 0}}, 10, 0), 11);
        QCOMPARE(quietestDay(10, {{0, 0}}, 10, 0.99), 10);
    }

    void amongEqualDaysTheWishedOneIsNearest()
    {
        QCOMPARE(quietestDay(10, {{3, 1}, {3, 1}, {3, 1}, {3, 1}, {3, 1}}, 13, 0), 13);
    }

    void theFactorDecidesBetweenDaysThatAreAlikeInAll()
    {
        QCOMPARE(quietestDay(10, {{3, 1}, {3, 1}}, 10.5, 0), 10);
        QCOMPARE(quietestDay(10, {{3, 1}, {3, 1}}, 10.5, 0.6), 11);
    }

    void sharesFollowTheWeekAndTheDatesOff()
    {
        const WeekShares week = {1, 0.5, 1, 0.25, 1, 0, 0};
        QCOMPARE(shareOf(thursday, week, {}), 0.25);
        QCOMPARE(shareOf(thursday + 2, week, {}), 0.0);
        QCOMPARE(shareOf(thursday + 4, week, {}), 1.0);
        QCOMPARE(shareOf(thursday - 3, week, {}), 1.0);
        QCOMPARE(shareOf(thursday + 7 * 2900, week, {}), 0.25);
        QCOMPARE(shareOf(thursday + 4, week, {thursday + 4}), 0.0);
    }

    // A thousand cards of about the same interval fill the days as their shares say.
    void loadSpreadsByShare()
    {
        QList<DayBurden> days(21);
        for (qsizetype i = 0; i < days.size(); ++i)
            days[i].share = i % 7 == 5 ? 0.5 : i % 7 == 6 ? 0 : 1;
        for (int card = 0; card < 1000; ++card)
            days[quietestDay(0, days, 10, double(card % 97) / 97)].answers += 1;
        double least = 1e9;
        double most = 0;
        for (const DayBurden &day : days) {
            if (day.share == 0) {
                QCOMPARE(day.answers, 0.0);
                continue;
            }
            least = std::min(least, day.answers / day.share);
            most = std::max(most, day.answers / day.share);
        }
        QVERIFY2(most < 1.4 * least, qPrintable(QString::number(most / least)));
    }
};

QTEST_APPLESS_MAIN(BalancerTest)
#include "tst_balancer.moc"
