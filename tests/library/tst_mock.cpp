// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"
#include "library/edits.h"
#include "library/fixture.h"
#include "library/merge.h"
#include "library/mockinterview.h"
#include "library/operations.h"
#include "library/questions.h"
#include "library/stepwords.h"
#include "storage/backup.h"

#include <QObject>
#include <QRandomGenerator>

using namespace flaskcards;
using namespace flaskcards::test;

class TestMock : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<Place>();
        m_place->writeCards(12);
        m_library = m_place->open();
    }

    void aWholeOneIsOneStepThatGoesBackRowByRow()
    {
        const QString before = dump(*m_library);
        const QString key = hold(*m_library, m_place->clock, {Rating::Good, Rating::Again});
        const auto results = mockResults(*m_library);
        QCOMPARE(results->size(), 1);
        const MockResult &result = results->first();
        QCOMPARE(result.key, key);
        QCOMPARE(*m_library->store().reviews.count(), int(result.answers.size()));
        QVERIFY(result.answers.size() > 3);
        QCOMPARE(undoLabel(*m_library), u"mock"_s);
        const auto step = m_library->nextUndo();
        QCOMPARE(stepWords(**step, *m_library),
                 u"Mock interview of %1 question(s)"_s.arg(result.answers.size())); // no translation here
        QVERIFY(checkStore(m_library->store())->isEmpty());
        const QString after = dump(*m_library);
        QVERIFY(m_library->undo());
        QCOMPARE(dump(*m_library), before);
        QVERIFY(mockResults(*m_library)->isEmpty());
        QVERIFY(m_library->redo());
        QCOMPARE(dump(*m_library), after);
    }

    void theLogTellsHowEachAnswerWasGiven()
    {
        auto mock = begun(*m_library);
        mock.noteConfidence(Confidence::Unsure);
        ask(mock, m_place->clock);
        mock.notePoints(0, u"010"_s);
        QCOMPARE(mock.items().first().likelyRating(), std::optional(Rating::Again)); // one of three
        for (int i = 0; i < mock.items().size(); ++i)
            mock.grade(i, Rating::Hard);
        QVERIFY(mock.finish());
        const auto recitals = m_library->store().reviews.recitals();
        const QuestionId first = mock.items().first().id;
        const auto found = std::find_if(recitals->cbegin(), recitals->cend(),
                                        [&](const RecitedAnswer &one) { return one.question == first; });
        QVERIFY(found != recitals->cend());
        QCOMPARE(found->rating, Rating::Hard);
        QCOMPARE(found->recital.points, u"010"_s);
        QCOMPARE(found->recital.confidence, Confidence::Unsure);
        QCOMPARE(found->recital.thoughtMs, 60'000);
        const MockAnswer kept = mockResults(*m_library)->first().answers.first();
        QCOMPARE(kept.slug, mock.items().first().question.slug);
        QCOMPARE(kept.ticked, 1);
        QCOMPARE(kept.total, 3);
        QCOMPARE(kept.spentMs, 60'000);
        QCOMPARE(kept.confidence, Confidence::Unsure);
    }

    void keyPointsNobodyTickedCountOnlyWhereTheAnswerWasNotKnown()
    {
        auto mock = begun(*m_library);
        ask(mock, m_place->clock);
        mock.notePoints(0, u"011"_s);
        for (int i = 0; i < mock.items().size(); ++i)
            mock.grade(i, i == 1 ? Rating::Again : Rating::Good);
        QVERIFY(mock.finish());
        const MockResult result = mockResults(*m_library)->first();
        QCOMPARE(result.answers.at(0).total, 3);
        QCOMPARE(result.answers.at(1).total, 3);
        QCOMPARE(result.answers.at(2).total, 0);
        QCOMPARE(result.ticked(), 2);
        QCOMPARE(result.total(), 6);
    }

    void whatWasChosenOrRunSpeaksUntilAPointIsTicked()
    {
        MockItem item;
        item.question.options.resize(2);
        item.question.options.last().right = true;
        item.points = u"000"_s;
        QCOMPARE(item.likelyRating(), std::optional<Rating>());
        item.passed = true;
        QCOMPARE(item.likelyRating(), std::optional(Rating::Good));
        item.option = 0;
        QCOMPARE(item.likelyRating(), std::optional(Rating::Again));
        item.option = 1;
        QCOMPARE(item.likelyRating(), std::optional(Rating::Good));
        item.points = u"100"_s;
        QCOMPARE(item.likelyRating(), std::optional(Rating::Again));
        item.rating = Rating::Easy;
        QCOMPARE(item.likelyRating(), std::optional(Rating::Easy));
    }

    void oneThatIsLeftWritesNothing()
    {
        const QString before = dump(*m_library);
        {
            auto mock = begun(*m_library);
            ask(mock, m_place->clock);
            mock.grade(0, Rating::Good);
            QCOMPARE(mock.finish().error().code, ErrorCode::Invalid);
        }
        QCOMPARE(dump(*m_library), before);
    }

    void aQuestionThatIsGoneMeanwhileStaysInTheResultOnly()
    {
        auto mock = begun(*m_library);
        ask(mock, m_place->clock);
        const QuestionId gone = mock.items().at(1).id;
        QVERIFY(m_library->apply({u"x"_s, [&](Store &store) {
                                      return store.questions.retire(gone);
                                  }}));
        for (int i = 0; i < mock.items().size(); ++i)
            mock.grade(i, Rating::Good);
        QVERIFY(mock.finish());
        QCOMPARE(*m_library->store().reviews.count(), int(mock.items().size()) - 1);
        QCOMPARE(mockResults(*m_library)->first().answers.size(), mock.items().size());
    }

    void aQuestionThatIsRewrittenMeanwhileIsLoggedAsItWasShown()
    {
        auto mock = begun(*m_library);
        ask(mock, m_place->clock);
        const QuestionId same = mock.items().at(0).id;
        const QuestionId longer = mock.items().at(1).id;
        const QuestionId other = mock.items().at(2).id;
        const QString hash = m_library->store().questions.source(longer)->hash;
        rewrite(same, u"Because."_s, u"Because it is so."_s);
        rewrite(longer, u"- two\n"_s, u"- two\n- half\n"_s);
        rewrite(other, u"- two\n"_s, u"- half\n"_s);
        for (int i = 0; i < mock.items().size(); ++i) {
            mock.notePoints(i, u"011"_s);
            mock.grade(i, Rating::Hard);
        }
        QVERIFY(mock.finish());
        QCOMPARE(m_library->store().reviews.recitalsOf(same)->last().recital.points, u"011"_s);
        QCOMPARE(m_library->store().reviews.recitalsOf(longer)->last().recital.points, QString());
        QCOMPARE(m_library->store().reviews.recitalsOf(longer)->last().shownHash, hash);
        QCOMPARE(m_library->store().reviews.recitalsOf(other)->last().recital.points, QString());
        QVERIFY(checkStore(m_library->store())->isEmpty());
    }

    void suspendedQuestionsAreNotAsked()
    {
        QList<QuestionId> all;
        for (const auto &stored : *m_library->store().cards.all())
            all.append(stored.card.question);
        QVERIFY(m_library->apply(suspendOperation(all, true)));
        QCOMPARE(MockInterview::start(*m_library, {}, 1).error().code, ErrorCode::NotFound);
    }

    void whatFollowsIsKnownOfEveryQuestion()
    {
        const auto library = wholeBank();
        const auto candidates = mockCandidates(*library);
        QVERIFY(candidates->size() > 300);
        for (const MockCandidate &one : *candidates) {
            const auto loaded = loadQuestion(*library, *library->store().questions.idOf(one.slug));
            QCOMPARE(one.followUps, loaded->question.followUps);
        }
    }

    void theBankHasWhatAnInterviewerMixes_data()
    {
        QTest::addColumn<QList<Level>>("levels");
        QTest::addColumn<int>("minutes");
        for (const int minutes : {20, 40, 60}) {
            QTest::addRow("all levels, %d", minutes) << QList<Level>() << minutes;
            for (const Level level : {Level::Basic, Level::Intermediate, Level::Advanced})
                QTest::addRow("%s, %d", qPrintable(levelWord(level)), minutes) << QList{level} << minutes;
        }
    }
    void theBankHasWhatAnInterviewerMixes()
    {
        QFETCH(QList<Level>, levels);
        QFETCH(int, minutes);
        static const QList<MockCandidate> bank = *mockCandidates(*wholeBank());
        const quint32 first = QRandomGenerator::global()->generate();
        for (quint32 seed = first; seed != first + 60; ++seed) {
            const MockChoice choice = chooseMock(bank, {.minutes = minutes, .levels = levels}, seed);
            const QByteArray said = "seed " + QByteArray::number(seed);
            QHash<MockPart, int> parts;
            int seconds = 0;
            const MockCandidate *before = nullptr; // in the chain
            for (const MockQuestion &question : choice.questions) {
                const MockCandidate &one = bank.at(question.candidate);
                ++parts[question.part];
                seconds += question.seconds;
                if (question.part != MockPart::Chain)
                    continue;
                QVERIFY2(!before || (before->followUps.contains(one.slug) && before->level <= one.level),
                         said.constData());
                before = &one;
            }
            QVERIFY2(!choice.isShort, said.constData());
            QVERIFY2(std::abs(seconds - 60 * minutes) <= 75, said.constData());
            QVERIFY2(parts[MockPart::WarmUp] > 0, said.constData());
            QVERIFY2(parts[MockPart::Core] > 1, said.constData());
            QCOMPARE(parts[MockPart::Chain], mockChainLength);
            QCOMPARE(parts[MockPart::Task], 1);
            QCOMPARE(parts[MockPart::Design], minutes >= 25 ? 1 : 0);
        }
    }

    void mergeKeepsBoth()
    {
        Place other;
        QDir().mkpath(other.data());
        QVERIFY(writeBackup(m_place->file(), other.file()));
        for (const QString &file : QDir(m_place->bank() + u"/routing"_s).entryList(QDir::Files))
            QVERIFY(
                QFile::copy(m_place->bank() + u"/routing/"_s + file, other.bank() + u"/routing/"_s + file));
        auto there = other.open();
        hold(*m_library, m_place->clock, {Rating::Good});
        hold(*there, other.clock, {Rating::Again, Rating::Easy}); // at the same moment
        const auto source = MergeSource::read(other.data());
        QVERIFY(source);
        QVERIFY(mergeCopy(*m_library, **source, MergeStep::Labelled));
        QCOMPARE(mockResults(*m_library)->size(), 2);
        QVERIFY(checkStore(m_library->store())->isEmpty());
    }

    void damagedResultsDoNoHarm()
    {
        for (const char *value :
             {"", "[]", "{", "{}", "{\"answers\":[{\"rating\":99,\"ticked\":-4,\"total\":1e9}]}"})
            QVERIFY(m_library->apply({u"x"_s, [&](Store &store) {
                                          return store.settings.set(u"mock/%1"_s.arg(qstrlen(value)),
                                                                    QString::fromLatin1(value));
                                      }}));
        const QString many = u"{\"answers\":["_s + u"{},"_s.repeated(100'000) + u"{}]}"_s;
        QVERIFY(m_library->apply({u"x"_s, [&](Store &store) {
                                      return store.settings.set(u"mock/many"_s, many);
                                  }}));
        const auto results = mockResults(*m_library);
        QVERIFY(results);
        QCOMPARE(results->size(), 3);
        QVERIFY(results->last().answers.size() <= 1000); // each is a row of the report
        for (const MockResult &result : *results) {
            QVERIFY(result.share() >= 0 && result.share() <= 1);
            topicsOf(result);
        }
    }

private:
    void rewrite(QuestionId question, const QString &from, const QString &to)
    {
        const auto source = m_library->store().questions.source(question);
        QString text = source->source;
        text.replace(from, to);
        QVERIFY(m_library->apply(editOperation(question, source->topic, text, source->hash)));
    }
    std::unique_ptr<Library> wholeBank() const
    {
        auto library = Library::open({m_place->dir.filePath(u"whole"_s), QString()}, m_place->clock);
        return library ? *std::move(library) : nullptr;
    }
    static MockInterview begun(Library &library)
    {
        auto mock = MockInterview::start(library, {.minutes = 15}, 5);
        Q_ASSERT(mock);
        return *std::move(mock);
    }
    // A minute for each question.
    static void ask(MockInterview &mock, FixedClock &clock)
    {
        while (mock.isAsking()) {
            clock.advanceMs(60'000);
            mock.next();
        }
    }
    // The grades in turn.
    static QString hold(Library &library, FixedClock &clock, const QList<Rating> &grades)
    {
        MockInterview mock = begun(library);
        ask(mock, clock);
        for (int i = 0; i < mock.items().size(); ++i)
            mock.grade(i, grades.at(i % grades.size()));
        const auto key = mock.finish();
        return key ? *key : QString();
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(TestMock)
#include "tst_mock.moc"
