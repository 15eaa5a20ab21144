// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

Result<CommandLine> parsed(const QString &words)
{
    return parseCommandLine((u"flaskcards "_s + words).split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutACommandItIsTheWindow()
    {
        QVERIFY(parsed(u""_s)->command.isEmpty());
        QCOMPARE(parsed(u"--data /x"_s)->place.dataDir, u"/x"_s);
    }

    void optionsAndArgumentsMayStandInAnyOrder()
    {
        const auto line = parsed(u"--bank b drill topic:routing --count 5 cookie --now 2026-12-01T09:00"_s);
        QVERIFY(line);
        QCOMPARE(line->command, u"drill"_s);
        QCOMPARE(line->arguments, (QStringList{u"topic:routing"_s, u"cookie"_s}));
        QCOMPARE(line->count, 5);
        QCOMPARE(line->place.bankDir, u"b"_s);
        QCOMPARE(*line->now, u"2026-12-01T09:00"_s);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QString>("said");
        QTest::newRow("--colour red") << u"colour"_s;
        QTest::newRow("lst") << u"There is no command “lst”."_s;
        QTest::newRow("drill --count many") << u"--count takes a whole number from 1 on, not “many”."_s;
        QTest::newRow("demo --days 0") << u"--days takes a whole number from 1 on, not “0”."_s;
        QTest::newRow("stats now") << u"stats takes no arguments."_s;
        QTest::newRow("show a b") << u"show takes one argument."_s;
        QTest::newRow("--data") << u"data"_s;
        QTest::newRow("undo --read-only") << u"undo writes, which --read-only rules out."_s;
        QTest::newRow("check --read-only --repair") << u"check --repair writes"_s;
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(QString, said);
        const auto line = parsed(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(!line);
        QVERIFY2(line.error().context.contains(said), qPrintable(line.error().context));
    }

    void theStoreIsOpenedAsTheCommandNeedsIt_data()
    {
        QTest::addColumn<Opening>("opening");
        QTest::newRow("") << Opening::ReadWrite;
        QTest::newRow("drill") << Opening::ReadWrite;
        QTest::newRow("drill --read-only") << Opening::ReadOnly;
        for (const char *reads : {"list", "show x", "stats", "check", "outlook", "backups", "history"})
            QTest::newRow(reads) << Opening::AsPermitted;
        QTest::newRow("stats --read-only") << Opening::ReadOnly;
        for (const char *writes : {"undo", "redo", "merge", "backup", "restore x", "demo", "check --repair"})
            QTest::newRow(writes) << Opening::ReadWrite;
    }
    void theStoreIsOpenedAsTheCommandNeedsIt()
    {
        QFETCH(Opening, opening);
        const auto line = parsed(QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(line);
        QCOMPARE(line->place.opening, opening);
    }

    void everyCommandIsInTheHelp()
    {
        for (const char *command :
             {"list", "show", "stats", "check", "drill", "validate", "demo", "backup", "backups", "restore",
              "undo", "redo", "history", "--data", "--bank", "--now"})
            QVERIFY2(helpText().contains(QLatin1StringView(command)), command);
    }

    void theClockIsShiftedToTheMomentAskedFor()
    {
        const auto shift = clockShiftMs(u"2026-12-01T09:00"_s);
        QVERIFY(shift);
        const qint64 wanted = QDateTime(QDate(2026, 12, 1), QTime(9, 0)).toMSecsSinceEpoch();
        QVERIFY(std::abs(SystemClock(*shift).nowMs() - wanted) < 5'000);
        QVERIFY(!clockShiftMs(u"tomorrow"_s));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "tst_commandline.moc"
