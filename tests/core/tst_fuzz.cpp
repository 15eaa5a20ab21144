// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/fuzz.h"

#include <QTest>

#include <cmath>

using namespace flaskcards;
using namespace Qt::StringLiterals;

class FuzzTest : public QObject
{
    Q_OBJECT

private slots:
    // The values of Anki's own test.
    void daysSpreadAsInAnki_data()
    {
        QTest::addColumn<double>("interval");
        QTest::addColumn<int>("minimum");
        QTest::addColumn<int>("maximum");
        QTest::addColumn<QList<int>>("days"); // for the factors 0, 0.5 and 0.99
        QTest::newRow("one day is kept") << 1.0 << 1 << 1000 << QList{1, 1, 1};
        QTest::newRow("below 2.5 is kept") << 2.49 << 1 << 1000 << QList{2, 2, 2};
        QTest::newRow("2.5: a day each way") << 2.5 << 1 << 1000 << QList{2, 3, 4};
        QTest::newRow("7") << 7.0 << 1 << 1000 << QList{5, 7, 9};
        QTest::newRow("17") << 17.0 << 1 << 1000 << QList{14, 17, 20};
        QTest::newRow("37") << 37.0 << 1 << 1000 << QList{33, 37, 41};
        QTest::newRow("two days are made where allowed") << 2.0 << 3 << 1000 << QList{3, 4, 4};
        QTest::newRow("but not for two days") << 2.0 << 2 << 1000 << QList{2, 2, 2};
        QTest::newRow("nor at the maximum") << 2.0 << 3 << 3 << QList{3, 3, 3};
        QTest::newRow("above the minimum") << 100.0 << 101 << 1000 << QList{101, 105, 108};
        QTest::newRow("below the maximum") << 100.0 << 1 << 99 << QList{92, 96, 99};
        QTest::newRow("between both") << 100.0 << 97 << 103 << QList{97, 100, 103};
        QTest::newRow("minimum above maximum") << 1.0 << 3 << 2 << QList{2, 2, 2};
    }
    void daysSpreadAsInAnki()
    {
        QFETCH(double, interval);
        QFETCH(int, minimum);
        QFETCH(int, maximum);
        QFETCH(QList<int>, days);
        QCOMPARE(fuzzed(interval, minimum, maximum, 0.0), days.at(0));
        QCOMPARE(fuzzed(interval, minimum, maximum, 0.5), days.at(1));
        QCOMPARE(fuzzed(interval, minimum, maximum, 0.99), days.at(2));
        QCOMPARE(fuzzBounds(interval, minimum, maximum), (DayRange{days.at(0), days.at(2)}));
    }

    void withoutAFactorDaysAreRounded()
    {
        QCOMPARE(fuzzed(1.5, 1, 100, std::nullopt), 2);
        QCOMPARE(fuzzed(2.5, 1, 100, std::nullopt), 3); // half away from zero
        QCOMPARE(fuzzed(0.1, 1, 100, std::nullopt), 1);
        QCOMPARE(fuzzed(101, 1, 100, std::nullopt), 100);
        QCOMPARE(fuzzed(1e300, 5, 3, std::nullopt), 3);
    }

    void theLargestFactorStaysWithinTheBounds()
    {
        const double most = std::nextafter(1.0, 0.0);
        for (const double days : {3.0, 100.0, 4000.0, 36'000.0})
            QCOMPARE(fuzzed(days, 1, 36'500, most), fuzzBounds(days, 1, 36'500).last);
        QCOMPARE(fuzzed(36'500, 36'499, 36'500, most), 36'500);
    }

    void everyDayOfTheBoundsIsChosenAboutAsOften()
    {
        QHash<int, int> counts;
        for (int answers = 0; answers < 9000; ++answers)
            ++counts[fuzzed(17, 1, 1000, fuzzFactor(u"jinja-autoescape", answers))];
        QCOMPARE(counts.size(), 7); // 14 to 20
        for (const int count : std::as_const(counts))
            QVERIFY(count > 1100 && count < 1480);
    }

    void stepsGrowByAQuarterAtMostFiveMinutes()
    {
        QCOMPARE(stepFuzzLimit(0), 0);
        QCOMPARE(stepFuzzLimit(3), 3);
        QCOMPARE(stepFuzzLimit(600), 750);
        QCOMPARE(stepFuzzLimit(3600), 3900);
        QCOMPARE(fuzzedStep(600, 0.0), 600);
        QCOMPARE(fuzzedStep(600, 0.5), 675);
        QCOMPARE(fuzzedStep(600, std::nextafter(1.0, 0.0)), 749); // the limit is not reached
        QCOMPARE(fuzzedStep(600, std::nullopt), 600);
    }

    // Computed by another program; changing them would reschedule every card in a replay.
    void factorsAreTheSameOnEveryMachine()
    {
        QCOMPARE(fuzzFactor(u"", 0), 0x1.594dad6a97c7dp-1);
        QCOMPARE(fuzzFactor(u"what-is-flask", 0), 0x1.a76ffbe93b4ddp-1);
        QCOMPARE(fuzzFactor(u"what-is-flask", 1), 0x1.0e770c1820d91p-1);
        QCOMPARE(fuzzFactor(u"what-is-flask", 70'000), 0x1.1c7ea1993e358p-1);
        QCOMPARE(fuzzFactor(u"stra\u00dfe", 3), 0x1.75d3cbae52f49p-1);
    }

    void factorsLieInZeroToOne()
    {
        double sum = 0;
        for (int answers = 0; answers < 10'000; ++answers) {
            const double factor = fuzzFactor(u"request-object", answers);
            QVERIFY(factor >= 0 && factor < 1);
            sum += factor;
        }
        QVERIFY(std::abs(sum / 10'000 - 0.5) < 0.015);
    }
};

QTEST_APPLESS_MAIN(FuzzTest)
#include "tst_fuzz.moc"
