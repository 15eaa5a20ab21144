// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/questionfile.h"
#include "library/python/coderun.h"
#include "library/python/python.h"

#include <QDirIterator>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <csignal>

using namespace flaskcards;
using namespace Qt::StringLiterals;
using Verdict = CodeResult::Verdict;

// Runs code as a coding card does. Needs a Python with Flask where it says so.
class PythonTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_python.look();
        QTRY_VERIFY_WITH_TIMEOUT(m_python.isDecided(), 30'000);
        if (m_python.state() == Python::State::Ready)
            QVERIFY(m_python.flaskVersion().contains(u'.'));
    }

    void whereNoPythonIsItIsSaid()
    {
        const QTemporaryDir empty;
        Python python(empty.path());
        const QSignalSpy decided(&python, &Python::decided);
        python.look();
        QCOMPARE(python.state(), Python::State::NoPython);
        QCOMPARE(decided.count(), 1);
        QVERIFY(python.program().isEmpty());
    }

    void aPythonWithoutFlaskIsPassedOver()
    {
        const QTemporaryDir bare;
        const QTemporaryDir good;
        writeProgram(bare, u"#!/bin/sh\nexit 1\n"_s);
        writeProgram(good, u"#!/bin/sh\necho /opt/python\necho 3.1.3\n"_s);
        Python without(bare.path());
        without.look();
        QVERIFY(!without.isDecided()); // in a process of its own
        QTRY_COMPARE(without.state(), Python::State::NoFlask);
        Python second(bare.path() + u':' + good.path());
        second.look();
        QTRY_COMPARE(second.state(), Python::State::Ready);
        QCOMPARE(second.program(), u"/opt/python"_s);
        QCOMPARE(second.flaskVersion(), u"3.1.3"_s);
    }

    void aPythonThatCannotBeStartedIsSaid()
    {
        const CodeResult result = run(u"pass"_s, {}, {}, u"/nowhere/python3"_s);
        QCOMPARE(result.verdict, Verdict::NotStarted);
        QVERIFY(!result.summary.isEmpty());
    }

    void theCheckDecides()
    {
        if (!needPython())
            QSKIP("no Python with Flask here");
        Exercise exercise;
        exercise.imports = u"from flask import Flask\nimport json\n"_s;
        exercise.test = u"client = app.test_client()\nassert json.loads(client.get('/').text) == [1]\n"_s;
        const QString right = u"import flask\napp = flask.Flask(__name__)\n\n@app.get('/')\ndef home():\n"
                              "    print('asked')\n    return [1]\n"_s;
        CodeResult result = run(right, exercise);
        QCOMPARE(result.verdict, Verdict::Passed);
        QCOMPARE(result.output, u"asked\n"_s);

        QString wrong = right;
        result = run(wrong.replace(u"[1]"_s, u"[2]"_s), exercise);
        QCOMPARE(result.verdict, Verdict::Failed);
        QCOMPARE(result.source, u"assert json.loads(client.get('/').text) == [1]\n"
                                "# json.loads(client.get('/').text) \u2192 [2]"_s);
        QCOMPARE(result.summary, u"AssertionError"_s);

        QString named = right;
        result = run(named.replace(u"app"_s, u"site"_s), exercise);
        QCOMPARE(result.verdict, Verdict::Failed);
        QCOMPARE(result.summary, u"NameError: name 'app' is not defined"_s);
    }

    void aCheckThatFailsTellsWhatItCompared_data()
    {
        QTest::addColumn<QString>("check");
        QTest::addColumn<QString>("told");
        QTest::newRow("call and number") << u"assert double(4) == 8"_s << u"# double(4) \u2192 12"_s;
        QTest::newRow("text") << u"word = 'a\\nb'\nassert 'x' in word"_s << u"# word \u2192 'a\\nb'"_s;
        QTest::newRow("in a function")
            << u"def check(n):\n    assert double(n) == 2 * n, 'doubled'\ncheck(2)"_s
            << u"# double(n) \u2192 6\n# 2 * n \u2192 4"_s;
        QTest::newRow("over lines") << u"assert (double(4) ==\n        8)"_s << u"# double(4) \u2192 12"_s;
        QTest::newRow("no comparison") << u"assert double(4) == 12\nassert not double(4)"_s << u""_s;
        QTest::newRow("several") << u"assert double(1) == 3 and double(4) == 8 and double(2)"_s
                                 << u"# double(4) \u2192 12"_s;
        QTest::newRow("none of several") << u"assert double(1) == 3 and not double(4)"_s << u""_s;
        QTest::newRow("a chain") << u"assert double(4) == 12\nassert 1 < double(1) < 2"_s << u""_s;
        QTest::newRow("long") << u"assert 'a' * 500 == ''"_s
                              << u"# 'a' * 500 \u2192 '%1\u2026"_s.arg(QString(199, u'a'));
        QTest::newRow("worse") << u"class Bad:\n    def __repr__(self): raise SystemExit\nassert Bad() == 1"_s
                               << u""_s;
    }
    void aCheckThatFailsTellsWhatItCompared()
    {
        QFETCH(QString, check);
        QFETCH(QString, told);
        if (!needPython())
            QSKIP("no Python with Flask here");
        Exercise exercise;
        exercise.test = check + u'\n';
        const CodeResult result = run(u"def double(x):\n    return 3 * x\n"_s, exercise);
        QCOMPARE(result.verdict, Verdict::Failed);
        QVERIFY(result.summary.startsWith(u"AssertionError"_s));
        const QString statement = check.mid(check.lastIndexOf(u"assert"_s));
        QVERIFY2(result.source.contains(statement.section(u"\ncheck("_s, 0, 0)), qPrintable(result.source));
        QCOMPARE(result.source.mid(result.source.indexOf(u"# "_s) < 0 ? result.source.size()
                                                                      : result.source.indexOf(u"# "_s)),
                 told);
    }

    void whatStandsBeforeTheExampleRunsFirst()
    {
        if (!needPython())
            QSKIP("no Python with Flask here");
        Exercise exercise;
        exercise.setUp = u"ready = ['set up']\n"_s;
        exercise.test = u"assert ready == ['set up', 'code']\n"_s;
        QCOMPARE(run(u"ready.append('code')\n"_s, exercise).verdict, Verdict::Passed);
    }

    void withoutACheckTheOutputIsTheResult()
    {
        if (!needPython())
            QSKIP("no Python with Flask here");
        const CodeResult result = run(u"import sys\nprint('grüß dich')\nprint('oh', file=sys.stderr)\n"_s);
        QCOMPARE(result.verdict, Verdict::Ran);
        QCOMPARE(result.output, u"grüß dich\noh\n"_s);
    }

    void aModuleTheCheckNeedsIsNamedWhereItIsMissing()
    {
        if (!needPython())
            QSKIP("no Python with Flask here");
        Exercise exercise;
        exercise.test = u"assert False\n"_s;
        exercise.needs = {u"json"_s, u"not_there_at_all"_s};
        const CodeResult result = run(u"print('here')\n"_s, exercise);
        QCOMPARE(result.module, u"not_there_at_all"_s);
        QCOMPARE(result.output, u"here\n"_s);
    }

    void anErrorOfTheCodeNamesItsLine()
    {
        if (!needPython())
            QSKIP("no Python with Flask here");
        CodeResult result = run(u"def f():\n    return 1 / 0\n\n\nf()\n"_s);
        QCOMPARE(result.verdict, Verdict::Raised);
        QCOMPARE(result.line, 2);
        QCOMPARE(result.summary, u"ZeroDivisionError: division by zero"_s);
        result = run(u"x = 1\ndef f(:\n"_s);
        QCOMPARE(result.verdict, Verdict::Raised);
        QCOMPARE(result.line, 2);
        QVERIFY(result.summary.startsWith(u"SyntaxError"_s));
        result = run(u"import not_there_at_all.inside\n"_s);
        QCOMPARE(result.module, u"not_there_at_all"_s);
        QCOMPARE(run(u"import sys\nsys.exit(3)\n"_s).summary, u"SystemExit: 3"_s);
        QCOMPARE(run(u"import os\nos._exit(3)\n"_s).verdict, Verdict::Ended);
        QCOMPARE(run(u"import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n"_s).summary, u"SIGKILL"_s);
    }

    void theFilesOfTheCardAreThereAndNoOthers()
    {
        if (!needPython())
            QSKIP("no Python with Flask here");
        Exercise exercise;
        exercise.files = {
            {u"templates/a.html"_s, u"hi"_s}, {u"../../outside"_s, u"no"_s}, {u"/tmp/abs"_s, u"no"_s}};
        const CodeResult result =
            run(u"import os\nfor where, _, names in os.walk('.'):\n"
                "    print(where, sorted(names))\nprint(os.path.exists('../../outside'))\n"_s,
                exercise);
        QCOMPARE(result.output, u". ['card.py']\n./templates ['a.html']\nFalse\n"_s);
    }

    void anEndlessLoopIsStoppedAndItsLineTold()
    {
        if (!needPython())
            QSKIP("no Python with Flask here");
        QElapsedTimer clock;
        clock.start();
        const CodeResult result = run(u"n = 0\nwhile True:\n    n += 1\n"_s, {}, {.seconds = 1});
        QCOMPARE(result.verdict, Verdict::Late);
        QVERIFY2(result.line == 2 || result.line == 3, qPrintable(QString::number(result.line)));
        QVERIFY(clock.elapsed() < 8'000);
    }

    void endlessOutputIsCutAndStopped()
    {
        if (!needPython())
            QSKIP("no Python with Flask here");
        QElapsedTimer longest;
        qint64 worst = 0;
        QTimer beat; // the window would be painted here
        longest.start();
        connect(&beat, &QTimer::timeout, this, [&] { worst = std::max(worst, longest.restart()); });
        beat.start(5);
        const CodeResult result = run(u"for i in range(1000):\n    print('x' * 100_000)\n"_s);
        QCOMPARE(result.verdict, Verdict::TooMuchOutput);
        QCOMPARE(result.output.size(), 64 * 1024);
        qInfo("longest without an event: %lld ms", worst);
        QVERIFY(worst < 2000); // on a busy machine; a hundred megabytes take longer
    }

    void whatTheCodeStartsEndsWithIt_data()
    {
        QTest::addColumn<QString>("start");
        QTest::newRow("child") << u"p = subprocess.Popen(['sleep', '300'])\nprint(p.pid, flush=True)\n"_s;
        QTest::newRow("session of its own")
            << u"p = subprocess.Popen(['sleep', '300'], start_new_session=True)\n"
               "print(p.pid, flush=True)\n"_s;
        QTest::newRow("daemon") << u"if os.fork() == 0:\n    os.setsid()\n    if os.fork() == 0:\n"
                                   "        print(os.getpid(), flush=True)\n        time.sleep(300)\n"
                                   "    os._exit(0)\nos.wait()\ntime.sleep(0.2)\n"_s;
    }
    void whatTheCodeStartsEndsWithIt()
    {
        if (!needPython())
            QSKIP("no Python with Flask here");
        QFETCH(QString, start);
        const QString imports = u"import os, subprocess, time\n"_s;
        const CodeResult left = run(imports + start); // it ends at once, the child would stay
        QCOMPARE(left.verdict, Verdict::Ran);
        QVERIFY(isGone(left.output));
        const CodeResult late = run(imports + start + u"while True: pass\n"_s, {}, {.seconds = 1});
        QCOMPARE(late.verdict, Verdict::Late);
        QVERIFY(isGone(late.output));
    }

    void whoeverLeavesTheCardStopsTheRun()
    {
        if (!needPython())
            QSKIP("no Python with Flask here");
        const QTemporaryDir place;
        const QString note = place.filePath(u"pid"_s);
        const QString code =
            u"import os, subprocess\np = subprocess.Popen(['sleep', '300'], start_new_session=True)\n"
            "open('%1.new', 'w').write(str(p.pid))\nos.rename('%1.new', '%1')\nwhile True: pass\n"_s.arg(
                note);
        const auto noted = [&] {
            QFile file(note);
            return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
        };
        {
            CodeRun run;
            run.start(m_python.program(), code, {});
            QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(note), 10'000);
        }
        QVERIFY(isGone(noted()));
        QFile::remove(note);
        CodeRun run;
        QSignalSpy finished(&run, &CodeRun::finished);
        run.start(m_python.program(), code, {});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(note), 10'000);
        run.stop();
        QVERIFY(finished.wait(10'000));
        QCOMPARE(finished.first().first().value<CodeResult>().verdict, Verdict::Stopped);
        QVERIFY(isGone(noted()));
        QVERIFY(!run.isRunning());
    }

    void theFolderGoesAway()
    {
        if (!needPython())
            QSKIP("no Python with Flask here");
        const CodeResult result = run(u"import os\nopen('left', 'w').write('x')\nprint(os.getcwd())\n"_s);
        QVERIFY(!result.output.isEmpty());
        QVERIFY(!QFile::exists(result.output.trimmed()));
    }

    // The model solutions of the bank pass their own checks here too. All of them only with FLASKCARDS_LONG.
    void theExamplesOfTheBankPass()
    {
        if (!needPython())
            QSKIP("no Python with Flask here");
        const bool all = qEnvironmentVariableIsSet("FLASKCARDS_LONG");
        int passed = 0, number = 0;
        QStringList wrong;
        QDirIterator files(qEnvironmentVariable("FLASKCARDS_SOURCE") + u"/questions"_s, {u"*.md"_s},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto parsed = parseQuestion(file.fileName(), file.readAll());
            const auto exercise = exerciseOf(parsed.question);
            if (!exercise || exercise->test.isEmpty() || (!all && ++number % 20 != 1))
                continue;
            const CodeResult result = run(exercise->example, *exercise);
            if (result.verdict == Verdict::Passed)
                ++passed;
            else if (result.module.isEmpty()) // what is not installed here cannot run
                wrong.append(u"%1: %2: %3 %4 %5"_s.arg(parsed.question.slug)
                                 .arg(int(result.verdict))
                                 .arg(result.summary, result.source, result.output.left(300)));
        }
        qInfo("%d passed", passed);
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
        QVERIFY(passed > 0);
    }

private:
    bool needPython() const { return m_python.state() == Python::State::Ready; }

    CodeResult run(const QString &code, const Exercise &exercise = {}, const CodeRun::Limits &limits = {},
                   const QString &python = {})
    {
        CodeRun one(limits, nullptr);
        QSignalSpy finished(&one, &CodeRun::finished);
        one.start(python.isEmpty() ? m_python.program() : python, code, exercise);
        if (finished.isEmpty() && !finished.wait(40'000))
            return {.verdict = Verdict::NotStarted, .summary = u"no result"_s};
        return finished.first().first().value<CodeResult>();
    }

    static bool isGone(const QString &pid)
    {
        bool isNumber = false;
        const int number = pid.trimmed().toInt(&isNumber);
        return isNumber && number > 1 && ::kill(number, 0) != 0;
    }

    static void writeProgram(const QTemporaryDir &folder, const QString &text)
    {
        QFile file(folder.filePath(u"python3"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
        file.close();
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }

    Python m_python;
};

QTEST_GUILESS_MAIN(PythonTest)
#include "tst_python.moc"
