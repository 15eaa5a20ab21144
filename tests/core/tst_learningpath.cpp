// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learningpath.h"

#include "core/questionfile.h"
#include "core/teachingorder.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

QString bank()
{
    return qEnvironmentVariable("FLASKCARDS_SOURCE") + u"/questions"_s;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The bank's questions by slug.
QHash<QString, Question> readBank()
{
    QHash<QString, Question> questions;
    QDirIterator files(bank(), {u"*.md"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        const Question question = parseQuestion(QDir(bank()).relativeFilePath(path), bytesOf(path)).question;
        questions.insert(question.slug, question);
    }
    return questions;
}

} // namespace

class LearningPathTest : public QObject
{
    Q_OBJECT

private slots:
    void aFileIsRead()
    {
        QStringList problems;
        const LearningPath path = parsePath(
            u"title: First job\r\ndescription: All: of it # not this\n\n# head\n one-two\nthree # c\n"_s,
            &problems);
        QCOMPARE(path, (LearningPath{u"First job"_s, u"All: of it"_s, {u"one-two"_s, u"three"_s}}));
        QCOMPARE(problems, QStringList());
    }

    void whatIsWrongIsNamedWithItsLine()
    {
        QStringList problems;
        const LearningPath path = parsePath(u"title: T\na\nTwo words\na\n"_s, &problems);
        QCOMPARE(path.slugs, QStringList{u"a"_s});
        QCOMPARE(problems.size(), 2);
        QVERIFY(problems.first().startsWith(u"3:"_s));
        QVERIFY(problems.last().startsWith(u"4:"_s));
        parsePath({}, &problems);
        QCOMPARE(problems.size(), 3); // no title
    }

    // The paths that are shipped.
    void everySlugExistsAndStandsBehindWhatItBuildsOn()
    {
        const QHash<QString, Question> questions = readBank();
        const QStringList names = QDir(bank() + u"/paths"_s).entryList({u"*.path"_s}, QDir::Files);
        QCOMPARE(names.size(), 4);
        for (const QString &name : names) {
            QStringList problems;
            const LearningPath path =
                parsePath(QString::fromUtf8(bytesOf(bank() + u"/paths/"_s + name)), &problems);
            QVERIFY2(problems.isEmpty(), qPrintable(name + u": "_s + problems.join(u", "_s)));
            QVERIFY2(path.slugs.size() >= 25 && path.slugs.size() <= 40, qPrintable(name));
            QVERIFY(!path.description.isEmpty());
            QSet<QString> before;
            for (const QString &slug : path.slugs) {
                QVERIFY2(questions.contains(slug), qPrintable(name + u": "_s + slug));
                for (const QString &needed : questions.value(slug).after) {
                    QVERIFY2(!path.slugs.contains(needed) || before.contains(needed),
                             qPrintable(u"%1: %2 before %3"_s.arg(name, slug, needed)));
                }
                before.insert(slug);
            }
        }
    }

    void whatIsWishedComesForwardWithWhatItBuildsOn()
    {
        const QHash<int, QList<int>> after = {{5, {4, 9}}, {4, {2}}, {2, {5}}}; // a cycle, and one learned
        const auto needs = [&](int question) {
            return after.value(question);
        };
        QCOMPARE(pulledForward(QList{1, 2, 3, 4, 5, 6}, QList{5, 3}, needs), (QList{2, 4, 5, 3, 1, 6}));
        QCOMPARE(pulledForward(QList{1, 2}, QList<int>(), needs), (QList{1, 2}));
        QCOMPARE(pulledForward(QList{1, 2}, QList{7}, needs), (QList{1, 2}));
    }
};

QTEST_APPLESS_MAIN(LearningPathTest)
#include "tst_learningpath.moc"
