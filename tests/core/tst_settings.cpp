// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/settings.h"

#include <QTest>

using namespace flaskcards;
using namespace Qt::StringLiterals;

class SettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void defaultsAreWrittenAsOneKnownLine()
    {
        QCOMPARE(
            SchedulingSettings().toJson(),
            R"({"desiredRetention":0.9,"fuzz":true,"learningStepsMinutes":[1,10],"leechThreshold":8,)"
            R"("maximumIntervalDays":36500,"parameters":[0.212,1.2931,2.3065,8.2956,6.4133,0.8334,3.0194,0.001,)"
            R"(1.8722,0.1666,0.796,1.4835,0.0614,0.2629,1.6483,0.6014,1.8729,0.5425,0.0912,0.0658,0.1542],)"
            R"("relearningStepsMinutes":[10],"shortTermWithSteps":false})"_ba);
    }

    void everyFieldReadsBackTheSame()
    {
        SchedulingSettings settings;
        settings.parameters[3] = 1.0 / 3;
        settings.parameters[20] = std::nextafter(0.1542, 1.0);
        settings.desiredRetention = 0.1 + 0.7; // not what 0.8 is
        settings.learningStepsMinutes = {0.5, 1e-9 / 3, 1440};
        settings.relearningStepsMinutes = {};
        settings.maximumIntervalDays = 90;
        settings.leechThreshold = 0;
        settings.shortTermWithSteps = true;
        settings.fuzz = false;
        const auto read = SchedulingSettings::fromJson(settings.toJson());
        QVERIFY(read);
        QCOMPARE(*read, settings);
        QCOMPARE(read->toJson(), settings.toJson());
    }

    void missingKeysHaveTheirDefaultsAndOthersAreIgnored()
    {
        const auto settings = SchedulingSettings::fromJson(R"({"fuzz": false, "later": [1]})");
        QVERIFY(settings);
        SchedulingSettings wanted;
        wanted.fuzz = false;
        QCOMPARE(*settings, wanted);
    }

    void olderParametersAreConverted()
    {
        const auto settings = SchedulingSettings::fromJson(
            R"({"parameters": [0.4,0.6,2.4,5.8,4.93,0.94,0.86,0.01,1.49,0.14,0.94,2.18,0.05,0.34,1.26,0.29,2.61,0,0]})");
        QVERIFY(settings);
        QCOMPARE(settings->parameters[4], 4.93);
        QCOMPARE(settings->parameters[20], 0.5);
    }

    void wrongValuesAreRefusedByTheirKey_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("key");
        QTest::newRow("retention too low") << R"({"desiredRetention": 0.69})"_ba << u"desiredRetention"_s;
        QTest::newRow("retention too high") << R"({"desiredRetention": 0.995})"_ba << u"desiredRetention"_s;
        QTest::newRow("retention as text") << R"({"desiredRetention": "0.9"})"_ba << u"desiredRetention"_s;
        QTest::newRow("step of nothing")
            << R"({"learningStepsMinutes": [1, 0]})"_ba << u"learningStepsMinutes"_s;
        QTest::newRow("steps no list") << R"({"learningStepsMinutes": 1})"_ba << u"learningStepsMinutes"_s;
        QTest::newRow("negative step")
            << R"({"relearningStepsMinutes": [-1]})"_ba << u"relearningStepsMinutes"_s;
        QTest::newRow("step of two years")
            << R"({"relearningStepsMinutes": [1051200]})"_ba << u"relearningStepsMinutes"_s;
        QTest::newRow("no interval") << R"({"maximumIntervalDays": 0})"_ba << u"maximumIntervalDays"_s;
        QTest::newRow("half a day") << R"({"maximumIntervalDays": 1.5})"_ba << u"maximumIntervalDays"_s;
        QTest::newRow("over a century") << R"({"maximumIntervalDays": 36501})"_ba << u"maximumIntervalDays"_s;
        QTest::newRow("negative lapses") << R"({"leechThreshold": -1})"_ba << u"leechThreshold"_s;
        QTest::newRow("lapses as flag") << R"({"leechThreshold": true})"_ba << u"leechThreshold"_s;
        QTest::newRow("flag as number") << R"({"fuzz": 1})"_ba << u"fuzz"_s;
        QTest::newRow("null") << R"({"shortTermWithSteps": null})"_ba << u"shortTermWithSteps"_s;
        QTest::newRow("parameters too few") << R"({"parameters": [1, 2]})"_ba << u"parameters"_s;
        QTest::newRow("parameters as words") << R"({"parameters": ["a"]})"_ba << u"parameters"_s;
        QTest::newRow("no JSON") << "{"_ba << u"scheduling settings are no JSON object"_s;
        QTest::newRow("a list") << "[]"_ba << u"scheduling settings are no JSON object"_s;
    }
    void wrongValuesAreRefusedByTheirKey()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, key);
        const auto settings = SchedulingSettings::fromJson(json);
        QVERIFY(!settings);
        QCOMPARE(settings.error().code, ErrorCode::Invalid);
        QVERIFY2(settings.error().context.startsWith(key + u':'), qPrintable(settings.error().context));
    }

    void boundsThemselvesAreAllowed()
    {
        for (const double retention : {0.70, 0.99}) {
            SchedulingSettings settings;
            settings.desiredRetention = retention;
            settings.maximumIntervalDays = 1;
            QVERIFY(checkSettings(settings));
        }
        SchedulingSettings broken;
        broken.desiredRetention = qQNaN();
        QVERIFY(!checkSettings(broken));
        broken = {};
        broken.parameters[2] = qInf();
        QVERIFY(!checkSettings(broken));
    }
};

QTEST_APPLESS_MAIN(SettingsTest)
#include "tst_settings.moc"
