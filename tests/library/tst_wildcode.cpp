// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/python/coderun.h"
#include "library/python/python.h"

#include <QDir>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

#include <sys/resource.h>

using namespace flaskcards;
using namespace Qt::StringLiterals;
using Verdict = CodeResult::Verdict;

// Code that turns against the process that runs it gets a right verdict all the same, and leaves nothing.
class WildCodeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_python.look();
        QTRY_VERIFY_WITH_TIMEOUT(m_python.isDecided(), 30'000);
        if (m_python.state() != Python::State::Ready)
            QSKIP("no Python with Flask here");
    }

    void theVerdictIsRightWhateverHappensToTheOutput_data()
    {
        QTest::addColumn<QString>("code");
        QTest::newRow("closed") << u"import sys\nsys.stdout.close()\n"_s;
        QTest::newRow("none") << u"import sys\nsys.stdout = None\n"_s;
        QTest::newRow("descriptors closed") << u"import os\nos.close(1)\nos.close(2)\n"_s;
        QTest::newRow("replaced") << u"import io, sys\nsys.stdout = io.StringIO()\nprint('x')\n"_s;
        QTest::newRow("detached") << u"import sys\nraw = sys.stdout.detach()\n"_s;
        QTest::newRow("no line end") << u"print('x', end='')\n"_s;
        QTest::newRow("bytes") << u"import sys\nsys.stdout.buffer.write(b'\\xff\\xfe\\x00\\xc3')\n"_s;
        QTest::newRow("surrogate") << u"print('\\ud800')\n"_s;
        QTest::newRow("reads") << u"import sys\nassert sys.stdin.read() == ''\n"_s;
    }
    void theVerdictIsRightWhateverHappensToTheOutput()
    {
        QFETCH(QString, code);
        const CodeResult ran = run(code);
        QVERIFY2(ran.verdict == Verdict::Ran, qPrintable(told(ran)));
        Exercise exercise;
        exercise.test = u"assert 1 == 2\n"_s;
        const CodeResult failed = run(code, exercise);
        QVERIFY2(failed.verdict == Verdict::Failed, qPrintable(told(failed)));
    }

    void anErrorOfAnySizeIsToldInALine_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("beginning");
        QTest::newRow("ten megabytes") << u"raise ValueError('x' * 10_000_000)\n"_s << u"ValueError: xxx"_s;
        QTest::newRow("umlauts") << u"raise ValueError('ü' * 100_000)\n"_s << u"ValueError: üüü"_s;
        QTest::newRow("surrogate") << u"raise ValueError('a\\ud800b')\n"_s << u"ValueError: a"_s;
        QTest::newRow("NUL") << u"raise ValueError('a\\0b')\n"_s << u"ValueError: a"_s;
        QTest::newRow("no words") << u"class Odd(Exception):\n    def __str__(self):\n        raise self\n\n"
                                     "raise Odd()\n"_s
                                  << u"card.Odd"_s;
        QTest::newRow("notes") << u"error = ValueError('first')\nerror.add_note('second')\nraise error\n"_s
                               << u"ValueError: first"_s;
        QTest::newRow("deep") << u"def f():\n    f()\n\n\nf()\n"_s << u"RecursionError"_s;
        QTest::newRow("memory") << u"kept = []\nwhile True:\n    kept.append(bytearray(10_000_000))\n"_s
                                << u"MemoryError"_s;
        QTest::newRow("50 GB") << u"kept = bytearray(50_000_000_000)\n"_s << u"MemoryError"_s;
        QTest::newRow("memory in small pieces")
            << u"kept = []\nwhile True:\n    kept.append('%d' * 1000 + str(len(kept)))\n"_s
            << u"MemoryError"_s;
    }
    void anErrorOfAnySizeIsToldInALine()
    {
        QFETCH(QString, code);
        QFETCH(QString, beginning);
        const CodeResult result = run(code);
        QVERIFY2(result.verdict == Verdict::Raised, qPrintable(told(result)));
        QVERIFY2(result.summary.startsWith(beginning), qPrintable(told(result)));
    }

    void whoEndsItsRunnerEndsToo_data()
    {
        QTest::addColumn<QString>("deed");
        QTest::newRow("kill") << u"os.kill(os.getppid(), signal.SIGKILL)\n"_s;
        QTest::newRow("stop") << u"os.kill(os.getppid(), signal.SIGSTOP)\n"_s;
        QTest::newRow("kill, in sessions of their own")
            << u"p = subprocess.Popen(['sleep', '300'], start_new_session=True)\nprint(p.pid, flush=True)\n"
               "os.kill(os.getppid(), signal.SIGKILL)\n"_s;
        QTest::newRow("stop, in sessions of their own")
            << u"p = subprocess.Popen(['sleep', '300'], start_new_session=True)\nprint(p.pid, flush=True)\n"
               "os.kill(os.getppid(), signal.SIGSTOP)\n"_s;
    }
    void whoEndsItsRunnerEndsToo()
    {
        QFETCH(QString, deed);
        const CodeResult result = run(u"import os, signal, subprocess\nprint(os.getpid(), flush=True)\n"_s +
                                          deed + u"while True: pass\n"_s,
                                      {}, {.seconds = 1});
        QVERIFY2(result.verdict == Verdict::Ended, qPrintable(told(result)));
        const QStringList pids = result.output.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(!pids.isEmpty());
        QStringList left;
        for (const QString &pid : pids) {
            if (!isGone(pid))
                left.append(pid);
        }
        for (const QString &pid : left)
            ::kill(pid.toInt(), SIGKILL);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
    }

    void processesAreLimited()
    {
        const CodeResult result = run(u"import resource\n"
                                      "print(resource.getrlimit(resource.RLIMIT_NPROC)[0])\n"
                                      "print(open('/proc/self/oom_score_adj').read().strip())\n"_s);
        rlimit own{};
        QCOMPARE(::getrlimit(RLIMIT_NPROC, &own), 0);
        const auto limit = result.output.section(u'\n', 0, 0).toULongLong();
        QVERIFY2(limit > 512 && limit < 20'000 && limit <= own.rlim_max, qPrintable(result.output));
        QCOMPARE(result.output.section(u'\n', 1, 1), u"1000"_s);
    }

    // As many as one may let loose here: each new process makes others.
    void manyProcessesThatMakeOthersAreEnded()
    {
        const CodeResult result =
            run(u"import os, time\nprint(os.getpgid(0), flush=True)\nfor _ in range(7):\n"
                "    os.fork()\nwhile True: time.sleep(0.01)\n"_s,
                {}, {.seconds = 1});
        QCOMPARE(result.verdict, Verdict::Late);
        const int group = result.output.trimmed().toInt();
        QVERIFY(group > 1);
        QVERIFY(::kill(-group, 0) != 0);
    }

    void aGrandchildWithTheOutputOpenDoesNotHoldTheResult()
    {
        QElapsedTimer clock;
        clock.start();
        const CodeResult result =
            run(u"import os, time\nif os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n"
                "        time.sleep(300)\n    os._exit(0)\nprint('done')\n"_s);
        QCOMPARE(result.verdict, Verdict::Ran);
        QVERIFY(clock.elapsed() < 8'000);
    }

    void withoutFreeFilesThereIsAVerdict()
    {
        const CodeResult result = run(u"kept = []\nwhile True:\n    kept.append(open('/dev/null'))\n"_s);
        QVERIFY2(result.verdict == Verdict::Raised, qPrintable(told(result)));
        QVERIFY2(result.summary.startsWith(u"OSError"_s), qPrintable(told(result)));
    }

    // Without assertions every check would hold.
    void theEnvironmentDecidesNoCheck()
    {
        qputenv("PYTHONOPTIMIZE", "1");
        qputenv("FLASK_DEBUG", "1");
        qputenv("SECRET_KEY", "from outside");
        Exercise exercise;
        exercise.test = u"assert 1 == 2\n"_s;
        const CodeResult result = run(u"import os\nprint(sorted(os.environ))\n"_s, exercise);
        qunsetenv("PYTHONOPTIMIZE");
        qunsetenv("FLASK_DEBUG");
        qunsetenv("SECRET_KEY");
        QVERIFY2(result.verdict == Verdict::Failed, qPrintable(told(result)));
        QVERIFY2(!result.output.contains(u"SECRET_KEY"_s) && !result.output.contains(u"FLASK"_s),
                 qPrintable(result.output));
    }

    void theHomeFolderIsNotThePersons()
    {
        const CodeResult result = run(u"import os\nfrom pathlib import Path\nprint(os.environ.get('HOME'))\n"
                                      "(Path.home() / 'left-by-code').write_text('x')\n"_s);
        QVERIFY2(result.verdict == Verdict::Ran, qPrintable(told(result)));
        QVERIFY(!QFile::exists(QDir::homePath() + u"/left-by-code"_s));
    }

private:
    static QString told(const CodeResult &result)
    {
        return u"verdict %1: %2 | %3"_s.arg(int(result.verdict))
            .arg(result.summary.left(200), result.output.left(200));
    }

    CodeResult run(const QString &code, const Exercise &exercise = {}, const CodeRun::Limits &limits = {})
    {
        CodeRun one(limits, nullptr);
        QSignalSpy finished(&one, &CodeRun::finished);
        one.start(m_python.program(), code, exercise);
        if (finished.isEmpty() && !finished.wait(40'000))
            return {.verdict = Verdict::NotStarted, .summary = u"no result"_s};
        return finished.first().first().value<CodeResult>();
    }

    // A killed process whose parent is gone too takes a moment to be collected.
    static bool isGone(const QString &pid)
    {
        const auto isDead = [&] {
            QFile stat(u"/proc/%1/stat"_s.arg(pid));
            return !stat.open(QIODevice::ReadOnly) || stat.readAll().contains(") Z ");
        };
        return QTest::qWaitFor(isDead, 3'000);
    }

    Python m_python;
};

QTEST_GUILESS_MAIN(WildCodeTest)
#include "tst_wildcode.moc"
