// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/knowledge.h"

#include <QTest>

using namespace flaskcards;

constexpr qint64 dayMs = 86'400'000;

class KnowledgeTest : public QObject
{
    Q_OBJECT

private slots:
    // Recall is 0.9 after as many days as the stability.
    void aQuestionIsKnownUntilItsRecallFallsBelowTheTarget()
    {
        const QList<MemoryHistory> histories{{{10 * dayMs, 4.0}}};
        const QList<qint64> moments{9 * dayMs, 10 * dayMs, 14 * dayMs - 1, 15 * dayMs};
        const auto points = knowledgeOverTime(histories, moments, 3, Fsrs6(), 0.9);
        const QList<KnowledgePoint> wanted{
            {9 * dayMs, 0, 0, 3}, {10 * dayMs, 1, 0, 2}, {14 * dayMs - 1, 1, 0, 2}, {15 * dayMs, 0, 1, 2}};
        QCOMPARE(points, wanted);
    }

    void theLatestAnswerBeforeAMomentCounts()
    {
        const QList<MemoryHistory> histories{{{1 * dayMs, 1.0}, {5 * dayMs, 50.0}, {20 * dayMs, 0.1}}};
        const auto points =
            knowledgeOverTime(histories, {4 * dayMs, 6 * dayMs, 19 * dayMs, 21 * dayMs}, 1, Fsrs6(), 0.9);
        QCOMPARE(points.at(0).shaky, 1);
        QCOMPARE(points.at(1).known, 1);
        QCOMPARE(points.at(2).known, 1);
        QCOMPARE(points.at(3).shaky, 1);
    }

    void nothingSeenLeavesAllUnseen()
    {
        QCOMPARE(knowledgeOverTime({}, {7}, 5, Fsrs6(), 0.9), (QList<KnowledgePoint>{{7, 0, 0, 5}}));
        QCOMPARE(knowledgeOverTime({}, {}, 5, Fsrs6(), 0.9), QList<KnowledgePoint>());
    }

    void stepsReachBothEnds()
    {
        QCOMPARE(equalSteps(100, 200, 3), (QList<qint64>{100, 150, 200}));
        const QList<qint64> far = equalSteps(0, 200 * 365 * dayMs, 60);
        QCOMPARE(far.size(), 60);
        QCOMPARE(far.last(), 200 * 365 * dayMs);
    }
};

QTEST_APPLESS_MAIN(KnowledgeTest)
#include "tst_knowledge.moc"
