// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"
#include "library/fixture.h"
#include "library/questions.h"
#include "library/session.h"
#include "storage/oldstore.h"

#include <QSignalSpy>

using namespace flaskcards;
using namespace flaskcards::test;

class LibraryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(3);
        m_library = m_place->open();
        QVERIFY(m_library);
    }
    void cleanup() { m_library.reset(); }

    void aFailedOperationChangesNothingAndTellsNobody()
    {
        const QString before = dump(*m_library);
        QSignalSpy told(m_library.get(), &Library::changed);
        const auto failed =
            m_library->apply({u"half"_s, [&](Store &store) -> Result<void> {
                                  if (auto done = store.cards.setSuspended(first(), true); !done)
                                      return done;
                                  return Error{ErrorCode::Invalid, u"half way"_s};
                              }});
        QVERIFY(!failed);
        QCOMPARE(dump(*m_library), before);
        QCOMPARE(told.count(), 0);
        QVERIFY(undoLabel(*m_library).isEmpty());
    }

    void changesNameWhatWasTouched()
    {
        QSignalSpy told(m_library.get(), &Library::changed);
        const auto changes = suspend();
        QVERIFY(changes);
        QCOMPARE(changes->cards, QSet<QuestionId>{first()});
        QVERIFY(!changes->reviews && !changes->settings && changes->questions.isEmpty());
        QCOMPARE(told.count(), 1);
    }

    void undoRestoresEveryRow()
    {
        const QString before = dump(*m_library);
        QVERIFY(suspend());
        auto session = Session::start(*m_library, {});
        QVERIFY(session);
        for (const Rating rating : {Rating::Good, Rating::Again, Rating::Easy}) {
            session->reveal();
            QVERIFY(session->answer(rating));
        }
        Preferences preferences = m_library->preferences();
        preferences.newPerDay = 3;
        QVERIFY(m_library->setPreferences(preferences));

        QCOMPARE(undoLabel(*m_library), u"settings"_s);
        for (int step = 0; step < 5; ++step)
            QVERIFY(m_library->undo());
        QCOMPARE(dump(*m_library), before);
        const auto nothing = m_library->undo();
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, ErrorCode::NotFound);
    }

    void aLaterChangeOfTheLookDoesNotBlockUndo()
    {
        const QString before = dump(*m_library);
        Preferences preferences = m_library->preferences();
        preferences.newPerDay = 3;
        preferences.theme = ThemeChoice::Dark;
        QVERIFY(m_library->setPreferences(preferences));
        preferences.theme = ThemeChoice::Light;
        QVERIFY(m_library->setPreferences(preferences));
        QCOMPARE(undoLabel(*m_library), u"settings"_s);
        QVERIFY(m_library->undo());
        QCOMPARE(m_library->preferences().newPerDay, Preferences().newPerDay);
        QCOMPARE(m_library->preferences().theme, ThemeChoice::Light);
        QVERIFY(!m_library->undo());
        // All but the look is as it was.
        const auto withoutSettings = [](const QString &rows) {
            return rows.section(u"settings|"_s, 0, 0);
        };
        QCOMPARE(withoutSettings(dump(*m_library)), withoutSettings(before));
    }

    void whatIsDoneAfterAnUpgradeCanBeTakenBack()
    {
        Place old;
        old.writeCards(1);
        QVERIFY(QDir().mkpath(old.data()));
        makeOldStore(old.file(), 2,
                     "INSERT INTO questions (id,slug,topic,level,kind,title,tags,asked,position,hash,source)"
                     "VALUES (7,'card-000','routing',0,0,'A?',',',2,0,'h','s');"
                     "INSERT INTO cards (question, fuzz_seed) VALUES (7,'card-000');");
        auto library = old.open();
        QVERIFY(library);
        const QString before = dump(*library);
        QVERIFY(library->apply({u"flag"_s, [](Store &store) {
                                    return store.cards.setFlag({7}, 3);
                                }}));
        QVERIFY(library->undo());
        QCOMPARE(dump(*library), before);
    }

    void dueDaysMovedWithoutAnotherSettingCanBeTakenBack()
    {
        auto session = Session::start(*m_library, {});
        session->reveal();
        QVERIFY(session->answer(Rating::Easy));
        const QString before = dump(*m_library);
        QVERIFY(m_library->setPreferences(m_library->preferences(), true));
        QVERIFY(dump(*m_library) != before);
        QVERIFY(m_library->undo());
        QCOMPARE(dump(*m_library), before);
    }

    void undoingAMoveInASittingIsNotTakenForAnAnswer()
    {
        auto session = Session::start(*m_library, {});
        const QuestionId answered = session->current()->card.question;
        session->reveal();
        QVERIFY(session->answer(Rating::Easy));
        Preferences sevens = m_library->preferences();
        sevens.scheduling.model = MemoryModelKind::Fsrs7;
        QVERIFY(m_library->setPreferences(sevens));
        QVERIFY(session->undo());
        QCOMPARE(session->answered().size(), 1);
        QVERIFY(session->current()->card.question != answered);
    }

    void aDamagedTickKeepsItsDefault()
    {
        QStringList damaged;
        const Preferences read = preferencesFrom({{u"study/balance"_s, u"yes"_s}}, &damaged);
        QVERIFY(read.balanceLoad);
        QCOMPARE(damaged, QStringList{u"study/balance"_s});
    }

    void undoSurvivesARestart()
    {
        const QString before = dump(*m_library);
        QVERIFY(suspend());
        m_library.reset();
        m_library = m_place->open();
        QCOMPARE(undoLabel(*m_library), u"suspend"_s);
        QVERIFY(m_library->undo());
        QCOMPARE(dump(*m_library), before);
    }

    void redoDoesEveryRowAgain()
    {
        const QString before = dump(*m_library);
        QVERIFY(suspend());
        answerOnce(Rating::Good);
        answerOnce(Rating::Easy);
        const QString after = dump(*m_library);
        for (int round = 0; round < 3; ++round) {
            for (int step = 0; step < 3; ++step)
                QVERIFY(m_library->undo());
            QCOMPARE(dump(*m_library), before);
            m_library.reset(); // both survive a restart
            m_library = m_place->open();
            for (int step = 0; step < 3; ++step)
                QVERIFY(m_library->redo());
            QCOMPARE(dump(*m_library), after);
        }
        const auto nothing = m_library->redo();
        QVERIFY(!nothing);
        QCOMPARE(nothing.error().code, ErrorCode::NotFound);
    }

    void aNewStepEndsRedo()
    {
        QVERIFY(suspend());
        QVERIFY(m_library->undo());
        QVERIFY(*m_library->nextRedo());
        answerOnce(Rating::Good);
        QVERIFY(!*m_library->nextRedo());
        QCOMPARE(undoLabel(*m_library), u"answer"_s);
    }

    void theHistoryNamesEachStepAndKeepsAtLeastAHundred()
    {
        answerOnce(Rating::Hard);
        for (int i = 0; i < 150; ++i)
            QVERIFY(m_library->apply({u"suspend"_s, [&](Store &store) {
                                          return store.cards.setSuspended(first(), i % 2 == 0);
                                      }}));
        const auto history = m_library->store().undo.history();
        QCOMPARE(history->size(), 151);
        QCOMPARE(history->last().label, u"answer"_s);
        QCOMPARE(history->last().detail, u"2"_s);
        QCOMPARE(history->first().questions, 1);
        QCOMPARE(history->first().question, first());
        for (int i = 0; i < 151; ++i)
            QVERIFY(m_library->undo());
    }

    // scenario 26
    void aFailedOperationKeepsEarlierStepsAndWhatCanBeDoneAgain()
    {
        answerOnce(Rating::Good);
        QVERIFY(suspend());
        QVERIFY(m_library->undo());
        QVERIFY(!m_library->apply({u"half"_s, [&](Store &store) -> Result<void> {
                                       Q_UNUSED(bool(store.cards.setFlag(first(), 2)));
                                       return Error{ErrorCode::NoSpace, u"half way"_s};
                                   }}));
        QCOMPARE(undoLabel(*m_library), u"answer"_s);
        QVERIFY(*m_library->nextRedo());
        QVERIFY(m_library->redo());
        QVERIFY(m_library->undo() && m_library->undo());
    }

    void undoLeavesWhatChangedSinceAndTheCardFollowsItsLog()
    {
        answerOnce(Rating::Good);
        // Without a label: not in the history, like answers of another copy that were merged in.
        QVERIFY(m_library->apply({QString(), answerOf(answered(), Rating::Easy)}));
        QVERIFY(m_library->undo());
        QCOMPARE(m_library->store().reviews.ofQuestion(answered())->size(), 1);
        QCOMPARE(m_library->store().reviews.ofQuestion(answered())->first().rating, Rating::Easy);
        QVERIFY(checkStore(m_library->store())->isEmpty());
        QVERIFY(m_library->redo());
        QCOMPARE(m_library->store().reviews.ofQuestion(answered())->size(), 2);
        QVERIFY(checkStore(m_library->store())->isEmpty());
    }

    void takingBackATextBringsTheSearchIndexAlong()
    {
        const QuestionId question = first();
        QVERIFY(m_library->apply({u"edit"_s, [&](Store &store) -> Result<void> {
                                      auto stored = store.questions.source(question);
                                      Question parsed = loadQuestion(*m_library, question)->question;
                                      parsed.title = u"Zebra?"_s;
                                      const QString text = cardText(u"Zebra?"_s, u"Yes."_s);
                                      if (auto done = store.questions.update(
                                              question, {.question = parsed, .source = text, .hash = u"z"_s});
                                          !done)
                                          return done;
                                      return indexAnew(store, question);
                                  }}));
        QCOMPARE(m_library->store().search.match({u"zebra"_s}, 5)->size(), 1);
        QVERIFY(m_library->undo());
        QCOMPARE(m_library->store().search.match({u"zebra"_s}, 5)->size(), 0);
        QVERIFY(m_library->redo());
        QCOMPARE(m_library->store().search.match({u"zebra"_s}, 5)->size(), 1);
    }

    // scenario 18: the log keeps the order of the answers, whatever the clock says
    void theLogKeepsItsOrderThoughTheClockGoesBack()
    {
        answerOnce(Rating::Good);
        const QuestionId question = answered();
        m_place->clock.advanceMs(-40LL * 24 * 3600 * 1000);
        QVERIFY(m_library->apply({u"answer"_s, answerOf(question, Rating::Again)}));
        m_place->clock.advanceMs(80LL * 24 * 3600 * 1000);
        QVERIFY(m_library->apply({u"answer"_s, answerOf(question, Rating::Easy)}));
        const auto log = m_library->store().reviews.ofQuestion(question);
        QCOMPARE(log->size(), 3);
        QCOMPARE(log->at(0).rating, Rating::Good);
        QCOMPARE(log->at(1).rating, Rating::Again);
        QCOMPARE(log->at(2).rating, Rating::Easy);
        QVERIFY(checkStore(m_library->store())->isEmpty());
    }

    void settingsAreKeptAndDamagedOnesFallBack()
    {
        Preferences wished = m_library->preferences();
        wished.newPerDay = 7;
        wished.theme = ThemeChoice::Dark;
        wished.scheduling.desiredRetention = 0.85;
        QVERIFY(m_library->setPreferences(wished));
        m_library.reset();
        m_library = m_place->open();
        QCOMPARE(m_library->preferences(), wished);

        QVERIFY(m_library->apply({QString(), [](Store &store) {
                                      return store.settings.set(u"study/new-per-day"_s, u"many"_s);
                                  }}));
        m_library.reset();
        m_library = m_place->open();
        QCOMPARE(m_library->preferences().newPerDay, Preferences().newPerDay);
        QCOMPARE(m_library->preferences().theme, ThemeChoice::Dark);
        QCOMPARE(m_library->damagedSettings(), QStringList{u"study/new-per-day"_s});
    }

private:
    QuestionId first() const { return m_library->store().questions.facts()->first().id; }
    Result<Changes> suspend()
    {
        return m_library->apply({u"suspend"_s, [&](Store &store) {
                                     return store.cards.setSuspended(first(), true);
                                 }});
    }

    // The first card of today's queue, which is not the suspended one.
    void answerOnce(Rating rating)
    {
        auto session = Session::start(*m_library, {});
        QVERIFY(session && session->current());
        m_answered = session->current()->card.question;
        session->reveal();
        QVERIFY(session->answer(rating));
    }
    QuestionId answered() const { return m_answered; }

    // The work of an answer, for operations of any label.
    std::function<Result<void>(Store &)> answerOf(QuestionId question, Rating rating)
    {
        auto session = Session::start(*m_library, {.listed = {question}});
        return answerOperation(*m_library, *session->current(), rating, 1000).work;
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    QuestionId m_answered;
};

QTEST_GUILESS_MAIN(LibraryTest)
#include "tst_library.moc"
