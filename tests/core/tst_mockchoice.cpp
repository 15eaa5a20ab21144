// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mock/mockchoice.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

// As the bank is mixed: most spoken, each with two follow-ups somewhere.
QList<MockCandidate> someBank(quint32 seed, int size)
{
    QRandomGenerator random(seed);
    const Kind kinds[] = {Kind::Concept, Kind::Concept, Kind::HowTo,  Kind::Comparison,   Kind::Mcq,
                          Kind::BugHunt, Kind::Coding,  Kind::Design, Kind::CodeChallenge};
    QList<MockCandidate> bank;
    for (int i = 0; i < size; ++i) {
        bank.append(
            {.slug = u"card-%1"_s.arg(i),
             .topic = topics().at(random.bounded(6)),
             .level = Level(random.bounded(3)),
             .kind = kinds[random.bounded(9)],
             .asked = random.bounded(5),
             .known = random.bounded(2) == 0,
             .followUps = {u"card-%1"_s.arg(random.bounded(size)), u"card-%1"_s.arg(random.bounded(size))}});
    }
    return bank;
}

bool isEasier(const MockCandidate &one, const MockCandidate &other)
{
    return one.level < other.level;
}

bool isTask(Kind kind)
{
    return kind == Kind::BugHunt || kind == Kind::Coding || kind == Kind::CodeChallenge;
}

QList<MockCandidate> chosen(const QList<MockCandidate> &bank, const MockChoice &choice, MockPart part)
{
    QList<MockCandidate> found;
    for (const MockQuestion &question : choice.questions) {
        if (question.part == part)
            found.append(bank.at(question.candidate));
    }
    return found;
}

int seconds(const MockChoice &choice)
{
    int sum = 0;
    for (const MockQuestion &question : choice.questions)
        sum += question.seconds;
    return sum;
}

} // namespace

class MockChoiceTest : public QObject
{
    Q_OBJECT

private slots:
    void everyMixIsOneAnInterviewerWouldMake()
    {
        const quint32 first = QRandomGenerator::global()->generate();
        for (quint32 turn = 0; turn < 150; ++turn) {
            const quint32 seed = first + turn;
            const QList<MockCandidate> bank = someBank(seed, 20 + int(seed % 300));
            QRandomGenerator random(seed);
            MockFilter filter{.minutes = 10 + 5 * random.bounded(14)};
            if (random.bounded(2))
                filter.levels = {Level(random.bounded(3)), Level(random.bounded(3))};
            if (random.bounded(2))
                filter.topics = topics().mid(random.bounded(3), 2);
            const MockChoice choice = chooseMock(bank, filter, seed);
            const QString wrong = whatIsWrong(bank, filter, choice);
            QVERIFY2(wrong.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(wrong)));
            QCOMPARE(chooseMock(bank, filter, seed), choice);
        }
    }

    void aFullBankFillsTheMinutesWithEveryPart_data()
    {
        QTest::addColumn<int>("minutes");
        for (const int minutes : {15, 30, 45, 60})
            QTest::addRow("%d", minutes) << minutes;
    }
    void aFullBankFillsTheMinutesWithEveryPart()
    {
        QFETCH(int, minutes);
        const QList<MockCandidate> bank = someBank(7, 350);
        const MockChoice choice = chooseMock(bank, {.minutes = minutes}, 3);
        QCOMPARE(choice.missing, QList<MockPart>());
        QVERIFY(!choice.isShort);
        QVERIFY2(std::abs(seconds(choice) - minutes * 60) < 60, qPrintable(QString::number(seconds(choice))));
        QVERIFY(!chosen(bank, choice, MockPart::WarmUp).isEmpty());
        QVERIFY(!chosen(bank, choice, MockPart::Core).isEmpty());
        QCOMPARE(chosen(bank, choice, MockPart::Chain).size(), mockChainLength);
        QCOMPARE(chosen(bank, choice, MockPart::Task).size(), 1);
        QCOMPARE(chosen(bank, choice, MockPart::Design).size(), minutes >= 25 ? 1 : 0);
    }

    void anotherSeedAsksOtherQuestions()
    {
        const QList<MockCandidate> bank = someBank(7, 350);
        QVERIFY(chooseMock(bank, {}, 1) != chooseMock(bank, {}, 2));
    }

    void whatWasReallyAskedComesMoreOften()
    {
        QList<MockCandidate> bank;
        for (int i = 0; i < 60; ++i)
            bank.append({.slug = u"c-%1"_s.arg(i), .topic = u"routing"_s, .reallyAsked = i == 0});
        int met = 0;
        int other = 0;
        for (quint64 seed = 0; seed < 400; ++seed) {
            for (const MockQuestion &question : chooseMock(bank, {.minutes = 15}, seed).questions) {
                met += question.candidate == 0;
                other += question.candidate == 1;
            }
        }
        QVERIFY2(met > 2 * other, qPrintable(u"%1 against %2"_s.arg(met).arg(other)));
    }

    void tooFewQuestionsAreSaidAndTaken()
    {
        const QList<MockCandidate> bank = {{.slug = u"a"_s, .topic = u"routing"_s, .followUps = {u"b"_s}},
                                           {.slug = u"b"_s, .topic = u"routing"_s},
                                           {.slug = u"c"_s, .topic = u"forms"_s, .kind = Kind::Mcq},
                                           {.slug = u"d"_s, .topic = u"forms"_s, .kind = Kind::Mcq}};
        const MockChoice choice = chooseMock(bank, {.minutes = 30}, 1);
        QCOMPARE(choice.questions.size(), 3);
        QVERIFY(choice.isShort);
        for (const MockPart part : {MockPart::Chain, MockPart::Task, MockPart::Design})
            QVERIFY(choice.missing.contains(part));
        QVERIFY(chooseMock({}, {}, 1).questions.isEmpty());
    }

private:
    // Whether three spoken questions of the filter follow one another.
    static bool hasChain(const QList<MockCandidate> &bank, const MockFilter &filter, bool onlyHarder)
    {
        QHash<QString, MockCandidate> spoken;
        for (const MockCandidate &one : bank) {
            if (one.kind <= Kind::HowTo && (filter.levels.isEmpty() || filter.levels.contains(one.level)))
                spoken.insert(one.slug, one);
        }
        const auto next = [&](const MockCandidate &one) {
            QList<MockCandidate> found;
            for (const QString &slug : one.followUps) {
                if (slug != one.slug && spoken.contains(slug) && !(onlyHarder && isEasier(spoken[slug], one)))
                    found.append(spoken[slug]);
            }
            return found;
        };
        for (const MockCandidate &first : std::as_const(spoken)) {
            if (!filter.topics.isEmpty() && !filter.topics.contains(first.topic))
                continue;
            for (const MockCandidate &second : next(first)) {
                for (const MockCandidate &third : next(second)) {
                    if (third.slug != first.slug)
                        return true;
                }
            }
        }
        return false;
    }

    static QString whatIsWrong(const QList<MockCandidate> &bank, const MockFilter &filter,
                               const MockChoice &choice)
    {
        QSet<qsizetype> seen;
        int offered = 0;
        MockPart last = MockPart::WarmUp;
        for (const MockQuestion &question : choice.questions) {
            const MockCandidate &one = bank.at(question.candidate);
            if (seen.contains(question.candidate))
                return one.slug + u" twice"_s;
            seen.insert(question.candidate);
            if (question.part < last)
                return u"out of order"_s;
            last = question.part;
            offered += one.kind == Kind::Mcq;
            if (offered > 1 || (one.kind == Kind::Mcq && question.part != MockPart::WarmUp))
                return u"offers options"_s;
            if (question.part == MockPart::Task
                    ? !isTask(one.kind)
                    : isTask(one.kind) || (question.part == MockPart::Design) != (one.kind == Kind::Design))
                return one.slug + u" does not fit its part"_s;
            if (!filter.levels.isEmpty() && !filter.levels.contains(one.level))
                return one.slug + u" is of another level"_s;
            const bool follows = question.part == MockPart::Chain && seen.size() > 1;
            if (!filter.topics.isEmpty() && !filter.topics.contains(one.topic) && !follows)
                return one.slug + u" is of another topic"_s;
            if (question.seconds < 60)
                return u"too little time"_s;
        }
        const QList<MockCandidate> chain = chosen(bank, choice, MockPart::Chain);
        for (qsizetype i = 1; i < chain.size(); ++i) {
            if (!chain.at(i - 1).followUps.contains(chain.at(i).slug))
                return u"a broken chain"_s;
        }
        if (chain.size() == 1 || chain.size() > mockChainLength)
            return u"a chain of %1"_s.arg(chain.size());
        if ((chain.size() < mockChainLength) != choice.missing.contains(MockPart::Chain))
            return u"a chain of %1, and it is not said"_s.arg(chain.size());
        if (chain.size() < mockChainLength && hasChain(bank, filter, false))
            return u"a chain of %1 where there are longer ones"_s.arg(chain.size());
        if (!std::is_sorted(chain.cbegin(), chain.cend(), isEasier) && hasChain(bank, filter, true))
            return u"a chain that becomes easier"_s;
        if (chosen(bank, choice, MockPart::Task).size() > 1 ||
            chosen(bank, choice, MockPart::Design).size() > 1)
            return u"more than one task or design"_s;
        if (!choice.questions.isEmpty() && seconds(choice) > filter.minutes * 60 * 1.25 + 60)
            return u"too long: %1 s"_s.arg(seconds(choice));
        return {};
    }
};

QTEST_APPLESS_MAIN(MockChoiceTest)
#include "tst_mockchoice.moc"
