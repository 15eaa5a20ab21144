// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speaking.h"

#include <QTest>

using namespace flaskcards;
using namespace Qt::StringLiterals;

class SpeakingTest : public QObject
{
    Q_OBJECT

private slots:
    void theTargetFollowsTheWordsOfTheAnswer()
    {
        QCOMPARE(speakingTargetMs(question(Kind::Concept, 3)), 15'000);
        QCOMPARE(speakingTargetMs(question(Kind::Concept, 25)), 15'000);
        QCOMPARE(speakingTargetMs(question(Kind::Comparison, 38)), 21'000);
        QCOMPARE(speakingTargetMs(question(Kind::HowTo, 90)), 45'000);
        QCOMPARE(speakingTargetMs(question(Kind::HowTo, 900)), 45'000);
        for (const Kind kind : {Kind::Coding, Kind::Mcq, Kind::BugHunt, Kind::CodeChallenge, Kind::Design})
            QCOMPARE(speakingTargetMs(question(kind, 50)), 0);
    }

    void halfOfTheTargetIsEnoughAndAllOfItTheMost()
    {
        QCOMPARE(spokenLength(0, 20'000), SpokenLength::Short);
        QCOMPARE(spokenLength(9'999, 20'000), SpokenLength::Short);
        QCOMPARE(spokenLength(10'000, 20'000), SpokenLength::Within);
        QCOMPARE(spokenLength(20'000, 20'000), SpokenLength::Within);
        QCOMPARE(spokenLength(20'001, 20'000), SpokenLength::Over);
    }

    void sentencesAndDesignsAreSpoken()
    {
        for (const Kind kind : {Kind::Concept, Kind::Comparison, Kind::HowTo, Kind::Design})
            QVERIFY(isSpoken(question(kind, 50)));
        for (const Kind kind : {Kind::Coding, Kind::Mcq, Kind::BugHunt, Kind::CodeChallenge})
            QVERIFY(!isSpoken(question(kind, 50)));
        Question choice = question(Kind::Concept, 50);
        choice.options = {{u"yes"_s, u"so"_s, true}};
        QVERIFY(!isSpoken(choice));
    }

private:
    static Question question(Kind kind, int words)
    {
        Question question;
        question.kind = kind;
        question.answer = u"word "_s.repeated(words);
        return question;
    }
};

QTEST_APPLESS_MAIN(SpeakingTest)
#include "tst_speaking.moc"
