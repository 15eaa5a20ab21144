// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fixture.h"
#include "library/later.h"
#include "library/operations.h"
#include "library/sittings.h"
#include "library/today.h"

using namespace flaskcards;
using namespace flaskcards::test;

class SittingsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(12);
        m_library = m_place->open();
        QVERIFY(m_library);
    }
    void cleanup() { m_library.reset(); }

    void crammingTouchesNeitherScheduleNorLog()
    {
        study(4, Rating::Good);
        const QString before = dump(*m_library);
        const auto plan = cramSitting(*m_library, u"routing"_s);
        QCOMPARE(plan->listed.size(), 12);
        auto session = Session::start(*m_library, *plan);
        QVERIFY(!session->isRecorded());
        const QuestionId first = session->current()->card.question;
        answer(*session, Rating::Again);
        for (int i = 0; i < 11; ++i)
            answer(*session, Rating::Good);
        QCOMPARE(session->current()->card.question, first); // what was not known comes again
        answer(*session, Rating::Easy);
        QVERIFY(!session->current());
        QCOMPARE(session->answered().size(), 13);
        QCOMPARE(dump(*m_library), before);
        QCOMPARE(undoLabel(*m_library), u"answer"_s);
    }

    void anAnswerThatIsNotRecordedIsTakenBackInTheSittingAlone()
    {
        study(1, Rating::Good);
        auto session = Session::start(*m_library, *cramSitting(*m_library, u"routing"_s));
        QVERIFY(!session->takeBackUnrecorded());
        const QuestionId first = session->current()->card.question;
        answer(*session, Rating::Again);
        const int left = session->left();
        QVERIFY(session->takeBackUnrecorded());
        QCOMPARE(session->current()->card.question, first);
        QVERIFY(session->isRevealed());
        QCOMPARE(session->left(), left);                  // no longer once more at the end
        QCOMPARE(*m_library->store().reviews.count(), 2); // those of before
        auto recorded = Session::start(*m_library, {});
        answer(*recorded, Rating::Good);
        QVERIFY(!recorded->takeBackUnrecorded());
    }

    // On the table of a sitting that records nothing it would be graded for nothing.
    void anAnswerOfBeforeThatIsTakenBackDoesNotComeToTheTableOfACram()
    {
        study(1, Rating::Good);
        const QuestionId answered = m_library->store().reviews.allByQuestion()->first().question;
        auto session = Session::start(*m_library, *cramSitting(*m_library, u"routing"_s));
        answer(*session, Rating::Good);
        const QuestionId onTable = session->current()->card.question;
        QVERIFY(onTable != answered);
        const int left = session->left();
        QVERIFY(session->undo()); // from the history
        QCOMPARE(session->current()->card.question, onTable);
        QVERIFY(!session->isRevealed());
        QVERIFY(session->redo());
        QCOMPARE(session->current()->card.question, onTable);
        QCOMPARE(session->left(), left);
        QCOMPARE(session->answered().size(), 1);
    }

    void missedTodayIsWhatStillEndsWithAgain()
    {
        auto session = Session::start(*m_library, {});
        const QuestionId missed = session->current()->card.question;
        answer(*session, Rating::Again);
        const QuestionId mended = session->current()->card.question;
        answer(*session, Rating::Again);
        answer(*session, Rating::Good);
        auto again = Session::start(*m_library, {.listed = {mended}});
        answer(*again, Rating::Hard);
        QCOMPARE(missedTodaySitting(*m_library)->listed, QList<QuestionId>{missed});
        QVERIFY(m_library->apply(suspendOperation({missed}, true)));
        QVERIFY(missedTodaySitting(*m_library)->listed.isEmpty());
        QVERIFY(m_library->undo());
        m_place->clock.advanceMs(dayMs);
        QVERIFY(missedTodaySitting(*m_library)->listed.isEmpty());
    }

    void weakPointsAreForgottenOrIncompleteOnesTheWeakestFirst()
    {
        QVERIFY(weakSitting(*m_library, 20)->listed.isEmpty());
        const QList<QuestionId> seen = study(4, Rating::Good);
        m_place->clock.advanceMs(40 * dayMs);
        auto session = Session::start(*m_library, {.listed = {seen.at(0), seen.at(1)}});
        answer(*session, Rating::Good);
        session->reveal();
        session->notePoints(u"100"_s);
        QVERIFY(session->answer(Rating::Good));
        const QList<QuestionId> weak = weakSitting(*m_library, 20)->listed;
        QCOMPARE(QSet<QuestionId>(weak.cbegin(), weak.cend()),
                 (QSet<QuestionId>{seen.at(1), seen.at(2), seen.at(3)}));
        QCOMPARE(weak.last(), seen.at(1));
        QCOMPARE(weakSitting(*m_library, 2)->listed, weak.first(2));
    }

    void aWarmUpHoldsWhatIsStrongAndNothingNew()
    {
        QVERIFY(warmUpSitting(*m_library, 12)->listed.isEmpty());
        const QList<QuestionId> seen = study(3, Rating::Easy);
        const auto plan = warmUpSitting(*m_library, 12);
        QVERIFY(!plan->recorded);
        QCOMPARE(QSet<QuestionId>(plan->listed.cbegin(), plan->listed.cend()),
                 QSet<QuestionId>(seen.cbegin(), seen.cend()));
        m_place->clock.advanceMs(400 * dayMs);
        QVERIFY(warmUpSitting(*m_library, 12)->listed.isEmpty());
    }

    void skippingInACramPutsNothingOff()
    {
        const QString before = dump(*m_library);
        auto session = Session::start(*m_library, *cramSitting(*m_library, u"routing"_s));
        const QuestionId skipped = session->current()->card.question;
        const int left = session->left();
        QCOMPARE(session->skip(), qint64(0));
        QCOMPARE(session->left(), left);
        QVERIFY(session->current()->card.question != skipped);
        QVERIFY(putOffQuestions(*m_library).isEmpty());
        QCOMPARE(dump(*m_library), before);
        for (int i = 1; i < left; ++i)
            answer(*session, Rating::Good);
        QCOMPARE(session->current()->card.question, skipped); // at the end
    }

    void aWarmUpCalms()
    {
        const QList<QuestionId> seen = study(3, Rating::Easy);
        QVERIFY(m_library->apply(suspendOperation({seen.at(0)}, true)));
        QVERIFY(m_library->apply({u"x"_s, [&](Store &store) -> Result<void> {
                                      Schedule hard = store.cards.get(seen.at(1))->schedule;
                                      hard.leech = true;
                                      return store.cards.saveSchedule(seen.at(1), hard);
                                  }}));
        QCOMPARE(warmUpSitting(*m_library, 12)->listed, QList<QuestionId>{seen.at(2)});
    }

    void whatIsSuspendedOrBuriedIsNotOffered()
    {
        const QList<QuestionId> seen = study(3, Rating::Good);
        m_place->clock.advanceMs(100 * dayMs);
        auto session = Session::start(*m_library, {.listed = seen});
        for (int i = 0; i < 3; ++i)
            answer(*session, Rating::Again);
        QCOMPARE(missedTodaySitting(*m_library)->listed.size(), 3);
        QVERIFY(m_library->apply(suspendOperation({seen.at(0)}, true)));
        QVERIFY(m_library->apply(buryOperation({seen.at(1)}, m_library->today() + 1)));
        QCOMPARE(missedTodaySitting(*m_library)->listed, QList<QuestionId>{seen.at(2)});
        QVERIFY(!cramSitting(*m_library, u"routing"_s)->listed.contains(seen.at(0)));
        m_place->clock.advanceMs(200 * dayMs);
        QVERIFY(m_library->apply(buryOperation({seen.at(1)}, m_library->today() + 1)));
        QCOMPARE(weakSitting(*m_library, 20)->listed, QList<QuestionId>{seen.at(2)});
    }

    void aSkippedCardComesBackAfterTwoHoursAlsoInAnotherSitting()
    {
        QuestionId skipped;
        {
            auto session = Session::start(*m_library, {});
            skipped = session->current()->card.question;
            const int left = session->left();
            QCOMPARE(session->skip(), startMs + laterMs);
            QVERIFY(session->current()->card.question != skipped);
            QCOMPARE(session->left(), left); // still one of today's
        }
        const QString before = dump(*m_library).remove(QRegularExpression(u"settings[^\n]*\n"_s));
        m_library.reset();
        m_library = m_place->open();
        QCOMPARE(todaySummary(*m_library)->ready(), 9);
        QVERIFY(!asked().contains(skipped));
        m_place->clock.advanceMs(laterMs - m_library->preferences().learnAheadMinutes * 60'000 - 1);
        QVERIFY(!asked().contains(skipped));
        m_place->clock.advanceMs(1); // when nothing else is left
        QVERIFY(asked().contains(skipped));
        m_place->clock.advanceMs(laterMs);
        QVERIFY(putOffQuestions(*m_library).isEmpty());
        QCOMPARE(todaySummary(*m_library)->ready(), 10);
        QCOMPARE(dump(*m_library).remove(QRegularExpression(u"settings[^\n]*\n"_s)), before);
    }

    void aClockSetBackDoesNotKeepASkippedCardAway()
    {
        putOff(*m_library, {1});
        m_place->clock.advanceMs(-5 * laterMs);
        QVERIFY(putOffQuestions(*m_library).isEmpty());
    }

    void aSittingLeftHalfwayCanBeGoneOnWith()
    {
        QVERIFY(!unfinishedSitting(*m_library));
        const auto plan = cramSitting(*m_library, u"routing"_s);
        auto session = Session::start(*m_library, *plan);
        for (int i = 0; i < 5; ++i)
            answer(*session, Rating::Good);
        keepUnfinished(*m_library, session->rest());
        m_library.reset();
        m_library = m_place->open();
        const auto left = unfinishedSitting(*m_library);
        QVERIFY(left);
        QCOMPARE(left->plan.listed, plan->listed.sliced(5));
        QCOMPARE(left->plan.recorded, false);
        QCOMPARE(left->plan.mixed, false);
        QCOMPARE(left->plan.name, plan->name);
        keepUnfinished(*m_library, {.listed = {{1}}, .mixed = true});
        QVERIFY(unfinishedSitting(*m_library)->plan.mixed);
        keepUnfinished(*m_library, {});
        QVERIFY(!unfinishedSitting(*m_library));
    }

    void topicsTakeTurnsAndAFollowUpAskedForComesAtOnce()
    {
        m_library.reset();
        m_place.reset(new Place);
        m_place->write(u"routing/aa.md"_s, cardText(u"First?"_s, u"A."_s, u"follow-ups: ab\n"_s));
        m_place->write(u"routing/ab.md"_s, cardText(u"Digs?"_s, u"A."_s, u"after: aa\n"_s));
        m_place->write(u"routing/ac.md"_s, cardText(u"Third?"_s, u"A."_s));
        m_place->write(u"templates/ba.md"_s, cardText(u"Other?"_s, u"A."_s));
        m_place->write(u"templates/bb.md"_s, cardText(u"Last?"_s, u"A."_s));
        m_library = m_place->open();
        QList<QuestionId> listed;
        for (const QuestionFacts &question : *m_library->store().questions.facts())
            listed.append(question.id);
        QCOMPARE(slugsOf({.listed = listed}), u"aa ab ac ba bb"_s);
        QCOMPARE(slugsOf({.listed = listed, .mixed = true}), u"aa ba ac bb ab"_s);
        auto session = Session::start(*m_library, {.listed = listed, .recorded = false, .mixed = true});
        session->askNext(*m_library->store().questions.idOf(u"ab"_s));
        QCOMPARE(session->left(), 5);
        answer(*session, Rating::Good);
        QCOMPARE(session->current()->question.slug, u"ab"_s);
        QCOMPARE(session->rest().listed.size(), 4);
        QVERIFY(session->rest().mixed);
    }

    void whatWasAskedForNextComesBeforeACardWhoseMinuteHasCome()
    {
        QList<QuestionId> listed;
        for (const QuestionFacts &question : *m_library->store().questions.facts())
            listed.append(question.id);
        auto session = Session::start(*m_library, {.listed = listed});
        answer(*session, Rating::Again);
        const QuestionId again = session->answered().last().question;
        const QuestionId wanted = session->rest().listed.last();
        m_place->clock.advanceMs(2 * 60'000);
        session->askNext(wanted);
        answer(*session, Rating::Good);
        QCOMPARE(session->current()->card.question, wanted);
        answer(*session, Rating::Good);
        QCOMPARE(session->current()->card.question, again);
    }

    void whatTheDayAsksForIsNotKeptAsUnfinished()
    {
        auto session = Session::start(*m_library, {});
        QVERIFY(session->rest().listed.isEmpty());
    }

    void damagedNotesOfSittingsAreNothing()
    {
        for (const QString &text : {u"{"_s, u"[]"_s, u"{\"questions\":7}"_s, u"1:x,:,9"_s}) {
            m_library->setViewState(u"study/unfinished"_s, text);
            m_library->setViewState(u"study/later"_s, text);
            QVERIFY(!unfinishedSitting(*m_library));
            QVERIFY(putOffQuestions(*m_library).isEmpty());
        }
    }

private:
    static constexpr qint64 dayMs = 86'400'000;

    QString slugsOf(SessionPlan plan)
    {
        plan.recorded = false;
        auto session = Session::start(*m_library, plan);
        QStringList slugs;
        for (qsizetype i = 0; i < plan.listed.size(); ++i) {
            slugs.append(session->current()->question.slug);
            answer(*session, Rating::Good);
        }
        return slugs.join(u' ');
    }

    static void answer(Session &session, Rating rating)
    {
        QVERIFY(session.current());
        session.reveal();
        QVERIFY(session.answer(rating));
    }

    QList<QuestionId> study(int cards, Rating rating)
    {
        QList<QuestionId> seen;
        auto session = Session::start(*m_library, {});
        while (seen.size() < cards) {
            seen.append(session->current()->card.question);
            answer(*session, rating);
        }
        if (rating != Rating::Easy) { // out of the learning steps
            m_place->clock.advanceMs(dayMs);
            auto again = Session::start(*m_library, {.listed = seen});
            for (int i = 0; i < cards; ++i)
                answer(*again, Rating::Easy);
        }
        return seen;
    }

    // What a sitting of now would ask, without answering.
    QSet<QuestionId> asked()
    {
        QSet<QuestionId> questions;
        auto session = Session::start(*m_library, {});
        for (int i = 0; i < 12 && session->current(); ++i) {
            questions.insert(session->current()->card.question);
            [&] {
                QVERIFY(session->bury());
            }();
        }
        while (undoLabel(*m_library) == u"bury"_s)
            [&] {
                QVERIFY(m_library->undo());
            }();
        return questions;
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(SittingsTest)
#include "tst_sittings.moc"
