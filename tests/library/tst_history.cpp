// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/catchup.h"
#include "library/check.h"
#include "library/edits.h"
#include "library/fitting.h"
#include "library/fixture.h"
#include "library/operations.h"
#include "library/questions.h"
#include "library/session.h"
#include "library/stepwords.h"
#include "library/undocaution.h"

#include <QObject>
#include <QRandomGenerator>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr qint64 dayMs = 86'400'000;

// What of a dump belongs to the tables.
QString only(const QString &dump, const QStringList &tables)
{
    QString text;
    for (const QString &line : dump.split(u'\n')) {
        if (tables.contains(line.section(u'|', 0, 0)))
            text += line + u'\n';
    }
    return text;
}

} // namespace

// Undo and redo of all that the program can do, row for row.
class HistoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(14);
        m_library = m_place->open();
        QVERIFY(m_library);
        m_questions.clear();
        for (const StoredCard &stored : *m_library->store().cards.all())
            m_questions.append(stored.card.question);
    }
    void cleanup() { m_library.reset(); }

    // scenario 25
    void undoAndRedoGiveEveryRowBack_data()
    {
        QTest::addColumn<Work>("work");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QString &words, Work work) {
            QTest::newRow(name) << work << words;
        };
        for (const Rating rating : {Rating::Again, Rating::Hard, Rating::Good, Rating::Easy}) {
            const QString grade = QStringList{u"Again"_s, u"Hard"_s, u"Good"_s, u"Easy"_s}[int(rating) - 1];
            row(qPrintable(u"answer "_s + grade), u"Answer “Question number 3?”: "_s + grade,
                [=](HistoryTest &test) { test.answer(test.question(3), rating); });
            row(qPrintable(u"first answer "_s + grade), u"Answer “Question number 12?”: "_s + grade,
                [=](HistoryTest &test) { test.answer(test.question(12), rating); });
        }
        row("answer that suspends a leech", u"Answer “Question number 3?”: Again"_s, [](HistoryTest &test) {
            test.answer(test.question(3), Rating::Again);
            QVERIFY(test.card(3).suspended);
        });
        row("bury", u"Bury “Question number 1?”"_s, [](HistoryTest &test) {
            test.apply(buryOperation({test.question(1)}, test.m_library->today() + 1));
        });
        row("unbury", u"Bring back “Question number 6?” today"_s,
            [](HistoryTest &test) { test.apply(buryOperation({test.question(6)}, 0)); });
        row("suspend many", u"Suspend 13 questions"_s,
            [](HistoryTest &test) { test.apply(suspendOperation(test.m_questions, true)); });
        row("unsuspend", u"Bring back “Question number 5?” into study"_s,
            [](HistoryTest &test) { test.apply(suspendOperation({test.question(5)}, false)); });
        row("flag many", u"Flag 14 questions"_s,
            [](HistoryTest &test) { test.apply(flagOperation(test.m_questions, 6)); });
        row("take flags off", u"Take the flag off 2 questions"_s,
            [](HistoryTest &test) { test.apply(flagOperation(test.m_questions, 0)); });
        row("settings", u"Settings"_s, [](HistoryTest &test) {
            test.set([](Preferences &preferences) {
                preferences.newPerDay = 3;
                preferences.reviewOrder = ReviewOrder::Due;
            });
        });
        row("settings with another memory", u"Settings, moving 10 card(s)"_s, [](HistoryTest &test) {
            test.set([](Preferences &preferences) { preferences.scheduling.model = MemoryModelKind::Fsrs7; });
        });
        row("settings with other due days", u"Settings, moving 9 card(s)"_s, [](HistoryTest &test) {
            test.set([](Preferences &preferences) { preferences.scheduling.desiredRetention = 0.8; }, true);
        });
        row("catch-up", u"Catch-up plan of 4 question(s)"_s, [](HistoryTest &test) {
            const int today = test.m_library->today();
            const CatchUpPlan plan{.speed = CatchUpSpeed::Week,
                                   .days = {{today, {test.question(0), test.question(1)}},
                                            {today + 2, {test.question(2), test.question(3)}}}};
            test.apply(catchUpOperation(*test.m_library, plan));
        });
        row("fit", u"Fitted parameters, moving 10 card(s)"_s, [](HistoryTest &test) {
            Fit fit;
            fit.parameters[0] *= 1.5;
            fit.parameters[2] *= 0.8;
            const FitReport report{.fit = fit, .topics = {{u"routing"_s, {0.3, 1, 2, 9, 6}}}, .reviews = 10};
            QVERIFY(test.m_library->setPreferences(withFit(test.m_library->preferences(), report), true,
                                                   u"fit"_s));
        });
        row("bring back", u"Bring back “Question number 13?”"_s,
            [](HistoryTest &test) { test.apply(bringBackOperation({test.question(13)})); });
        row("edit", u"Edit “Zebra?”"_s, [](HistoryTest &test) { test.edit(test.question(2)); });
        row("delete", u"Delete “Question number 2?”"_s, [](HistoryTest &test) {
            test.apply({u"delete"_s, [&](Store &store) -> Result<void> {
                            if (auto done = store.questions.retire(test.question(2)); !done)
                                return done;
                            return indexAnew(store, test.question(2));
                        }});
        });
    }
    void undoAndRedoGiveEveryRowBack()
    {
        QFETCH(Work, work);
        QFETCH(QString, words);
        studyForAMonth();
        const QString before = dump(*m_library);
        work(*this);
        const QString after = dump(*m_library);
        QVERIFY(after != before);
        QCOMPARE(withoutPlurals(stepWords(**m_library->nextUndo(), *m_library)), withoutPlurals(words));
        for (int round = 0; round < 3; ++round) {
            const auto undone = m_library->undo();
            QVERIFY(undone && !undone->partly);
            QCOMPARE(dump(*m_library), before);
            QCOMPARE(*checkStore(m_library->store()), QStringList());
            reopen();
            const auto redone = m_library->redo();
            QVERIFY(redone && !redone->partly);
            QCOMPARE(dump(*m_library), after);
            QCOMPARE(*checkStore(m_library->store()), QStringList());
            reopen();
        }
    }

    // scenario 25: the bank is not the person's doing, but their steps must survive its change
    void aBankThatChangedInBetweenStaysAndTheStepIsTakenBack()
    {
        studyForAMonth();
        const QStringList persons = {u"cards"_s, u"reviews"_s, u"moves"_s};
        const QString before = only(dump(*m_library), persons);
        apply(flagOperation(m_questions, 3));
        answer(question(3), Rating::Good);
        m_place->write(u"routing/card-003.md"_s, cardText(u"Question with other words?"_s, u"Other."_s));
        reopen();
        const QString after = dump(*m_library);
        QVERIFY(after.contains(u"Question with other words?"_s));
        QVERIFY(m_library->undo() && m_library->undo());
        QCOMPARE(only(dump(*m_library), persons), before);
        QCOMPARE(titleOf(3), u"Question with other words?"_s);
        QVERIFY(m_library->redo() && m_library->redo());
        QCOMPARE(dump(*m_library), after);
        QCOMPARE(*checkStore(m_library->store()), QStringList());
    }

    // scenario 25
    void aRandomWalkAlwaysMeetsTheStateOfItsStep()
    {
        const QByteArray wished = qgetenv("FLASKCARDS_SEED");
        const quint32 seed = wished.isEmpty() ? QRandomGenerator::system()->generate() : wished.toUInt();
        qInfo("FLASKCARDS_SEED=%u", seed);
        QRandomGenerator dice(seed);
        QStringList states = {dump(*m_library)}; // after each step that counts
        qsizetype at = 0;
        for (int i = 0; i < 300; ++i) {
            const int choice = int(dice.bounded(100));
            const QByteArray where = QByteArray::number(i) + " choice " + QByteArray::number(choice);
            if (choice < 22) {
                QCOMPARE(bool(m_library->undo()), at > 0);
                at = std::max<qsizetype>(0, at - 1);
            } else if (choice < 36) {
                QCOMPARE(bool(m_library->redo()), at + 1 < states.size());
                at = std::min(at + 1, states.size() - 1);
            } else if (choice < 42) {
                const qsizetype to = dice.bounded(qint64(states.size()));
                goTo(at, to);
                at = to;
            } else if (choice < 46) {
                reopen();
                QVERIFY2(checkStore(m_library->store())->isEmpty(), where.constData());
            } else {
                somethingRandom(dice);
                const QString state = dump(*m_library);
                if (state != states.at(at)) { // what changes nothing is no step
                    states.resize(++at);
                    states.append(state);
                }
            }
            QVERIFY2(dump(*m_library) == states.at(at), where.constData());
        }
        QCOMPARE(*checkStore(m_library->store()), QStringList());
    }

    void severalStepsAreTakenBackAtOnceOrNotAtAll()
    {
        const QString before = dump(*m_library);
        for (int flag = 1; flag <= 5; ++flag)
            apply(flagOperation({question(flag)}, flag));
        const QString after = dump(*m_library);
        const auto history = m_library->store().undo.history();
        const auto none = m_library->undo(9999);
        QVERIFY(!none && none.error().code == ErrorCode::NotFound);
        QCOMPARE(dump(*m_library), after);

        const auto undone = m_library->undo(history->last().id);
        QVERIFY(undone);
        QCOMPARE(undone->steps.size(), 5);
        QCOMPARE(undone->changes.cards.size(), 5);
        QCOMPARE(withoutPlurals(steppedWords(*undone, *m_library)), withoutPlurals(u"5 steps taken back"_s));
        QCOMPARE(dump(*m_library), before);
        QVERIFY(!m_library->undo(history->last().id)); // it is undone already
        const auto redone = m_library->redo(history->first().id);
        QVERIFY(redone && redone->steps.size() == 5);
        QCOMPARE(dump(*m_library), after);
    }

    void whatCannotBeTakenBackIsTold()
    {
        apply(flagOperation({question(1)}, 4));
        // As another copy that was merged in: not in the history.
        Operation merged = flagOperation({question(1)}, 2);
        merged.label.clear();
        apply(merged);
        const auto undone = m_library->undo();
        QVERIFY(undone && undone->partly);
        QVERIFY(!partlyWords(*undone).isEmpty());
        QCOMPARE(card(1).flag, 2);
    }

    void anAnswerThatIsTakenBackUnderAnotherOneLeavesNothingBehind()
    {
        answer(question(1), Rating::Good);
        auto session = Session::start(*m_library, {.listed = {question(1)}});
        Operation merged = answerOperation(*m_library, *session->current(), Rating::Easy, 1000);
        merged.label.clear();
        apply(merged);
        const auto undone = m_library->undo();
        QVERIFY(undone && !undone->partly);
        QCOMPARE(card(1).schedule.answers, 1);
        QCOMPARE(*checkStore(m_library->store()), QStringList());
    }

    void aSittingFollowsSeveralStepsAtOnce()
    {
        auto session = Session::start(*m_library, {.listed = m_questions.first(4)});
        QVERIFY(session);
        for (const Rating rating : {Rating::Good, Rating::Easy}) {
            session->reveal();
            QVERIFY(session->answer(rating));
        }
        QVERIFY(session->bury());
        const auto history = m_library->store().undo.history();
        QVERIFY(session->step(Direction::Back, history->last().id));
        QCOMPARE(session->current()->card.question, question(0));
        QVERIFY(session->isRevealed());
        QCOMPARE(session->answered().size(), 0);
        QCOMPARE(session->left(), 4);

        QVERIFY(session->step(Direction::Forth, history->first().id));
        QCOMPARE(session->answered().size(), 2);
        QVERIFY(session->current()->card.question != question(2)); // buried again
        QVERIFY(session->undo());
        QCOMPARE(session->current()->card.question, question(2));
        QVERIFY(!session->isRevealed());
    }

    void aFlagTakenBackDoesNotBringABuriedCardToTheTable()
    {
        auto session = Session::start(*m_library, {.listed = m_questions.first(3)});
        QVERIFY(session->bury());
        apply(flagOperation({question(0)}, 3)); // elsewhere in the window
        QVERIFY(session->undo());
        QCOMPARE(session->current()->card.question, question(1));
    }

    void stepsOfThisStartGoAtOnceOlderOnesAreAskedFor()
    {
        apply(flagOperation({question(1)}, 4));
        apply(flagOperation({question(2)}, 4));
        m_place->clock.advanceMs(1000);
        reopen();
        UndoCaution caution(*m_library);
        apply(flagOperation({question(3)}, 4));
        QVERIFY(mayUndo(caution));
        QVERIFY(!mayUndo(caution)); // of the start before
        QVERIFY(mayUndo(caution));  // asked once more
        QVERIFY(mayUndo(caution));  // of the same day
    }

    void anEarlierDayIsAskedForAlsoWithoutARestart()
    {
        UndoCaution caution(*m_library);
        apply(flagOperation({question(1)}, 4));
        m_place->clock.advanceMs(dayMs);
        apply(flagOperation({question(2)}, 4));
        m_place->clock.advanceMs(dayMs);
        QVERIFY(!mayUndo(caution));
        QVERIFY(mayUndo(caution));
        QVERIFY(!mayUndo(caution)); // yet another day
        caution.forget();           // the question is no longer on the screen
        QVERIFY(!mayUndo(caution));
        QVERIFY(mayUndo(caution));
    }

    void aFreshStepEndsTheYesForOlderOnes()
    {
        apply(flagOperation({question(1)}, 4));
        apply(flagOperation({question(2)}, 4));
        m_place->clock.advanceMs(1000);
        UndoCaution caution(*m_library);
        QVERIFY(!mayUndo(caution));
        QVERIFY(mayUndo(caution));
        apply(flagOperation({question(3)}, 4));
        QVERIFY(mayUndo(caution));
        QVERIFY(!mayUndo(caution));
    }

    void everyLabelHasWords_data()
    {
        QTest::addColumn<HistoryStep>("step");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *label, int questions, const QString &words, const QString &detail) {
            QTest::newRow(qPrintable(u"%1 %2 %3"_s.arg(QLatin1StringView(label)).arg(questions).arg(detail)))
                << HistoryStep{.label = QLatin1StringView(label),
                               .detail = detail,
                               .questions = questions,
                               .question = QuestionId{1}}
                << words;
        };
        row("tag", 3, u"Tag 3 questions"_s, {});
        row("reset", 1, u"Reset “Question number 0?”"_s, {});
        row("bank text", 1, u"Bank’s text for “Question number 0?”"_s, {});
        row("new", 1, u"New question “Question number 0?”"_s, {});
        row("repair", 7, u"Repair"_s, {});
        row("merge", 0, u"Merge"_s, {});
        row("import", 40, u"Import"_s, {});
        row("flag", 2, u"Take the flag off 2 questions"_s, u"0"_s);
        row("flag", 2, u"Flag 2 questions"_s, u"3"_s);
        row("answer", 1, u"Answer “Question number 0?”"_s, u"9"_s);
        row("what nobody knows", 4, u"Change 4 questions"_s, {});
        row("what nobody knows", 1, u"Change “Question number 0?”"_s, {});
        row("what nobody knows", 0, u"Change"_s, {});
    }
    void everyLabelHasWords()
    {
        QFETCH(HistoryStep, step);
        QFETCH(QString, words);
        step.question = question(0);
        QCOMPARE(withoutPlurals(stepWords(step, *m_library)), withoutPlurals(words));
    }

    void aQuestionThatIsGoneIsStillSpokenOf()
    {
        const HistoryStep step{.label = u"new"_s, .detail = {}, .questions = 1, .question = QuestionId{9999}};
        QCOMPARE(stepWords(step, *m_library), u"New question"_s);
    }

    void longTitlesAreCutBetweenWords()
    {
        QCOMPARE(shortened(u"Short one?"_s, 20), u"Short one?"_s);
        QCOMPARE(shortened(u"What does before_request return, and when?"_s, 32),
                 u"What does before_request return…"_s);
        QCOMPARE(shortened(u"a"_s.repeated(50), 10), u"a"_s.repeated(10) + u'…');
        QCOMPARE(shortened(u"🐍"_s.repeated(20), 11), u"🐍"_s.repeated(5) + u'…');
    }

    void theDeletedOnesAreListedAndComeBackWithTheirAnswers()
    {
        answer(question(4), Rating::Good);
        deleteOwn(question(4));
        const auto deleted = m_library->store().questions.deleted();
        QCOMPARE(deleted->size(), 1);
        QCOMPARE(deleted->first().title, u"Question number 4?"_s);
        QCOMPARE(m_library->store().search.match({u"004"_s}, 5)->size(), 0);
        apply(bringBackOperation({question(4)}));
        QVERIFY(m_library->store().questions.deleted()->isEmpty());
        QCOMPARE(m_library->store().search.match({u"004"_s}, 5)->size(), 1);
        QCOMPARE(card(4).schedule.answers, 1);
        QCOMPARE(*checkStore(m_library->store()), QStringList());
    }

public:
    using Work = std::function<void(HistoryTest &)>;

private:
    QuestionId question(int number) const { return m_questions.at(number); }
    Card card(int number) const { return *m_library->store().cards.get(question(number)); }
    QString titleOf(int number) const { return *m_library->store().questions.title(question(number)); }

    void reopen()
    {
        m_library.reset();
        m_library = m_place->open();
        QVERIFY(m_library);
    }
    void apply(const Operation &operation)
    {
        const auto done = m_library->apply(operation);
        QVERIFY2(done, done ? "" : qPrintable(done.error().context));
    }
    void answer(QuestionId question, Rating rating)
    {
        auto session = Session::start(*m_library, {.listed = {question}});
        QVERIFY(session && session->current());
        m_place->clock.advanceMs(7'000);
        session->reveal();
        QVERIFY(session->answer(rating));
    }
    void set(const std::function<void(Preferences &)> &change, bool moveDueDays = false)
    {
        Preferences preferences = m_library->preferences();
        change(preferences);
        QVERIFY(m_library->setPreferences(preferences, moveDueDays));
    }
    void edit(QuestionId question)
    {
        const auto source = *m_library->store().questions.source(question);
        apply(editOperation(question, source.topic, cardText(u"Zebra?"_s, u"Yes."_s), source.hash));
    }
    // Without a step, as if long ago.
    void deleteOwn(QuestionId question)
    {
        apply({QString(), [&](Store &store) -> Result<void> {
                   const QByteArray id = QByteArray::number(question.value);
                   if (auto done = store.database.executeScript(
                           "UPDATE questions SET origin = 2, retired = 1 WHERE id = " + id);
                       !done)
                       return done;
                   return indexAnew(store, question);
               }});
    }

    // Ten cards in review, all overdue, one of them a lapse away from being a leech; one of the others
    // buried, suspended, flagged, deleted each.
    void studyForAMonth()
    {
        set([](Preferences &preferences) {
            preferences.scheduling.leechThreshold = 1;
            preferences.leechAction = LeechAction::Suspend;
        });
        for (int i = 0; i < 10; ++i)
            answer(question(i), Rating::Easy);
        m_place->clock.advanceMs(60 * dayMs);
        apply(suspendOperation({question(5)}, true));
        apply(buryOperation({question(6)}, m_library->today() + 3));
        apply(flagOperation({question(7), question(8)}, 1));
        deleteOwn(question(13));
    }

    void somethingRandom(QRandomGenerator &dice)
    {
        const QuestionId one = m_questions.at(dice.bounded(m_questions.size()));
        QList<QuestionId> some;
        for (const QuestionId candidate : std::as_const(m_questions)) {
            if (dice.bounded(3) == 0)
                some.append(candidate);
        }
        switch (dice.bounded(11)) {
        case 0:
            return apply(flagOperation(some, int(dice.bounded(8))));
        case 1:
            return apply(suspendOperation(some, dice.bounded(2) == 0));
        case 2:
            return apply(buryOperation(some, dice.bounded(2) == 0 ? 0 : m_library->today() + 1));
        case 3:
            return set([&](Preferences &preferences) { preferences.newPerDay = int(dice.bounded(30)); });
        case 4:
            return set(
                [&](Preferences &preferences) {
                    preferences.scheduling.desiredRetention = 0.75 + dice.bounded(4) * 0.05;
                    preferences.scheduling.model =
                        dice.bounded(3) == 0 ? MemoryModelKind::Fsrs7 : MemoryModelKind::Fsrs6;
                },
                dice.bounded(2) == 0);
        case 5: {
            const CatchUpPlan plan{.speed = CatchUpSpeed::Week,
                                   .days = {{m_library->today() + int(dice.bounded(5)), some}}};
            return apply(catchUpOperation(*m_library, plan));
        }
        case 6:
            // Also backwards: a clock that was wrong.
            return m_place->clock.advanceMs(qint64(dice.bounded(40)) * dayMs / 2 - 3 * dayMs);
        default:
            return answer(one, Rating(1 + dice.bounded(4)));
        }
    }

    // In one go to the state `to` of the walk that stands at `at`.
    void goTo(qsizetype at, qsizetype to)
    {
        const auto history = m_library->store().undo.history(); // newest first
        const auto idOf = [&](qsizetype step) {
            return history->at(history->size() - 1 - step).id;
        };
        if (to < at)
            QVERIFY(m_library->undo(idOf(to)));
        else if (to > at)
            QVERIFY(m_library->redo(idOf(to - 1)));
    }

    // Takes it back if it may.
    bool mayUndo(UndoCaution &caution)
    {
        if (!caution.allows(**m_library->nextUndo()))
            return false;
        return bool(m_library->undo());
    }

    // The tests run without the English plurals.
    static QString withoutPlurals(QString words) { return words.replace(u"(s)"_s, u"s"_s); }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    QList<QuestionId> m_questions;
};

QTEST_GUILESS_MAIN(HistoryTest)
#include "tst_history.moc"
