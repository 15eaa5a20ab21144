// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/findings.h"

#include <QTest>

#include <cmath>

using namespace flaskcards;
using namespace Qt::StringLiterals;

constexpr int today = 20'777; // Friday, 20 November 2026

namespace {

ProgressReport month()
{
    ProgressReport report;
    report.today = today;
    report.firstDay = today - 29;
    report.firstAnswer = today - 100;
    report.days = everyDay({}, report.firstDay, today);
    report.total.byRating = {1, 0, 9, 0};
    return report;
}

LoadEstimate load(int daysAhead, int due, int fresh, int minutes)
{
    return {{today + daysAhead, due, fresh}, minutes * 60'000};
}

} // namespace

class FindingsTest : public QObject
{
    Q_OBJECT

private slots:
    void recall_data()
    {
        QTest::addColumn<double>("before");
        QTest::addColumn<double>("now");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("rose, close")
            << 0.82 << 0.89 << u"Recall rose from 82\u00a0% to 89\u00a0% and is close to the target."_s;
        QTest::newRow("rose, below")
            << 0.60 << 0.70
            << u"Recall rose from 60\u00a0% to 70\u00a0% but is still below the target of 90\u00a0%."_s;
        QTest::newRow("rose, above")
            << 0.82 << 0.96
            << u"Recall rose from 82\u00a0% to 96\u00a0% and is above the target of 90\u00a0%."_s;
        QTest::newRow("fell, below")
            << 0.90 << 0.80
            << u"Recall fell from 90\u00a0% to 80\u00a0% and is below the target of 90\u00a0%."_s;
        QTest::newRow("fell, above")
            << 1.00 << 0.95
            << u"Recall fell from 100\u00a0% to 95\u00a0% and is still above the target of 90\u00a0%."_s;
        QTest::newRow("held") << 0.90 << 0.92 << u"Recall stays at about 92\u00a0%, close to the target."_s;
        QTest::newRow("held low") << 0.70 << 0.70
                                  << u"Recall stays at about 70\u00a0%, below the target of 90\u00a0%."_s;
    }
    void recall()
    {
        QFETCH(double, before);
        QFETCH(double, now);
        ProgressReport report = month();
        report.trend = RecallTrend{before, now, true};
        report.total.reviewed = 100;
        report.total.recalled = int(std::lround(now * 100));
        QTEST(recallFinding(report), "sentence");
    }

    void anUnclearChangeIsToldAsTheMean()
    {
        ProgressReport report = month();
        report.trend = RecallTrend{0.80, 0.95, false};
        report.total.reviewed = 100;
        report.total.recalled = 88;
        QCOMPARE(recallFinding(report), u"Recall stays at about 88\u00a0%, close to the target."_s);
    }

    void tooFewReviewsClaimNoTrend()
    {
        ProgressReport report = month();
        QCOMPARE(recallFinding(report), u"10 answer(s); the first reviews are still to come."_s);
        report.total.reviewed = 4;
        report.total.recalled = 3;
        QCOMPARE(recallFinding(report), u"3 of 4 reviews were recalled; too few for a trend."_s);
        report.total = {};
        QCOMPARE(recallFinding(report), u"Nothing was studied in this time."_s);
    }

    void studiedDays()
    {
        ProgressReport report = month();
        QCOMPARE(studiedFinding(report), u"You did not study in the last 30 day(s)."_s);
        report.daysStudied = 26;
        QCOMPARE(studiedFinding(report), u"You studied on 26 of the last 30 day(s)."_s);
        report.daysStudied = 30;
        QCOMPARE(studiedFinding(report), u"You studied on each of the last 30 day(s)."_s);
        report.period = Period::All;
        QCOMPARE(studiedFinding(report), u"You studied on 30 of 101 day(s) since 12 August."_s);
    }

    void knowledge()
    {
        ProgressReport report = month();
        report.knowledge = {{0, 0, 0, 9}};
        QCOMPARE(knowledgeFinding(report), u"No question has been seen yet."_s);
        report.knowledge = {{0, 3, 2, 4}};
        QCOMPARE(knowledgeFinding(report), u"2 question(s) are seen but not yet safe."_s);
        report.knowledge = {{0, 3, 0, 4}};
        QCOMPARE(knowledgeFinding(report), u"All 3 question(s) you have seen are safe."_s);
        report.knowledge = {{0, 7, 0, 0}};
        QCOMPARE(knowledgeFinding(report), u"You know the whole bank."_s);
    }

    void topics()
    {
        ProgressReport report = month();
        QCOMPARE(topicFinding(report), u"No topic has been seen yet."_s);
        report.topics = {{.topic = u"contexts"_s, .seen = 3, .recall = 0.58},
                         {.topic = u"forms"_s, .seen = 3, .recall = 0.9}};
        QCOMPARE(topicFinding(report), u"You would forget most in Contexts."_s);
        report.topics.removeFirst();
        QCOMPARE(topicFinding(report), u"Every topic you have seen is at the target."_s);
    }

    void forecast()
    {
        ProgressReport report = month();
        report.forecast = {load(0, 0, 0, 0), load(1, 0, 0, 0)};
        QCOMPARE(forecastFinding(report), u"Nothing is due in the next 2 day(s)."_s);
        report.forecast = {load(0, 4, 1, 2), load(1, 2, 0, 1), load(6, 20, 7, 20)};
        QCOMPARE(forecastFinding(report), u"Thursday is the fullest day: 27 card(s), 20 min."_s);
        report.forecast = {load(0, 4, 1, 2), load(1, 2, 0, 1), load(8, 20, 7, 20)};
        QCOMPARE(forecastFinding(report), u"28 November is the fullest day: 27 card(s), 20 min."_s);
        report.forecast = {load(0, 9, 0, 2), load(1, 2, 0, 1)};
        QCOMPARE(forecastFinding(report), u"Today is the fullest day: 9 card(s), 2 min."_s);
        report.forecast = {load(0, 20, 0, 2), load(1, 20, 1, 1), load(2, 19, 0, 1)};
        QCOMPARE(forecastFinding(report), u"The coming days are even: at most 21 card(s)."_s);
    }
};

QTEST_GUILESS_MAIN(FindingsTest)
#include "tst_findings.moc"
