// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keypoints.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

class KeyPointsTest : public QObject
{
    Q_OBJECT

private slots:
    void whatWasLeftOutIsCounted()
    {
        const auto records = pointRecords({{u"110"_s}, {u"010"_s}}, 3);
        QCOMPARE(records, (QList<PointRecord>{{1, 2, true}, {0, 2, false}, {2, 2, true}}));
        QCOMPARE(missedFirst(records), (QList<int>{0, 2, 1}));
    }

    void answersWithoutTicksOrWithOtherPointsSayNothing()
    {
        const auto records = pointRecords({{u"01"_s}, {}, {u"000"_s}}, 2);
        QCOMPARE(records, (QList<PointRecord>{{1, 1, true}, {0, 1, false}}));
        QCOMPARE(pointRecords({}, 2), (QList<PointRecord>{{}, {}}));
        QCOMPARE(missedFirst(pointRecords({}, 2)), (QList<int>{0, 1}));
    }

    void onlyTheLastFiveCount()
    {
        QList<Recital> recitals(10, Recital{u"0"_s});
        recitals.append(QList<Recital>(5, Recital{u"1"_s}));
        QCOMPARE(pointRecords(recitals, 1), (QList<PointRecord>{{0, 5, false}}));
        recitals.removeLast();
        QCOMPARE(pointRecords(recitals, 1), (QList<PointRecord>{{1, 5, false}}));
    }
};

QTEST_GUILESS_MAIN(KeyPointsTest)
#include "tst_keypoints.moc"
