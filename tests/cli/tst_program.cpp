// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fitting.h"
#include "library/outlook.h"
#include "library/session.h"
#include "library/unprivileged.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <signal.h>
#include <sys/stat.h>

using namespace flaskcards;
using namespace flaskcards::test;
using namespace Qt::StringLiterals;

namespace {

struct Ended {
    int status = -1;
    QString out;
    QString err;
};

} // namespace

// The program as a person runs it in a terminal.
class ProgramTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        m_isBound = false;
    }

    // scenarios 1 and 2: kill -9 after 7 and after 17 answers.
    void answersSurviveAKillRightAfterTheLastGrade_data()
    {
        QTest::addColumn<int>("answers");
        QTest::newRow("7") << 7;
        QTest::newRow("17") << 17;
    }
    void answersSurviveAKillRightAfterTheLastGrade()
    {
        QFETCH(int, answers);
        QProcess drill;
        start(drill, {u"drill"_s});
        for (int answer = 1; answer <= answers; ++answer) {
            drill.write("\n3\n");
            QVERIFY(waitForGrades(drill, answer));
        }
        ::kill(pid_t(drill.processId()), SIGKILL);
        QVERIFY(drill.waitForFinished());
        QCOMPARE(stats().value(u"reviews"_s).toInt(), answers);
        const Ended check = run({u"check"_s});
        QCOMPARE(check.status, 0);
        QVERIFY(check.out.contains(u"%1 answers replayed"_s.arg(answers)));
    }

    // Another connection of the same process must not cost it the file's locks: the program that ends next
    // would take itself for the last one and delete the write-ahead log.
    void aLogReadBesideTheWindowKeepsTheAnswersThatFollow()
    {
        const SystemClock clock;
        auto window = Library::open({m_dir->filePath(u"data"_s), QString()}, clock);
        QVERIFY(window);
        const QString file = m_dir->filePath(u"data/flaskcards.db"_s);
        const auto answer = [&] {
            auto session = Session::start(**window, {.listed = {}, .minutes = 0, .count = 1});
            QVERIFY(session && session->current());
            session->reveal();
            QVERIFY(session->answer(Rating::Good));
        };
        answer();
        QVERIFY(fitLog(file, (*window)->preferences(), {}));
        QVERIFY(readOutlook(file, (*window)->preferences(), (*window)->now(), 30, {}));
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 1);
        QVERIFY(QFile::exists(file + u"-wal"_s));
        answer();
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 2);
        window->reset();
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 2);
        QCOMPARE(run({u"check"_s}).status, 0);
    }

    void aDrillFromAPipeEndsWithTheInput()
    {
        const Ended drill = run({u"drill"_s, u"--count"_s, u"3"_s}, "\n3\n\n4\nu\n1\n");
        QCOMPARE(drill.status, 0);
        QVERIFY(drill.out.contains(u"Good: comes back in"_s));
        QVERIFY2(drill.out.contains(u"Taken back: Answer “"_s), qPrintable(drill.out));
        QVERIFY(drill.out.contains(u"”: Easy."_s));
        QVERIFY(drill.out.contains(u"Again: comes back in"_s));
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 2);
    }

    // scenario 25, from the terminal
    void undoRedoAndTheHistorySayWhatTheyDid()
    {
        run({u"drill"_s, u"--count"_s, u"2"_s}, "\n3\n\n4\n");
        const Ended undo = run({u"undo"_s});
        QCOMPARE(undo.status, 0);
        QVERIFY2(undo.out.startsWith(u"Taken back: Answer “"_s), qPrintable(undo.out));
        QVERIFY2(undo.out.contains(u"”: Easy ("_s), qPrintable(undo.out));
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 1);
        QCOMPARE(run({u"history"_s}).out.count(u"[taken back]"_s), 1);

        const Ended redo = run({u"redo"_s});
        QVERIFY2(redo.out.startsWith(u"Done again: Answer “"_s), qPrintable(redo.out));
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 2);
        const Ended one = run({u"history"_s, u"--count"_s, u"1"_s, u"--json"_s});
        const QJsonArray steps = QJsonDocument::fromJson(one.out.toUtf8()).array();
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps.first()[u"label"_s].toString(), u"answer"_s);
        QVERIFY(steps.first()[u"words"_s].toString().endsWith(u": Easy"_s));
        QCOMPARE(steps.first()[u"taken_back"_s], false);

        QCOMPARE(run({u"undo"_s}).status, 0);
        QCOMPARE(run({u"undo"_s}).status, 0);
        const Ended nothing = run({u"undo"_s});
        QCOMPARE(nothing.status, 1);
        QCOMPARE(nothing.out, u"There is nothing to take back.\n"_s);
        QCOMPARE(run({u"check"_s}).status, 0);
    }

    void aDrillTakesBackAnEarlierSittingOnlyWhenAskedTwice()
    {
        run({u"drill"_s, u"--count"_s, u"1"_s}, "\n3\n");
        const Ended once = run({u"drill"_s}, "u\nq\n");
        QVERIFY2(once.out.contains(u"That would take back: Answer “"_s), qPrintable(once.out));
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 1);
        const Ended twice = run({u"drill"_s}, "u\nu\nq\n");
        QVERIFY2(twice.out.contains(u"Taken back: Answer “"_s), qPrintable(twice.out));
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 0);
    }

    void aDrillOverASearchAsksWhatItFinds()
    {
        const Ended drill = run({u"drill"_s, u"kind:mcq"_s, u"--count"_s, u"1"_s}, "a\n2\nq\n");
        QVERIFY2(drill.out.contains(u"Choice"_s), qPrintable(drill.out));
        QVERIFY(drill.out.contains(u"ight."_s)); // Right. or Not right.
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 1);
    }

    void nonsenseTypedIntoADrillAsksAgain()
    {
        const Ended drill = run({u"drill"_s}, "x\n\n9\nq\n");
        QVERIFY(drill.out.contains(u"Please press Enter"_s));
        QVERIFY(drill.out.contains(u"Please type 1, 2, 3 or 4"_s));
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 0);
    }

    void listFindsByWordsAndFilters()
    {
        const Ended all = run({u"list"_s, u"--json"_s});
        QVERIFY(QJsonDocument::fromJson(all.out.toUtf8()).array().size() >= 33);
        const Ended some = run({u"list"_s, u"topic:sessions"_s, u"cook"_s, u"--json"_s});
        const QJsonArray rows = QJsonDocument::fromJson(some.out.toUtf8()).array();
        QVERIFY(!rows.isEmpty());
        for (const QJsonValue &row : rows)
            QCOMPARE(row[u"topic"_s].toString(), u"sessions"_s);
    }

    void aWrongSearchIsExplained()
    {
        const Ended list = run({u"list"_s, u"level:exprt"_s});
        QCOMPARE(list.status, 1);
        QVERIFY2(list.err.contains(u"There is no level “exprt”"_s), qPrintable(list.err));
    }

    void showTellsEverythingButTheHiddenChecks()
    {
        const Ended show = run({u"show"_s, u"g-object"_s});
        QCOMPARE(show.status, 0);
        for (const QString &part : {u"Key points"_s, u"Explanation"_s, u"Why it is asked"_s, u"References"_s})
            QVERIFY2(show.out.contains(part), qPrintable(part));
        QVERIFY(!show.out.contains(u"python test"_s));
        QCOMPARE(run({u"show"_s, u"no-such"_s}).status, 1);
    }

    void theBuiltInBankIsValid()
    {
        const Ended validate = run({u"validate"_s});
        QCOMPARE(validate.out, QString());
        QCOMPARE(validate.status, 0);
    }

    void theBankTellsWhatItHolds()
    {
        const Ended stats = run({u"stats"_s, u"--bank"_s, u"--json"_s});
        QCOMPARE(stats.status, 0);
        const QJsonObject figures = QJsonDocument::fromJson(stats.out.toUtf8()).object();
        QVERIFY(figures[u"cards"_s].toInt() >= 33);
        QVERIFY(figures[u"with_executed_code"_s].toInt() * 10 >= figures[u"cards"_s].toInt() * 6);
        QCOMPARE(figures[u"list_rows_covered"_s][u"000"_s].toInt(), 33);
    }

    void aNewCardIsATemplateThatTheRulesThenName()
    {
        const QString bank = m_dir->filePath(u"bank"_s);
        QCOMPARE(run({u"new"_s, u"routing"_s, u"my-question"_s, u"--bank"_s, bank}).status, 0);
        const QString path = bank + u"/routing/my-question.md"_s;
        const Ended validate = run({u"validate"_s, path});
        QCOMPARE(validate.status, 1);
        QVERIFY(validate.out.contains(u"my-question.md:"_s));
        QCOMPARE(run({u"new"_s, u"routing"_s, u"my-question"_s, u"--bank"_s, bank}).status, 1); // not over it
        QCOMPARE(run({u"new"_s, u"cooking"_s, u"my-question"_s, u"--bank"_s, bank}).status, 2);
        QCOMPARE(run({u"new"_s, u"routing"_s, u"../evil"_s, u"--bank"_s, bank}).status, 2);
    }

    void aBrokenCardFileIsToldWithItsLine()
    {
        QFile file(m_dir->filePath(u"broken.md"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("---\nlevel: easy\n---\n# Title?\n");
        file.close();
        const Ended validate = run({u"validate"_s, file.fileName()});
        QCOMPARE(validate.status, 1);
        QVERIFY2(validate.out.contains(u"broken.md:2: level:"_s), qPrintable(validate.out));
    }

    // scenario 29
    void aBackupIsMadeListedAndRestored()
    {
        run({u"drill"_s, u"--count"_s, u"2"_s}, "\n3\n\n3\n");
        const Ended backup = run({u"backup"_s});
        QCOMPARE(backup.status, 0);
        QVERIFY(QFile::exists(backup.out.trimmed()));
        run({u"drill"_s, u"--count"_s, u"1"_s}, "\n3\n");
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 3);
        const QJsonArray listed =
            QJsonDocument::fromJson(run({u"backups"_s, u"--json"_s}).out.toUtf8()).array();
        QCOMPARE(listed.size(), 3); // the drill makes one at its end
        QCOMPARE(listed.at(0)[u"answers"_s].toInt(), 3);
        QCOMPARE(listed.at(1)[u"answers"_s].toInt(), 2);
        QCOMPARE(listed.at(1)[u"file"_s].toString(), backup.out.trimmed());
        QVERIFY(run({u"backups"_s}).out.contains(u"by hand"_s));
        const Ended restored = run({u"restore"_s, QFileInfo(backup.out.trimmed()).completeBaseName()});
        QCOMPARE(restored.status, 0);
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 2);
        run({u"restore"_s, restored.out.trimmed().section(u' ', -1)});
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 3);
        QCOMPARE(run({u"restore"_s, u"no-such"_s}).status, 1);
        QCOMPARE(run({u"restore"_s}).status, 2);
        QCOMPARE(run({u"check"_s}).status, 0);
    }

    // scenario 9
    void aDamagedStoreIsReplacedByABackup()
    {
        run({u"drill"_s, u"--count"_s, u"1"_s}, "\n3\n");
        const QString backup = run({u"backup"_s}).out.trimmed();
        QFile file(m_dir->filePath(u"data/flaskcards.db"_s));
        QVERIFY(file.resize(file.size() / 2));
        QCOMPARE(run({u"stats"_s}).status, 1);
        const Ended restored = run({u"restore"_s, backup});
        QVERIFY2(restored.out.contains(u"flaskcards-damaged-"_s), qPrintable(restored.out + restored.err));
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 1);
        QCOMPARE(run({u"check"_s}).status, 0);
    }

    // scenarios 5 and 29: whenever the program is killed, the store is the one or the other.
    void aRestoreKilledAtAnyMomentIsWholeOrNothing()
    {
        run({u"drill"_s, u"--count"_s, u"2"_s}, "\n3\n\n3\n");
        const QString two = run({u"backup"_s}).out.trimmed();
        run({u"drill"_s, u"--count"_s, u"1"_s}, "\n3\n");
        const QString three = run({u"backup"_s}).out.trimmed();
        int killed = 0;
        for (int i = 0; i < 16; ++i) {
            QProcess program;
            start(program, {u"restore"_s, i % 2 == 0 ? two : three});
            QTest::qSleep(10 + 12 * i);
            ::kill(pid_t(program.processId()), SIGKILL);
            program.waitForFinished();
            killed += program.exitStatus() == QProcess::CrashExit ? 1 : 0;
            const int answers = stats().value(u"reviews"_s).toInt();
            QVERIFY2(answers == 2 || answers == 3, qPrintable(QString::number(answers)));
            QCOMPARE(run({u"check"_s}).status, 0);
            for (const QJsonValue &backup :
                 QJsonDocument::fromJson(run({u"backups"_s, u"--json"_s}).out.toUtf8()).array())
                QVERIFY(backup[u"verifies"_s].toBool());
        }
        QVERIFY(killed > 3);
    }

    void theSameDemoComesOutOfTheSameSeed()
    {
        const QStringList demo{u"demo"_s,  u"--days"_s,          u"40"_s, u"--seed"_s, u"7"_s,
                               u"--now"_s, u"2026-12-01T21:00"_s};
        const Ended first = run(demo);
        QCOMPARE(first.status, 0);
        const QString firstStats = run({u"stats"_s, u"--now"_s, u"2026-12-01T21:30"_s}).out;
        QCOMPARE(run({u"check"_s, u"--now"_s, u"2026-12-01T21:30"_s}).status, 0);
        QCOMPARE(run(demo).status, 1); // not into a folder with answers
        m_dir.reset(new QTemporaryDir);
        run(demo);
        QCOMPARE(run({u"stats"_s, u"--now"_s, u"2026-12-01T21:30"_s}).out, firstStats);
    }

    void aFolderThatCannotBeIsSaidSo()
    {
        QFile file(m_dir->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Ended stats = run({u"stats"_s, u"--data"_s, file.fileName() + u"/below"_s});
        QCOMPARE(stats.status, 1);
        QVERIFY2(stats.err.contains(u"cannot be read or written"_s), qPrintable(stats.err));
    }

    // scenario 16: what only reads works all the same; what writes says that it was not done.
    void inAFolderThatCannotBeWrittenOnlyReadingWorks()
    {
        run({u"drill"_s, u"--count"_s, u"2"_s}, "\n3\n\n4\n");
        const QString data = m_dir->filePath(u"data"_s);
        const QString file = data + u"/flaskcards.db"_s;
        const QString copy = m_dir->filePath(u"copy"_s);
        QVERIFY(QDir().mkpath(copy) && QFile::copy(file, copy + u"/flaskcards.db"_s));
        m_isBound = true;
        setMode(file, 0444);
        setMode(data, 0555);
        for (const char *reads :
             {"stats", "list cookie", "history", "outlook --days 3", "backups", "check"}) {
            const Ended read = run(QString::fromLatin1(reads).split(u' '));
            QVERIFY2(read.status == 0, qPrintable(read.err));
        }
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 2);
        for (const QStringList &writes : {QStringList{u"undo"_s},
                                          {u"redo"_s},
                                          {u"drill"_s},
                                          {u"backup"_s},
                                          {u"merge"_s, copy},
                                          {u"restore"_s, copy + u"/flaskcards.db"_s}}) {
            const Ended written = run(writes);
            QVERIFY2(written.status == 1 && written.out.isEmpty(), qPrintable(writes.first() + written.out));
            QVERIFY2(written.err.contains(u"cannot be read or written"_s), qPrintable(written.err));
        }
        setMode(data, 0000); // no empty one
        const Ended hidden = run({u"stats"_s});
        QVERIFY2(hidden.status == 1 && hidden.err.contains(u"cannot be read or written"_s),
                 qPrintable(hidden.out));
        setMode(data, 0755);
        QCOMPARE(stats().value(u"reviews"_s).toInt(), 2);
    }

    void misuseEndsWithStatusTwoAndAHint()
    {
        const Ended wrong = run({u"--colour"_s});
        QCOMPARE(wrong.status, 2);
        QVERIFY(wrong.err.contains(u"flaskcards --help"_s));
        QCOMPARE(run({u"--help"_s}).status, 0);
        QVERIFY(run({u"--version"_s}).out.startsWith(u"Flaskcards "_s));
    }

    void withoutADisplayTheDrillStarts()
    {
        QProcess program;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"QT_QPA_PLATFORM"_s})
            environment.remove(name);
        program.setProcessEnvironment(environment);
        start(program, {});
        program.closeWriteChannel();
        QVERIFY(program.waitForFinished());
        const QString out = QString::fromUtf8(program.readAllStandardOutput());
        QVERIFY2(out.contains(u"1 of 10"_s), qPrintable(out));
        QVERIFY(program.readAllStandardError().contains("no display"));
    }

private:
    static void setMode(const QString &path, mode_t mode)
    {
        QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
    }

    void start(QProcess &program, const QStringList &arguments)
    {
        if (m_isBound)
            program.setChildProcessModifier(bindByPermissions);
        program.start(qEnvironmentVariable("FLASKCARDS_PROGRAM"), withData(arguments));
        QVERIFY(program.waitForStarted());
    }

    QStringList withData(const QStringList &arguments) const
    {
        if (arguments.contains(u"--data"_s))
            return arguments;
        return arguments + QStringList{u"--data"_s, m_dir->filePath(u"data"_s)};
    }

    Ended run(const QStringList &arguments, const QByteArray &input = {})
    {
        QProcess program;
        start(program, arguments);
        program.write(input);
        program.closeWriteChannel();
        if (!program.waitForFinished(120'000))
            return {};
        return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
                QString::fromUtf8(program.readAllStandardError())};
    }

    QJsonObject stats()
    {
        return QJsonDocument::fromJson(run({u"stats"_s, u"--json"_s}).out.toUtf8()).object();
    }

    static bool waitForGrades(QProcess &drill, int count)
    {
        static QByteArray seen;
        if (count == 1)
            seen.clear();
        return QTest::qWaitFor(
            [&] {
                drill.waitForReadyRead(50);
                seen += drill.readAllStandardOutput();
                return seen.count("comes back in") >= count;
            },
            30'000);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    bool m_isBound = false; // by permissions, even as root
};

QTEST_GUILESS_MAIN(ProgramTest)
#include "tst_program.moc"
