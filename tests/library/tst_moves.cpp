// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/studyday.h"
#include "library/check.h"
#include "library/demo.h"
#include "library/fixture.h"
#include "library/moves.h"
#include "library/operations.h"
#include "library/session.h"

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

Fsrs6Parameters slower()
{
    Fsrs6Parameters w = Fsrs6::defaults;
    w[2] *= 2;
    w[8] += 0.3;
    w[20] = 0.3;
    return w;
}

QStringList wrong(const Library &library)
{
    return replayAll(library.store())->differ;
}

QList<QuestionId> reviewed(const Library &library)
{
    QList<QuestionId> questions;
    for (const StoredCard &card : *library.store().cards.all()) {
        if (card.card.schedule.phase == Phase::Review)
            questions.append(card.card.question);
    }
    return questions;
}

// Due or not; every fourth one is forgotten.
void answerSome(Library &library, int count)
{
    auto session = Session::start(library, {.listed = reviewed(library).first(count)});
    QVERIFY(session);
    for (int i = 0; i < count; ++i) {
        QVERIFY(session->current());
        session->reveal();
        QVERIFY(session->answer(i % 4 == 3 ? Rating::Again : Rating::Good));
    }
}

} // namespace

class MovesTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_model.writeCards(60);
        QVERIFY(fillWithDemo({m_model.data(), m_model.bank()}, {.days = 400, .seed = 3}, m_model.clock));
    }
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(60);
        QDir().mkpath(m_place->data());
        QVERIFY(QFile::copy(m_model.file(), m_place->file()));
        m_library = m_place->open();
        QVERIFY(m_library);
    }
    void cleanup() { m_library.reset(); }

    void fourHundredDaysReplayToTheStoredCards()
    {
        QVERIFY(*m_library->store().reviews.count() > 400);
        QCOMPARE(wrong(*m_library), QStringList());
    }

    void newParametersChangeTheMemoryAndNothingElse()
    {
        const auto before = *m_library->store().cards.all();
        QVERIFY(m_library->setPreferences(with(slower())));
        const auto after = *m_library->store().cards.all();
        int changed = 0;
        for (qsizetype i = 0; i < before.size(); ++i) {
            Schedule expected = before.at(i).card.schedule;
            changed += expected.memory != after.at(i).card.schedule.memory ? 1 : 0;
            expected.memory = after.at(i).card.schedule.memory;
            QCOMPARE(after.at(i).card.schedule, expected);
        }
        QVERIFY(changed > 20);
        QCOMPARE(wrong(*m_library), QStringList());
    }

    void movedDueDaysAreThoseOfThePreview()
    {
        Preferences wished = m_library->preferences();
        wished.scheduling.desiredRetention = 0.8;
        const auto preview = previewMove(*m_library, wished);
        QVERIFY(preview);
        QVERIFY(preview->later > 10 && preview->later > preview->earlier);
        const auto before = *m_library->store().cards.all();
        QVERIFY(m_library->setPreferences(wished, true));
        const auto after = *m_library->store().cards.all();
        int earlier = 0;
        int later = 0;
        QList<int> load(30);
        for (qsizetype i = 0; i < before.size(); ++i) {
            const Schedule &schedule = after.at(i).card.schedule;
            const int moved = schedule.dueDay - before.at(i).card.schedule.dueDay;
            earlier += moved < 0 ? 1 : 0;
            later += moved > 0 ? 1 : 0;
            QVERIFY(moved == 0 || schedule.dueDay >= m_library->today());
            const int day = std::max(0, schedule.dueDay - m_library->today());
            if (schedule.phase == Phase::Review && day < 30)
                ++load[day];
        }
        QCOMPARE(earlier, preview->earlier);
        QCOMPARE(later, preview->later);
        QCOMPARE(load, preview->loadAfter);
        QCOMPARE(wrong(*m_library), QStringList());
    }

    void suspendedAndLearningCardsKeepTheirDay()
    {
        QVERIFY(m_library->apply(suspendOperation(reviewed(*m_library), true)));
        Preferences wished = m_library->preferences();
        wished.scheduling.desiredRetention = 0.75;
        QCOMPARE(previewMove(*m_library, wished)->cards, 0);
    }

    void everyKindOfChangeReplaysAndIsTakenBackRowForRow()
    {
        const QString before = dump(*m_library);
        int steps = 0;
        const auto change = [&](const Preferences &preferences, bool moveDays) {
            QVERIFY(m_library->setPreferences(preferences, moveDays));
            ++steps;
            QCOMPARE(wrong(*m_library), QStringList());
            answerSome(*m_library, 3);
            steps += 3;
            QCOMPARE(wrong(*m_library), QStringList());
        };
        Preferences sevens = m_library->preferences();
        sevens.scheduling.model = MemoryModelKind::Fsrs7;
        change(sevens, false);
        change(with(slower()), true); // back to FSRS-6
        Preferences topics = m_library->preferences();
        topics.topicParameters.insert(u"routing"_s, {0.5, 1, 2, 9, 5});
        change(topics, true);
        Preferences steep = m_library->preferences();
        steep.scheduling.desiredRetention = 0.95;
        steep.scheduling.relearningStepsMinutes = {5, 10, 20};
        change(steep, true);
        for (; steps > 0; --steps) {
            QVERIFY(m_library->undo());
            if (steps % 4 == 1)
                QCOMPARE(wrong(*m_library), QStringList());
        }
        QCOMPARE(dump(*m_library), before);
    }

    void aChangedRetentionAloneLeavesTheMemory()
    {
        Preferences wished = m_library->preferences();
        wished.scheduling.desiredRetention = 0.8;
        QVERIFY(!changesMemory(m_library->preferences(), wished));
        const QString before = dump(*m_library);
        QVERIFY(m_library->setPreferences(wished));
        QVERIFY(m_library->store().reviews.allMovesByQuestion()->isEmpty());
        QVERIFY(m_library->undo());
        QCOMPARE(dump(*m_library), before);
    }

    void aTopicWithItsOwnBeginningIsAnsweredByIt()
    {
        Preferences topics = m_library->preferences();
        topics.topicParameters.insert(u"routing"_s, {0.5, 1, 60, 90, 5});
        QVERIFY(m_library->setPreferences(topics));
        m_place->writeCards(61);
        m_library.reset();
        m_library = m_place->open();
        const auto unseen = m_library->store().cards.newInOrder(NewOrder::Teaching, m_library->today(), 1);
        QVERIFY(!unseen->isEmpty());
        auto session = Session::start(*m_library, {.listed = *unseen});
        session->reveal();
        QVERIFY(session->answer(Rating::Good));
        QCOMPARE(m_library->store().cards.get(unseen->first())->schedule.memory->stability, 60.0);
        QCOMPARE(wrong(*m_library), QStringList());
    }

    void aDayOffIsAvoided()
    {
        Preferences wished = m_library->preferences();
        wished.week = {1, 1, 1, 1, 1, 0, 0}; // no weekends
        QVERIFY(m_library->setPreferences(wished));
        answerSome(*m_library, 20);
        int chosen = 0;
        for (const StoredCard &card : *m_library->store().cards.all()) {
            const auto reviews = m_library->store().reviews.ofQuestion(card.card.question);
            if (reviews->isEmpty() || reviews->last().moment.atMs < m_place->clock.nowMs())
                continue;
            const Schedule &schedule = card.card.schedule;
            if (schedule.phase != Phase::Review || schedule.intervalDays < 20)
                continue; // the range of shorter ones may hold nothing but a weekend
            ++chosen;
            QCOMPARE(reviews->last().chosenDays, schedule.intervalDays);
            QVERIFY(shareOf(schedule.dueDay, wished.week, {}) > 0);
        }
        QVERIFY(chosen >= 3);
        QCOMPARE(wrong(*m_library), QStringList());
    }

    void whatAButtonShowsIsWhatItDoes()
    {
        auto session = Session::start(*m_library, {});
        for (int i = 0; i < 8 && session->current(); ++i) {
            const auto shown = session->current()->outcomes;
            const QuestionId question = session->current()->card.question;
            session->reveal();
            QVERIFY(session->answer(Rating::Good));
            QCOMPARE(m_library->store().cards.get(question)->schedule, shown[2]);
        }
    }

    void aLeechIsSuspendedWhereThatIsWanted()
    {
        Preferences wished = m_library->preferences();
        wished.scheduling.leechThreshold = 1;
        wished.leechAction = LeechAction::Suspend;
        QVERIFY(m_library->setPreferences(wished));
        QuestionId fresh;
        for (const StoredCard &card : *m_library->store().cards.all()) {
            if (card.card.schedule.phase == Phase::Review && card.card.schedule.lapses == 0)
                fresh = card.card.question;
        }
        QVERIFY(fresh.isValid());
        const QString before = dump(*m_library);
        auto session = Session::start(*m_library, {.listed = {fresh}});
        session->reveal();
        QVERIFY(session->answer(Rating::Again));
        QVERIFY(m_library->store().cards.get(fresh)->suspended);
        QVERIFY(m_library->undo());
        QCOMPARE(dump(*m_library), before);
    }

private:
    Preferences with(const Fsrs6Parameters &parameters) const
    {
        Preferences preferences = m_library->preferences();
        preferences.scheduling.model = MemoryModelKind::Fsrs6;
        preferences.scheduling.parameters = parameters;
        return preferences;
    }

    Place m_model; // copied for each test
    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(MovesTest)
#include "tst_moves.moc"
