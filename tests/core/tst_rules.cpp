// SPDX-License-Identifier: GPL-3.0-or-later
#include "tools/probe/ruleanswers.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace flaskcards;
using namespace Qt::StringLiterals;

namespace {

// Numbers to a millionth, all else exactly.
bool isSame(const QJsonValue &actual, const QJsonValue &wanted)
{
    if (wanted.isDouble() && actual.isDouble())
        return std::abs(actual.toDouble() - wanted.toDouble()) <= 1e-6 * std::abs(wanted.toDouble());
    if (!wanted.isArray() || !actual.isArray())
        return actual == wanted;
    const QJsonArray left = actual.toArray();
    const QJsonArray right = wanted.toArray();
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), isSame);
}

QByteArray textOf(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

constexpr RawIntervals shortRaw = {0.01, 0.2, 0.49, 0.6};
constexpr RawIntervals longRaw = {1.6, 3.4, 12.4, 30.4};

StepRules rulesFor(const QList<double> &minutes, bool withSteps = false)
{
    return {.steps = Steps(minutes), .limits = {}, .sameDayAllowed = true, .shortTermWithSteps = withSteps};
}

} // namespace

class RulesTest : public QObject
{
    Q_OBJECT

private slots:
    void casesComeOutTheSame()
    {
        QFile file(qEnvironmentVariable("FLASKCARDS_TEST_DATA") + u"/rules.jsonl"_s);
        QVERIFY(file.open(QIODevice::ReadOnly));
        int count = 0;
        for (; !file.atEnd(); ++count) {
            const QByteArray line = file.readLine();
            const QJsonObject rule = QJsonDocument::fromJson(line).object();
            const auto answer = probe::ruleAnswer(rule);
            QVERIFY2(answer, line.constData());
            QVERIFY2(isSame(*answer, rule.value("expect"_L1)), (line + textOf(*answer)).constData());
        }
        QVERIFY(count > 80);
    }

    void malformedCasesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("message");
        QTest::newRow("unknown kind")
            << R"({"kind": "leach", "in": {}})"_ba << u"there is no kind \"leach\""_s;
        QTest::newRow("no input") << R"({"kind": "leech"})"_ba << u"\"in\" is missing"_s;
        QTest::newRow("field missing")
            << R"({"kind": "leech", "in": {"lapses": 3}})"_ba << u"leech: \"threshold\" is missing"_s;
        QTest::newRow("not whole") << R"({"kind": "leech", "in": {"lapses": 3.5, "threshold": 1}})"_ba
                                   << u"leech: \"lapses\" must be a whole number"_s;
        QTest::newRow("no number") << R"({"kind": "step-delays", "in": {"steps": ["1"], "remaining": 1}})"_ba
                                   << u"step-delays: \"steps\" must be a number"_s;
        QTest::newRow("too few days") << R"({"kind": "day-weights", "in": {"firstDay": 1, "counts": [1],
                                             "easyDays": [], "siblingDays": []}})"_ba
                                      << u"day-weights: \"easyDays\" must be as many as \"counts\""_s;
    }
    void malformedCasesAreRefused()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, message);
        const auto answer = probe::ruleAnswer(QJsonDocument::fromJson(line).object());
        QVERIFY(!answer);
        QCOMPARE(answer.error().context, message);
    }

    void unknownKeysAreIgnored()
    {
        const auto answer = probe::ruleAnswer(
            QJsonDocument::fromJson(
                R"({"kind": "leech", "x": 1, "in": {"lapses": 8, "threshold": 8, "y": []}})")
                .object());
        QVERIFY(answer);
        QCOMPARE(*answer, QJsonValue(true));
    }

    void withoutStepsAShortIntervalStaysWithinTheDay()
    {
        const QList<double> none;
        QCOMPARE(answerLearning(rulesFor(none), 0, Rating::Again, shortRaw).secs, 864);
        QCOMPARE(answerLearning(rulesFor(none), 0, Rating::Hard, shortRaw).secs, 17'280);
        QCOMPARE(answerLearning(rulesFor(none), 0, Rating::Good, shortRaw).secs, 42'336);
        QVERIFY(!answerLearning(rulesFor(none), 0, Rating::Easy, shortRaw).secs); // Easy always leaves
        QVERIFY(!answerLearning(rulesFor(none), 0, Rating::Good, {0, 0, 0.5, 1}).secs);
        QCOMPARE(answerLapse(rulesFor(none), shortRaw),
                 (StepOutcome{.secs = 864, .remaining = 0, .days = 1}));
    }

    void withStepsTheShortIntervalNeedsItsSwitch()
    {
        const QList<double> steps{1, 10};
        QCOMPARE(answerLearning(rulesFor(steps), 1, Rating::Good, shortRaw),
                 (StepOutcome{.secs = {}, .remaining = 1, .days = 1}));
        const StepOutcome waiting = answerLearning(rulesFor(steps, true), 1, Rating::Good, shortRaw);
        QCOMPARE(waiting.secs, 42'336);
        QCOMPARE(waiting.remaining, 1);
        StepRules forbidden = rulesFor(steps, true);
        forbidden.sameDayAllowed = false;
        QVERIFY(!answerLearning(forbidden, 1, Rating::Good, shortRaw).secs);
    }

    void hardOnTheOnlyStepAddsHalfOfItButAtMostADay()
    {
        const QList<double> minutes{10};
        QCOMPARE(Steps(minutes).hardSecs(1), 900);
        const QList<double> threeDays{3 * 1440};
        QCOMPARE(Steps(threeDays).hardSecs(1), 4 * 86'400);
    }

    void relearningKeepsItsIntervalButForAgain()
    {
        const QList<double> steps{10, 20};
        QCOMPARE(answerRelearning(rulesFor(steps), 2, Rating::Again, longRaw),
                 (StepOutcome{.secs = 600, .remaining = 2, .days = 2}));
        QCOMPARE(answerRelearning(rulesFor(steps), 2, Rating::Hard, longRaw),
                 (StepOutcome{.secs = 900, .remaining = 2, .days = 0}));
        QCOMPARE(answerRelearning(rulesFor(steps), 2, Rating::Good, longRaw),
                 (StepOutcome{.secs = 1200, .remaining = 1, .days = 0}));
        QCOMPARE(answerRelearning(rulesFor(steps), 1, Rating::Good, longRaw).days, 12);
        QCOMPARE(answerRelearning(rulesFor(steps), 1, Rating::Easy, longRaw).days, 30);
    }

    void lapseIsNotFuzzed()
    {
        const QList<double> steps{10};
        StepRules rules = rulesFor(steps);
        rules.limits.factor = 0.99;
        QCOMPARE(answerLapse(rules, {20.4, 0, 0, 0}), (StepOutcome{.secs = 600, .remaining = 1, .days = 20}));
        rules.steps = Steps({});
        QCOMPARE(answerLapse(rules, {20.4, 0, 0, 0}), (StepOutcome{.secs = {}, .remaining = 0, .days = 20}));
    }

    void easyGraduatesLaterThanGood()
    {
        const QList<double> steps{1};
        for (const double factor : {0.0, 0.5, 0.99}) {
            StepRules rules = rulesFor(steps);
            rules.limits.factor = factor;
            const RawIntervals close = {1, 5, 10, 10.2};
            QVERIFY(answerLearning(rules, 1, Rating::Easy, close).days >
                    answerLearning(rules, 1, Rating::Good, close).days);
        }
    }

    void fuzzDoesNotGoBehindThePreviousInterval()
    {
        // The model wishes more: at least a day more.
        QCOMPARE(reviewIntervals({0, 100.6, 200, 300}, 100, {36500, 0.0}).hard, 101);
        // It wishes the same or a little less: never less than before through fuzz.
        QCOMPARE(reviewIntervals({0, 100, 200, 300}, 100, {36500, 0.0}).hard, 100);
        QCOMPARE(reviewIntervals({0, 98, 200, 300}, 100, {36500, 0.0}).hard, 100);
        // It wishes much less: so it be.
        QVERIFY(reviewIntervals({0, 60, 200, 300}, 100, {36500, 0.0}).hard < 60);
    }

    void intervalsStopAtTheMaximum()
    {
        QCOMPARE(reviewIntervals({0, 40, 50, 60}, 30, {30, 0.7}), (ReviewIntervals{30, 30, 30}));
        const QList<double> none;
        StepRules rules = rulesFor(none);
        rules.limits.maximumDays = 7;
        QCOMPARE(answerLearning(rules, 0, Rating::Easy, longRaw).days, 7);
    }

    void leechComplaintsComeAtTheThresholdAndEveryHalfOfIt_data()
    {
        QTest::addColumn<int>("threshold");
        QTest::addColumn<QList<int>>("lapses"); // up to 20
        QTest::newRow("8") << 8 << QList<int>{8, 12, 16, 20};
        QTest::newRow("odd: half rounded up") << 7 << QList<int>{7, 11, 15, 19};
        QTest::newRow("17: the next is 26") << 17 << QList<int>{17};
        QTest::newRow("never") << 0 << QList<int>{};
    }
    void leechComplaintsComeAtTheThresholdAndEveryHalfOfIt()
    {
        QFETCH(int, threshold);
        QFETCH(QList<int>, lapses);
        QList<int> found;
        for (int count = 0; count <= 20; ++count) {
            if (isLeechLapse(count, threshold))
                found.append(count);
        }
        QCOMPARE(found, lapses);
    }

    void aLoneReducedDayIsOpen()
    {
        const auto weights =
            dayWeights({.firstDay = 1, .counts = {3}, .easyDays = {EasyDay::Reduced}, .siblingDays = {}});
        QCOMPARE(weights.size(), 1);
        QVERIFY(std::abs(weights.first() - std::pow(1.0 / 3, 2.15)) < 1e-12);
    }
};

QTEST_APPLESS_MAIN(RulesTest)
#include "tst_rules.moc"
