// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"
#include "library/fixture.h"
#include "library/operations.h"
#include "library/session.h"
#include "library/today.h"

using namespace flaskcards;
using namespace flaskcards::test;

class SessionTest : public QObject
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

    void theFirstDayOffersTheDailyNumberOfNewCards()
    {
        const auto today = todaySummary(*m_library);
        QCOMPARE(today->due, 0);
        QCOMPARE(today->fresh, 10);
        QCOMPARE(today->questions, 12);
        QVERIFY(!today->everStudied);
    }

    void aGradeBeforeTheAnswerIsShownIsNotTaken()
    {
        Session session = started();
        QVERIFY(session.answer(Rating::Good));
        QCOMPARE(*m_library->store().reviews.count(), 0);
        session.reveal();
        QVERIFY(session.answer(Rating::Good));
        QVERIFY(session.answer(Rating::Good)); // the second press of a double key press
        QCOMPARE(*m_library->store().reviews.count(), 1);
    }

    void anAnswerIsLoggedWithItsMomentAndTheCardFollows()
    {
        Session session = started();
        const QuestionId question = session.current()->card.question;
        const Schedule wanted = session.current()->outcomes.at(2);
        m_place->clock.advanceMs(4'200);
        session.reveal();
        QVERIFY(session.answer(Rating::Good));
        const auto reviews = m_library->store().reviews.ofQuestion(question);
        QCOMPARE(reviews->size(), 1);
        QCOMPARE(reviews->first().durationMs, 4'200);
        QCOMPARE(reviews->first().moment.atMs, startMs + 4'200);
        QCOMPARE(reviews->first().rating, Rating::Good);
        QCOMPARE(reviews->first().phaseBefore, Phase::New);
        const Schedule stored = m_library->store().cards.get(question)->schedule;
        QCOMPARE(stored.dueAtMs - stored.lastAnswerAtMs, wanted.dueAtMs - startMs);
    }

    void aCardInLearningComesBackWhenItsMinuteHasCome()
    {
        Session session = started();
        const QuestionId first = session.current()->card.question;
        grade(session, Rating::Again); // one minute
        QVERIFY(session.current()->card.question != first);
        m_place->clock.advanceMs(120'000);
        grade(session, Rating::Good);
        QCOMPARE(session.current()->card.question, first);
    }

    void learnAheadShowsWaitingCardsWhenNothingElseIsLeft()
    {
        Session session = started({.listed = {someQuestion()}});
        grade(session, Rating::Good); // ten minutes, within learn-ahead
        QVERIFY(session.current());
        Preferences preferences = m_library->preferences();
        preferences.learnAheadMinutes = 0;
        QVERIFY(m_library->setPreferences(preferences));
        grade(session, Rating::Again);
        QVERIFY(!session.current());
        QVERIFY(session.nextLearningDueMs());
        m_place->clock.advanceMs(3'600'000);
        QVERIFY(session.resume());
        QVERIFY(session.current());
    }

    void undoBringsTheCardBackRevealed()
    {
        const QString before = dump(*m_library);
        Session session = started();
        const QuestionId first = session.current()->card.question;
        grade(session, Rating::Again);
        const QuestionId second = session.current()->card.question;
        QVERIFY(session.undo());
        QCOMPARE(session.current()->card.question, first);
        QVERIFY(session.isRevealed());
        QCOMPARE(session.answered().size(), 0);
        QCOMPARE(dump(*m_library), before);
        QVERIFY(session.answer(Rating::Easy));
        QCOMPARE(session.current()->card.question, second);
    }

    void undoReachesBackAcrossSessions()
    {
        {
            Session session = started();
            grade(session, Rating::Easy);
        }
        Session session = started();
        const int left = session.left();
        QVERIFY(session.undo());
        QCOMPARE(session.left(), left + 1);
        QCOMPARE(*m_library->store().reviews.count(), 0);
    }

    void anAnswerGivenElsewhereIsNotCountedTwice()
    {
        Session here = started();
        Session there = started();
        QCOMPARE(here.current()->card.question, there.current()->card.question);
        grade(there, Rating::Good);
        here.reveal();
        const auto late = here.answer(Rating::Good);
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::Busy);
        QCOMPARE(*m_library->store().reviews.count(), 1);
        QVERIFY(here.current()); // shown again as it is now
    }

    // scenario 23: two windows, two connections, one card.
    void theSameCardInTwoLibrariesIsAnsweredOnce()
    {
        auto other = m_place->open();
        Session here = started();
        auto there = Session::start(*other, {});
        QVERIFY(there);
        QCOMPARE(here.current()->card.question, there->current()->card.question);
        grade(here, Rating::Good);
        there->reveal();
        const auto late = there->answer(Rating::Easy);
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::Busy);
        QCOMPARE(*other->store().reviews.count(), 1);
        QVERIFY(!there->isRevealed()); // as it is now, to be answered anew or not
        QCOMPARE(there->current()->card.schedule.answers, 1);
        QCOMPARE(replayAll(other->store())->differ, QStringList());
    }

    // scenario 41
    void aCardDeletedWhileItIsStudiedMakesWayForTheNext()
    {
        for (int way = 0; way < 3; ++way) {
            Session session = started();
            const int left = session.left();
            const QuestionId gone = session.current()->card.question;
            session.reveal();
            QVERIFY(m_library->apply({QString(), [gone](Store &store) -> Result<void> {
                                          if (auto done = store.search.remove(gone); !done)
                                              return done;
                                          if (auto done = store.cards.remove(gone); !done)
                                              return done;
                                          return store.questions.remove(gone);
                                      }}));
            QVERIFY(session.isCurrentStale());
            const auto done = way == 0   ? session.answer(Rating::Good)
                              : way == 1 ? session.suspend()
                                         : session.setFlag(1);
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::NotFound);
            QVERIFY(session.current() && session.current()->card.question != gone);
            QCOMPARE(session.left(), left - 1);
        }
        QCOMPARE(*m_library->store().reviews.count(), 0);
    }

    // scenario 41
    void aCardSuspendedRetiredOrAnsweredElsewhereMakesWayForTheNext()
    {
        auto other = m_place->open();
        Session session = started();
        const auto takeAway = [&](const std::function<Result<void>(Store &)> &work) {
            const QuestionId before = session.current()->card.question;
            QVERIFY(other->apply({QString(), work}));
            QVERIFY(session.isCurrentStale());
            QVERIFY(session.refresh());
            QVERIFY(session.current() && session.current()->card.question != before);
            QVERIFY(!session.isCurrentStale());
        };
        QuestionId question = session.current()->card.question;
        takeAway([&](Store &store) { return store.cards.setSuspended(question, true); });
        question = session.current()->card.question;
        takeAway([&](Store &store) { return store.questions.retire(question); });
        auto there = Session::start(*other, {.listed = {session.current()->card.question}});
        takeAway([&](Store &store) {
            there->reveal();
            return answerOperation(*other, *there->current(), Rating::Good, 1000).work(store);
        });
        QVERIFY(other->apply(flagOperation({session.current()->card.question}, 1)));
        question = session.current()->card.question;
        QVERIFY(session.refresh());
        QCOMPARE(session.current()->card.question, question); // a flag is no reason to go
        QCOMPARE(session.current()->card.flag, 1);
    }

    void buriedAndSuspendedCardsLeaveTheSitting()
    {
        Session session = started();
        const int left = session.left();
        const QuestionId buried = session.current()->card.question;
        QVERIFY(session.bury());
        const QuestionId suspended = session.current()->card.question;
        QVERIFY(session.suspend());
        QCOMPARE(session.left(), left - 2);
        QCOMPARE(m_library->store().cards.get(buried)->buriedUntilDay, m_library->today() + 1);
        QVERIFY(m_library->store().cards.get(suspended)->suspended);
        QVERIFY(session.undo());
        QVERIFY(!m_library->store().cards.get(suspended)->suspended);
    }

    void skippedCardsComeAtTheEnd()
    {
        Session session = started();
        const QuestionId first = session.current()->card.question;
        const int left = session.left();
        session.skip();
        QVERIFY(session.current()->card.question != first);
        QCOMPARE(session.left(), left);
    }

    void theTimeBoxLimitsTheSitting()
    {
        const auto today = todaySummary(*m_library);
        QCOMPARE(sittingOf(*today, 0).cards, 10);
        QCOMPARE(sittingOf(*today, 5).cards, 5); // a new card is guessed at a minute
        QCOMPARE(started({.minutes = 5}).left(), 5);
        QCOMPARE(started({.count = 3}).left(), 3);
    }

    void theNextDayBringsTheReviews()
    {
        Session session = started({.count = 1});
        grade(session, Rating::Easy);
        const QuestionId question = session.answered().first().question;
        const int due = m_library->store().cards.get(question)->schedule.dueDay;
        m_place->clock.advanceMs(qint64(due - m_library->today()) * 86'400'000);
        QCOMPARE(todaySummary(*m_library)->due, 1);
        m_place->clock.advanceMs(-86'400'000);
        QCOMPARE(todaySummary(*m_library)->due, 0);
    }

    void aQuestionThatLeftTheBankIsPassedOver()
    {
        Session session = started();
        const auto facts = m_library->store().questions.facts();
        QVERIFY(m_library->apply({QString(), [&](Store &store) -> Result<void> {
                                      if (auto gone = store.cards.remove(facts->at(1).id); !gone)
                                          return gone;
                                      return store.questions.remove(facts->at(1).id);
                                  }}));
        grade(session, Rating::Easy);
        QCOMPARE(session.current()->card.question, facts->at(2).id);
    }

    void theClockSetBackNeverGivesNegativeTimes()
    {
        Session session = started();
        session.reveal();
        m_place->clock.advanceMs(-86'400'000);
        QVERIFY(session.answer(Rating::Good));
        const auto reviews = m_library->store().reviews.allByQuestion();
        QCOMPARE(reviews->first().durationMs, 0);
        QVERIFY(replayAll(m_library->store())->differ.isEmpty());
    }

    void replayingTheLogGivesTheStoredCardsThroughSettingsAndClocks()
    {
        const Rating ratings[] = {Rating::Again, Rating::Good, Rating::Easy, Rating::Good, Rating::Hard};
        int answers = 0;
        for (int day = 0; day < 60; ++day) {
            Session session = started();
            while (session.current() && answers < 2000)
                grade(session, ratings[answers++ % 5]);
            Preferences preferences = m_library->preferences();
            preferences.rolloverHour = day % 24;
            preferences.scheduling.desiredRetention = 0.8 + day % 15 / 100.0;
            preferences.scheduling.learningStepsMinutes =
                day % 2 ? QList<double>{5} : QList<double>{1, 10, 600};
            QVERIFY(m_library->setPreferences(preferences));
            m_place->clock.setUtcOffsetSeconds((day % 20 - 10) * 3600);
            m_place->clock.advanceMs(19 * 3'600'000);
        }
        const auto report = replayAll(m_library->store());
        QVERIFY(report->reviews > 100);
        QCOMPARE(report->differ, QStringList());
        QCOMPARE(*checkStore(m_library->store()), QStringList());
    }

    void aCardThatDiffersFromItsLogIsFound()
    {
        Session session = started();
        grade(session, Rating::Good);
        const QuestionId question = session.answered().first().question;
        QVERIFY(m_library->apply({QString(), [&](Store &store) {
                                      Schedule wrong = store.cards.get(question)->schedule;
                                      wrong.memory->stability += 1;
                                      return store.cards.saveSchedule(question, wrong);
                                  }}));
        QCOMPARE(replayAll(m_library->store())->differ.size(), 1);
    }

private:
    Session started(const SessionPlan &plan = {})
    {
        auto session = Session::start(*m_library, plan);
        if (!session)
            qFatal("%s", qPrintable(session.error().context));
        return *std::move(session);
    }

    static void grade(Session &session, Rating rating)
    {
        session.reveal();
        QVERIFY(session.answer(rating));
    }

    QuestionId someQuestion() const { return m_library->store().questions.facts()->first().id; }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
