// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exercise.h"
#include "core/questionfile.h"

#include <QDirIterator>
#include <QTest>

using namespace flaskcards;
using namespace Qt::StringLiterals;

namespace {

Question card(Kind kind, const QString &example, const QString &prompt = {})
{
    Question question;
    question.kind = kind;
    question.example = example;
    question.prompt = prompt;
    return question;
}

QString fence(const QString &info, const QString &code)
{
    return u"```%1\n%2```\n\n"_s.arg(info, code);
}

} // namespace

class ExerciseTest : public QObject
{
    Q_OBJECT

private slots:
    void theCheckStandsBehindTheExample()
    {
        const auto exercise = exerciseOf(card(
            Kind::Coding, u"Look.\n\n"_s + fence(u"html file=templates/a.html"_s, u"<p>\n"_s) +
                              fence(u"python test"_s, u"import os\n"_s) +
                              fence(u"python"_s, u"from flask import Flask\n\napp = Flask(__name__)\n"_s) +
                              fence(u"python norun"_s, u"app.run()\n"_s) +
                              fence(u"python test needs=a,b"_s, u"assert app.name\n"_s)));
        QVERIFY(exercise);
        QCOMPARE(exercise->example, u"from flask import Flask\n\napp = Flask(__name__)\n"_s);
        QCOMPARE(exercise->setUp, u"import os\n"_s);
        QCOMPARE(exercise->test, u"assert app.name\n"_s);
        QCOMPARE(exercise->files, QList<Exercise::File>({{u"templates/a.html"_s, u"<p>\n"_s}}));
        QCOMPARE(exercise->imports, u"from flask import Flask\n"_s);
        QCOMPARE(exercise->names, QStringList({u"app"_s}));
        QCOMPARE(exercise->needs, QStringList({u"a"_s, u"b"_s}));
        QVERIFY(!exercise->inFiles);
    }

    void onlyKindsThatAskForCodeHaveOne()
    {
        const QString example = fence(u"python"_s, u"a = 1\n"_s);
        for (const Kind kind : {Kind::HowTo, Kind::Coding, Kind::CodeChallenge})
            QVERIFY(exerciseOf(card(kind, example)));
        for (const Kind kind : {Kind::Concept, Kind::Comparison, Kind::Mcq, Kind::BugHunt, Kind::Design})
            QVERIFY(!exerciseOf(card(kind, example)));
        QVERIFY(!exerciseOf(card(Kind::Coding, fence(u"sh"_s, u"flask run\n"_s))));
        QVERIFY(!exerciseOf(card(Kind::Coding, {})));
    }

    void anExampleOfNamedFilesCanOnlyBeCompared()
    {
        const auto exercise = exerciseOf(card(Kind::Coding, fence(u"python file=a.py"_s, u"x = 1\n"_s) +
                                                                fence(u"python file=b.py"_s, u"y = 2\n"_s) +
                                                                fence(u"python test"_s, u"import a\n"_s)));
        QVERIFY(exercise && exercise->inFiles);
        QCOMPARE(exercise->example, u"# a.py\nx = 1\n\n# b.py\ny = 2\n"_s);
        QVERIFY(exercise->test.isEmpty() && exercise->files.isEmpty());
    }

    void namesAreThoseTheCheckUsesAndDoesNotGiveItself()
    {
        const auto exercise = exerciseOf(card(
            Kind::Coding,
            fence(u"python"_s,
                  u"import os\n\nLIMIT = 3\nfirst, second = 1, 2\n\n\ndef build(app):\n    inner = 1\n\n\n"
                  "class Shop(dict):\n    pass\n\n\nunused = 1\nclient = 2\nport: int = 5\nx == 3\n"_s) +
                fence(u"python test"_s, u"client = build(os)\nassert Shop().inner.unused == LIMIT\n"
                                        "assert second, \"first\"\nassert port\n"_s)));
        QVERIFY(exercise);
        QCOMPARE(exercise->names, QStringList({u"LIMIT"_s, u"second"_s, u"build"_s, u"Shop"_s, u"port"_s}));
    }

    void importsAreTakenWithTheirParentheses()
    {
        const auto exercise = exerciseOf(
            card(Kind::HowTo, fence(u"python"_s, u"from flask import (Flask,\n    abort)\nimport io\n"
                                                 "def f():\n    import late\n"_s)));
        QCOMPARE(exercise->imports, u"from flask import (Flask,\n    abort)\nimport io\n"_s);
    }

    void settingAnItemOrAnAttributeGivesNoName()
    {
        const QString code = u"app = 1\ntrip = 2\nshop = 3\nrows = 4\ncall = 5\n"_s;
        const QString test = u"app.config[\"X\"] = 1\napp.get(\"/trip/Oslo\")\nshop[:] = []\n"
                             "rows: list = []\nassert rows\nasync def call():\n    pass\ncall()\n"_s;
        const auto exercise =
            exerciseOf(card(Kind::Coding, fence(u"python"_s, code) + fence(u"python test"_s, test)));
        QCOMPARE(exercise->names, QStringList({u"app"_s, u"shop"_s}));
    }

    void theFaultyLinesAreThoseTheBlockNames()
    {
        const QString code = u"a = 1\nb = 2\nc = 3\n"_s;
        const auto hunt = bugHuntOf(card(Kind::BugHunt, {},
                                         fence(u"python file=a.py"_s, u"import b\n"_s) +
                                             fence(u"python bug=KeyError fault=3,1,3,7,x"_s, code) +
                                             fence(u"python"_s, u"import a\n"_s)));
        QVERIFY(hunt);
        QCOMPARE(hunt->code, code);
        QCOMPARE(hunt->faulty, (QList<int>{1, 3}));
    }

    void whereNoBlockNamesALineNoneIsToBeFound()
    {
        QVERIFY(!bugHuntOf(card(Kind::BugHunt, {}, fence(u"python bug"_s, u"a = 1\n"_s))));
        QVERIFY(!bugHuntOf(card(Kind::BugHunt, {}, fence(u"python bug fault=2"_s, u"a = 1\n"_s))));
        QVERIFY(!bugHuntOf(card(Kind::BugHunt, fence(u"python fault=1"_s, u"a = 1\n"_s))));
        QVERIFY(!bugHuntOf(card(Kind::Concept, {}, fence(u"python fault=1"_s, u"a = 1\n"_s))));
    }

    void theBankHasExercisesWithChecksAndHuntsWithLines()
    {
        int exercises = 0, checked = 0, hunts = 0;
        QDirIterator files(qEnvironmentVariable("FLASKCARDS_SOURCE") + u"/questions"_s, {u"*.md"_s},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Question question = parseQuestion(file.fileName(), file.readAll()).question;
            if (const auto exercise = exerciseOf(question)) {
                ++exercises;
                checked += !exercise->test.isEmpty();
            }
            if (const auto hunt = bugHuntOf(question)) {
                ++hunts;
            }
        }
        qInfo("%d exercises, %d with a check; %d hunts with lines", exercises, checked, hunts);
        QVERIFY(exercises > 110 && checked > 100);
        QVERIFY(hunts > 45);
    }
};

QTEST_GUILESS_MAIN(ExerciseTest)
#include "tst_exercise.moc"
