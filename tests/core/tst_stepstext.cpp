// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/stepstext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

class StepsTextTest : public QObject
{
    Q_OBJECT

private slots:
    void stepsAreReadAsTyped_data()
    {
        QTest::addColumn<QList<double>>("minutes");
        QTest::newRow("1 10") << QList<double>{1, 10};
        QTest::newRow("30s 10m 1h 2d") << QList<double>{0.5, 10, 60, 2880};
        QTest::newRow("  1.5h ") << QList<double>{90};
        QTest::newRow("10M") << QList<double>{10};
        QTest::newRow("") << QList<double>{};
    }
    void stepsAreReadAsTyped()
    {
        QFETCH(QList<double>, minutes);
        const auto read = stepsFromText(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(read);
        QCOMPARE(*read, minutes);
        QCOMPARE(*stepsFromText(stepsText(minutes)), minutes);
    }

    void theWrongPartIsNamed_data()
    {
        QTest::addColumn<QString>("part");
        QTest::newRow("1 ten") << u"ten"_s;
        QTest::newRow("1 -5m") << u"-5m"_s;
        QTest::newRow("0") << u"0"_s;
        QTest::newRow("5 nan") << u"nan"_s;
        QTest::newRow("9999d") << u"9999d"_s;
    }
    void theWrongPartIsNamed()
    {
        QFETCH(QString, part);
        const auto read = stepsFromText(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!read);
        QCOMPARE(read.error().context, part);
    }
};

QTEST_APPLESS_MAIN(StepsTextTest)
#include "tst_stepstext.moc"
