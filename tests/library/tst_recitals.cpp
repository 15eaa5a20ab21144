// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"
#include "library/confidence.h"
#include "library/edits.h"
#include "library/fixture.h"
#include "library/keypoints.h"
#include "library/session.h"

using namespace flaskcards;
using namespace flaskcards::test;

// How an answer was given goes into the log with it.
class RecitalsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(6);
        m_library = m_place->open();
        QVERIFY(m_library);
    }
    void cleanup() { m_library.reset(); }

    void ticksConfidenceAndTimeAreKeptWithTheAnswerAndGoWithIt()
    {
        const QString before = dump(*m_library);
        const QuestionId question = answer(u"101"_s, Confidence::Sure, Rating::Hard, 12'000);
        const auto recited = m_library->store().reviews.recitalsOf(question);
        QCOMPARE(recited->size(), 1);
        QCOMPARE(recited->first().recital, (Recital{u"101"_s, Confidence::Sure, 12'000}));
        QCOMPARE(recited->first().rating, Rating::Hard);
        QVERIFY(m_library->undo());
        QCOMPARE(m_library->store().reviews.recitals()->size(), 0);
        QCOMPARE(dump(*m_library), before);
        QVERIFY(m_library->redo());
        QCOMPARE(m_library->store().reviews.recitals()->size(), 1);
        QCOMPARE(checkStore(m_library->store())->join(u'\n'), QString());
    }

    void thinkingTimeEndsWithTheAnswerNotWithTheGrade()
    {
        Session session = started();
        m_place->clock.advanceMs(5'000);
        session.reveal();
        m_place->clock.advanceMs(9'000);
        session.reveal(); // a second press
        QCOMPARE(session.recital().thoughtMs, 5'000);
    }

    void aCardChangedElsewhereMeanwhileKeepsItsTicks()
    {
        Session session = started();
        session.noteConfidence(Confidence::Unsure);
        session.reveal();
        session.notePoints(u"010"_s);
        QVERIFY(session.refresh());
        QCOMPARE(session.recital().points, u"010"_s);
        QCOMPARE(session.recital().confidence, Confidence::Unsure);
    }

    void whatWasSaidComesBackWithTheAnswerThatIsTakenBack()
    {
        Session session = started();
        session.noteConfidence(Confidence::Sure);
        m_place->clock.advanceMs(20'000);
        session.reveal();
        session.notePoints(u"101"_s);
        m_place->clock.advanceMs(5'000);
        QVERIFY(session.answer(Rating::Again)); // the wrong key
        m_place->clock.advanceMs(60'000);
        QVERIFY(session.undo());
        QCOMPARE(session.recital(), (Recital{u"101"_s, Confidence::Sure, 20'000}));
        m_place->clock.advanceMs(1'000);
        const QuestionId question = session.current()->card.question;
        QVERIFY(session.answer(Rating::Good));
        const auto recited = m_library->store().reviews.recitalsOf(question);
        QCOMPARE(recited->size(), 1);
        QCOMPARE(recited->first().recital, (Recital{u"101"_s, Confidence::Sure, 20'000}));
        QCOMPARE(m_library->store().reviews.allByQuestion()->first().durationMs, 26'000);
        QCOMPARE(session.recital(), Recital()); // of the next card
    }

    void ticksOfKeyPointsThatWereRewrittenMeanwhileAreNotKept()
    {
        Session session = started();
        const QuestionId question = session.current()->card.question;
        session.noteConfidence(Confidence::Sure);
        session.reveal();
        session.notePoints(u"011"_s);
        const auto source = m_library->store().questions.source(question);
        const QString text = QString(source->source).replace(u"- two"_s, u"- other"_s);
        QVERIFY(m_library->apply(editOperation(question, source->topic, text, source->hash)));
        QVERIFY(session.refresh());
        QCOMPARE(session.recital().points, QString());
        QCOMPARE(session.recital().confidence, Confidence::Sure);
    }

    void theNextTimeTheCardKnowsWhatWasLeftOut()
    {
        const QuestionId question = answer(u"110"_s, Confidence::NotAsked, Rating::Good, 1'000);
        auto again = Session::start(*m_library, {.listed = {question}});
        const auto records = pointRecords(again->current()->recitals, 3);
        QVERIFY(records.at(2).missedLast && !records.at(0).missedLast);
        const auto weak = weakPoints(*m_library, 10);
        QCOMPARE(weak->size(), 1);
        QCOMPARE(weak->first().question, question);
        QCOMPARE(weak->first().text, u"three"_s);
        QCOMPARE(weak->first().record, (PointRecord{1, 1, true}));
    }

    void onlyTheLastAnswersThatWereTickedCount()
    {
        const QuestionId question = answer(u"000"_s, Confidence::NotAsked, Rating::Again, 1'000);
        for (const char *points : {"011", "011", "", "011", "011", "011", ""})
            again(question, QString::fromLatin1(points));
        const auto ticked = m_library->store().reviews.lastTicked(5);
        QCOMPARE(ticked->size(), 5);
        for (const RecitedAnswer &one : *ticked)
            QCOMPARE(one.recital.points, u"011"_s);
        const auto weak = weakPoints(*m_library, 10);
        QCOMPARE(weak->size(), 1);
        QCOMPARE(weak->first().text, u"one"_s);
        QCOMPARE(weak->first().record, (PointRecord{5, 5, true}));
    }

    void theMostOftenLeftOutComeFirst()
    {
        const QuestionId some = answer(u"110"_s, Confidence::NotAsked, Rating::Good, 1'000);
        const QuestionId other = answer(u"100"_s, Confidence::NotAsked, Rating::Good, 1'000);
        QVERIFY(some != other);
        again(some, u"110"_s);
        again(other, u"101"_s);
        const auto weak = weakPoints(*m_library, 2);
        QCOMPARE(weak->size(), 2);
        QCOMPARE(weak->first().question, some); // always left out
        QCOMPARE(weak->last().question, other);
        QCOMPARE(weak->last().text, u"two"_s); // of those left out, the other one was said once
        QCOMPARE(weak->last().record, (PointRecord{2, 2, true}));
    }

    void pointsOfAQuestionThatLeftTheBankAreNotListed()
    {
        answer(u"000"_s, Confidence::NotAsked, Rating::Again, 1'000);
        QCOMPARE(weakPoints(*m_library, 10)->size(), 3);
        QCOMPARE(weakPoints(*m_library, 2)->size(), 2);
        m_library.reset();
        m_place->remove(u"routing/card-000.md"_s);
        m_library = m_place->open();
        QCOMPARE(weakPoints(*m_library, 10)->size(), 0);
    }

    void confidenceIsHeldAgainstWhatWasRecalled()
    {
        answer({}, Confidence::Sure, Rating::Good, 1'000);
        answer({}, Confidence::Sure, Rating::Again, 1'000);
        answer({}, Confidence::Unsure, Rating::Hard, 1'000);
        answer({}, Confidence::NotAsked, Rating::Good, 1'000);
        const auto report = confidenceReport(*m_library);
        QCOMPARE(report->sure.answers, 2);
        QCOMPARE(report->sure.recalled, 1);
        QCOMPARE(report->unsure.answers, 1);
        QCOMPARE(report->unsure.recalled, 1);
    }

private:
    Session started() { return *Session::start(*m_library, {}); }

    QuestionId answer(const QString &points, Confidence confidence, Rating rating, int thoughtMs)
    {
        Session session = started();
        const QuestionId question = session.current()->card.question;
        session.noteConfidence(confidence);
        m_place->clock.advanceMs(thoughtMs);
        session.reveal();
        session.notePoints(points);
        m_place->clock.advanceMs(3'000);
        [&] {
            QVERIFY(session.answer(rating));
        }();
        return question;
    }

    void again(QuestionId question, const QString &points)
    {
        m_place->clock.advanceMs(60'000);
        auto session = Session::start(*m_library, {.listed = {question}});
        session->reveal();
        session->notePoints(points);
        QVERIFY(session->answer(Rating::Good));
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(RecitalsTest)
#include "tst_recitals.moc"
