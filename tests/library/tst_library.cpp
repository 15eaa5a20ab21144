// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fixture.h"
#include "library/session.h"

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
        QVERIFY(m_library->undoLabel()->isEmpty());
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

        QCOMPARE(*m_library->undoLabel(), u"settings"_s);
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
        QCOMPARE(*m_library->undoLabel(), u"settings"_s);
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
        QCOMPARE(*m_library->undoLabel(), u"suspend"_s);
        QVERIFY(m_library->undo());
        QCOMPARE(dump(*m_library), before);
    }

    void undoOfARowThatChangedSinceIsRefusedWhole()
    {
        QVERIFY(suspend());
        // Without a label: not on the undo list, as a change from elsewhere.
        QVERIFY(m_library->apply({QString(), [&](Store &store) {
                                      return store.cards.setFlag(first(), 3);
                                  }}));
        QVERIFY(m_library->apply({QString(), [&](Store &store) {
                                      return store.cards.setSuspended(first(), false);
                                  }}));
        const QString before = dump(*m_library);
        QVERIFY(!m_library->undo());
        QCOMPARE(dump(*m_library), before);
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

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(LibraryTest)
#include "tst_library.moc"
