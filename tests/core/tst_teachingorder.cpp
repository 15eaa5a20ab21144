// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/teachingorder.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

Question question(const QString &slug, Level level, const QStringList &sources, const QStringList &after = {})
{
    Question question;
    question.slug = slug;
    question.topic = u"routing"_s;
    question.level = level;
    question.sources = sources;
    question.after = after;
    return question;
}

QStringList order(const QList<Question> &questions)
{
    QStringList slugs;
    for (const int index : teachingOrder(questions))
        slugs.append(questions.at(index).slug);
    return slugs;
}

} // namespace

class TeachingOrderTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsAskedMostComesFirstThenTheEasier()
    {
        QCOMPARE(order({question(u"rare"_s, Level::Basic, {u"000-1"_s}),
                        question(u"often-hard"_s, Level::Advanced, {u"000-2"_s, u"001-4"_s}),
                        question(u"often-easy"_s, Level::Basic, {u"000-3"_s, u"002-4"_s})}),
                 (QStringList{u"often-easy"_s, u"often-hard"_s, u"rare"_s}));
    }

    void twoRowsOfOneListCountOnce()
    {
        QCOMPARE(order({question(u"a"_s, Level::Basic, {u"001-1"_s, u"001-2"_s, u"001-3b"_s}),
                        question(u"b"_s, Level::Basic, {u"000-3"_s, u"002-4"_s})}),
                 (QStringList{u"b"_s, u"a"_s}));
    }

    void prerequisitesComeBefore()
    {
        QCOMPARE(order({question(u"first"_s, Level::Basic, {u"000-1"_s, u"001-1"_s}, {u"needed"_s}),
                        question(u"needed"_s, Level::Advanced, {}, {u"deeper"_s}),
                        question(u"deeper"_s, Level::Advanced, {}), question(u"other"_s, Level::Basic, {})}),
                 (QStringList{u"deeper"_s, u"needed"_s, u"first"_s, u"other"_s}));
    }

    void whatManyBuildOnIsCountedThroughOthers()
    {
        const QList<Question> questions = {question(u"a"_s, Level::Basic, {}),
                                           question(u"b"_s, Level::Basic, {}, {u"a"_s}),
                                           question(u"c"_s, Level::Basic, {}, {u"b"_s, u"a"_s}),
                                           question(u"d"_s, Level::Basic, {}, {u"e"_s, u"gone"_s}),
                                           question(u"e"_s, Level::Basic, {}, {u"d"_s})};
        QCOMPARE(neededBy(questions), (QList<int>{2, 1, 0, 1, 1}));
    }

    void aCycleEndsAndLosesNothing()
    {
        QCOMPARE(
            order({question(u"a"_s, Level::Basic, {}, {u"b"_s}), question(u"b"_s, Level::Basic, {}, {u"a"_s}),
                   question(u"c"_s, Level::Basic, {}, {u"c"_s, u"gone"_s})})
                .size(),
            3);
    }
};

QTEST_APPLESS_MAIN(TeachingOrderTest)
#include "tst_teachingorder.moc"
