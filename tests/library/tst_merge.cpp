// SPDX-License-Identifier: GPL-3.0-or-later
// Two copies of one person's data become one.
#include "library/check.h"
#include "library/fixture.h"
#include "library/merge.h"
#include "library/operations.h"
#include "library/session.h"
#include "storage/backup.h"
#include "storage/oldstore.h"

#include <QRandomGenerator>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr qint64 hourMs = 3600 * 1000;
constexpr qint64 dayMs = 24 * hourMs;

// What both copies must agree on: by names that hold on every machine, without row numbers.
QString shared(const Library &library)
{
    QString text;
    for (const char *sql : {
             "SELECT c.fuzz_seed, phase, stability, difficulty, fast_stability, remaining_steps, "
             "interval_days, "
             "due_day, due_at, last_answer_at, answers, lapses, leech, suspended, buried_until_day, flag, "
             "c.tags "
             "FROM cards c JOIN questions q ON q.id = c.question ORDER BY 1",
             "SELECT uid, c.fuzz_seed, answered_at, ordered_at, rating, p.scheduling, chosen_days FROM "
             "reviews r "
             "JOIN cards c USING (question) JOIN presets p ON p.id = r.preset ORDER BY 1",
             "SELECT c.fuzz_seed, q.source, q.origin FROM questions q JOIN cards c ON c.question = q.id "
             "ORDER BY 1",
             "SELECT key, value FROM settings WHERE key GLOB 'study/*' ORDER BY 1",
             "SELECT uid, count FROM lives ORDER BY 1",
         }) {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(library.store().database.handle(), sql, -1, &statement, nullptr);
        while (sqlite3_step(statement) == SQLITE_ROW) {
            for (int i = 0; i < sqlite3_column_count(statement); ++i)
                text += QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, i))) +
                        u'|';
            text += u'\n';
        }
        sqlite3_finalize(statement);
    }
    return text;
}

int answers(const Library &library)
{
    return *library.store().reviews.count();
}

} // namespace

class MergeTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_a.reset(new Place);
        m_a->writeCards(8);
        m_atA = m_a->open();
        answer(*m_atA, Rating::Good);
        answer(*m_atA, Rating::Again);
        copyAtoB();
    }
    void cleanup()
    {
        m_atA.reset();
        m_atB.reset();
    }

    void theUnionHoldsTheAnswersOfBoth()
    {
        m_a->clock.advanceMs(dayMs);
        answer(*m_atA, Rating::Good);
        m_b->clock.advanceMs(2 * dayMs);
        answer(*m_atB, Rating::Hard);
        answer(*m_atB, Rating::Easy);
        const MergeReport report = merge(*m_atA, *m_b);
        QCOMPARE(report.answers, 2);
        QCOMPARE(answers(*m_atA), 5);
        QVERIFY(checkStore(m_atA->store())->isEmpty());
    }

    void bothWaysGiveTheSameCards()
    {
        m_a->clock.advanceMs(dayMs);
        m_b->clock.advanceMs(dayMs + hourMs);
        answer(*m_atA, Rating::Good);
        answer(*m_atB, Rating::Again); // likely the same card, an hour later
        answer(*m_atB, Rating::Easy);
        mergeBothWays();
    }

    void mergingTwiceChangesNothing() // scenario 38
    {
        answer(*m_atB, Rating::Good);
        merge(*m_atA, *m_b);
        const QString before = dump(*m_atA);
        const MergeReport second = merge(*m_atA, *m_b);
        QVERIFY(second.isEmpty());
        QCOMPARE(dump(*m_atA), before);
    }

    void anAnswerTakenBackHereDoesNotReturnFromThere()
    {
        QVERIFY(m_atA->undo());
        const MergeReport report = merge(*m_atA, *m_b);
        QVERIFY(report.isEmpty());
        QCOMPARE(answers(*m_atA), 1);
        QCOMPARE(merge(*m_atB, *m_a).takenBack, 1);
        QCOMPARE(answers(*m_atB), 1);
        QVERIFY(checkStore(m_atB->store())->isEmpty());
        // Done again it is back, there too.
        QVERIFY(m_atA->redo());
        QCOMPARE(merge(*m_atB, *m_a).answers, 1);
        QCOMPARE(shared(*m_atB), shared(*m_atA));
    }

    void whatWasSetLastWins()
    {
        const QuestionId question = m_atA->store().questions.facts()->at(5).id;
        QVERIFY(m_atA->apply(flagOperation({question}, 3)));
        m_b->clock.advanceMs(hourMs);
        QVERIFY(m_atB->apply(flagOperation({question}, 1)));
        QVERIFY(m_atB->apply(suspendOperation({question}, true)));
        m_a->clock.advanceMs(2 * hourMs);
        Preferences preferences = m_atA->preferences();
        preferences.newPerDay = 3;
        QVERIFY(m_atA->setPreferences(preferences));
        mergeBothWays();
        QCOMPARE(m_atA->store().cards.get(question)->flag, 1);
        QVERIFY(m_atA->store().cards.get(question)->suspended);
        QCOMPARE(m_atB->preferences().newPerDay, 3);
    }

    void takingBackIsTheNewestChangeToo()
    {
        const QuestionId question = m_atA->store().questions.facts()->at(5).id;
        QVERIFY(m_atA->apply(flagOperation({question}, 3)));
        merge(*m_atB, *m_a);
        QCOMPARE(m_atB->store().cards.get(question)->flag, 3);
        m_a->clock.advanceMs(hourMs);
        QVERIFY(m_atA->undo());
        mergeBothWays();
        QCOMPARE(m_atB->store().cards.get(question)->flag, 0);
    }

    void otherParametersThereFollowHere()
    {
        m_b->clock.advanceMs(hourMs);
        Preferences preferences = m_atB->preferences();
        preferences.scheduling.parameters[0] = 0.7;
        preferences.scheduling.parameters[2] = 4.1;
        QVERIFY(m_atB->setPreferences(preferences));
        m_a->clock.advanceMs(dayMs);
        answer(*m_atA, Rating::Good);
        answer(*m_atA, Rating::Easy);
        mergeBothWays();
        QCOMPARE(m_atA->preferences().scheduling, preferences.scheduling);
    }

    void aMergeIsOneStepThatCanBeTakenBackAndDoneAgain()
    {
        answer(*m_atB, Rating::Good);
        QVERIFY(m_atB->apply(flagOperation({m_atB->store().questions.facts()->at(4).id}, 2)));
        const QString before = dump(*m_atA);
        const QString sharedBefore = shared(*m_atA);
        merge(*m_atA, *m_b);
        const QString after = dump(*m_atA);
        QCOMPARE(undoLabel(*m_atA), u"merge"_s);
        QVERIFY(m_atA->undo());
        QCOMPARE(dump(*m_atA), before);
        QCOMPARE(shared(*m_atA), sharedBefore);
        // Taken back is not deleted: the other copy keeps its answers, and merging brings them once more.
        merge(*m_atB, *m_a);
        QCOMPARE(answers(*m_atB), 3);
        QVERIFY(m_atA->redo());
        QCOMPARE(dump(*m_atA), after);
    }

    void anUnlabelledMergeIsNoStep()
    {
        answer(*m_atB, Rating::Good);
        const auto source = MergeSource::read(m_b->data());
        QVERIFY(mergeCopy(*m_atA, **source, MergeStep::Unlabelled));
        QCOMPARE(answers(*m_atA), 3);
        QCOMPARE(undoLabel(*m_atA), u"answer"_s);
        // The last own answer can still be taken back, and the card follows what remains.
        QVERIFY(m_atA->undo());
        QCOMPARE(answers(*m_atA), 2);
        QVERIFY(checkStore(m_atA->store())->isEmpty());
    }

    void historyOfAQuestionOfAnotherBankIsKept()
    {
        m_atB.reset();
        m_b->write(u"routing/only-there.md"_s, cardText(u"Only there?"_s, u"Yes."_s));
        m_atB = m_b->open();
        const QuestionId there = *m_atB->store().questions.idOf(u"only-there"_s);
        answerCard(*m_atB, there, Rating::Good);
        const MergeReport report = merge(*m_atA, *m_b);
        QCOMPARE(report.questions, 1);
        QCOMPARE(answers(*m_atA), 3);
        QVERIFY(checkStore(m_atA->store())->isEmpty());
        QVERIFY(!m_atA->store().questions.idOf(u"only-there"_s)); // retired here: not of our bank
        QVERIFY(merge(*m_atA, *m_b).isEmpty());
    }

    void aQuestionRenamedInBetweenKeepsOneHistory()
    {
        const QuestionId question = *m_atA->store().questions.idOf(u"card-002"_s);
        answerCard(*m_atA, question, Rating::Good);
        m_atB.reset();
        m_b->remove(u"routing/card-002.md"_s);
        m_b->write(u"routing/better-name.md"_s,
                   cardText(u"Question number 2?"_s, u"Answer 2."_s, u"aliases: card-002\n"_s));
        m_atB = m_b->open();
        m_b->clock.advanceMs(hourMs);
        answerCard(*m_atB, *m_atB->store().questions.idOf(u"better-name"_s), Rating::Easy);
        const MergeReport report = merge(*m_atA, *m_b);
        QCOMPARE(report.questions, 0);
        QCOMPARE(m_atA->store().reviews.ofQuestion(question)->size(),
                 m_atB->store().reviews.ofQuestion(question)->size() + 1);
        QVERIFY(checkStore(m_atA->store())->isEmpty());
        merge(*m_atB, *m_a);
        QVERIFY(checkStore(m_atB->store())->isEmpty());
        QCOMPARE(answers(*m_atB), answers(*m_atA));
    }

    void aCopyOfAnEarlierVersionIsUnderstoodAndLeftAsItIs()
    {
        const QString old = m_b->dir.filePath(u"old.db"_s);
        makeOldStore(old, 2,
                     "INSERT INTO questions (id,slug,topic,level,kind,title,tags,asked,position,hash,source)"
                     "VALUES (77,'card-003','routing',0,0,'A?',',',2,0,'h','s');"
                     "INSERT INTO cards (question, fuzz_seed) VALUES (77,'card-003');"
                     "INSERT INTO presets VALUES (1,'" +
                         SchedulingSettings().toJson() +
                         "');"
                         "INSERT INTO reviews VALUES (1,77,1795000000000,0,4,20775,3,900,1,0,'h',0);");
        QFile file(old);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const auto source = MergeSource::read(old);
        QVERIFY(source);
        QCOMPARE(mergeCopy(*m_atA, **source, MergeStep::Labelled)->answers, 1);
        QVERIFY(file.seek(0));
        QCOMPARE(file.readAll(), bytes);
    }

    void whatIsNoCopyIsRefused() // scenarios 32, 33, 36
    {
        const QString path = m_b->dir.filePath(u"notes.db"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("my notes, not a database");
        file.close();
        QCOMPARE(MergeSource::read(path).error().code, ErrorCode::Corrupt);
        QCOMPARE(MergeSource::read(path + u"x"_s).error().code, ErrorCode::NotFound);
        const QString future = m_b->dir.filePath(u"future.db"_s);
        makeOldStore(future, 2);
        sqlite3 *handle = nullptr;
        sqlite3_open(qPrintable(future), &handle);
        sqlite3_exec(handle, "PRAGMA user_version=99", nullptr, nullptr, nullptr);
        sqlite3_close(handle);
        QCOMPARE(MergeSource::read(future).error().code, ErrorCode::TooNew);
    }

    // Two machines at random work, merged in both directions now and then, come to the same at the end.
    void randomWorkOnTwoMachinesComesTogether()
    {
        const quint32 seed = qEnvironmentVariableIsSet("FLASKCARDS_SEED")
                                 ? qEnvironmentVariableIntValue("FLASKCARDS_SEED")
                                 : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator dice(seed);
        for (int round = 0; round < 40; ++round) {
            for (int deed = 0; deed < 4; ++deed)
                work(dice);
            if (dice.bounded(4) == 0)
                merge(*m_atA, *m_b);
            if (dice.bounded(4) == 0)
                merge(*m_atB, *m_a);
        }
        mergeBothWays();
    }

private:
    void copyAtoB()
    {
        m_b.reset(new Place);
        m_b->writeCards(8);
        QDir().mkpath(m_b->data());
        QVERIFY(writeBackup(m_a->file(), m_b->file()));
        m_b->clock.setNowMs(m_a->clock.nowMs());
        m_atB = m_b->open();
    }

    static void answerCard(Library &library, QuestionId question, Rating rating)
    {
        auto session = Session::start(library, {.listed = {question}});
        QVERIFY(session && session->current());
        session->reveal();
        QVERIFY(session->answer(rating));
    }

    static void answer(Library &library, Rating rating)
    {
        auto session = Session::start(library, {});
        if (!session->current())
            return;
        session->reveal();
        QVERIFY(session->answer(rating));
    }

    static MergeReport merge(Library &library, const Place &other)
    {
        const auto source = MergeSource::read(other.data());
        if (!source)
            qFatal("%s", qPrintable(source.error().context));
        const auto report = mergeCopy(library, **source, MergeStep::Labelled);
        if (!report)
            qFatal("%s", qPrintable(report.error().context));
        return *report;
    }

    void mergeBothWays()
    {
        merge(*m_atA, *m_b);
        QVERIFY(checkStore(m_atA->store())->isEmpty());
        merge(*m_atB, *m_a);
        QVERIFY(checkStore(m_atB->store())->isEmpty());
        QCOMPARE(shared(*m_atB), shared(*m_atA));
        QVERIFY(merge(*m_atA, *m_b).isEmpty());
        QCOMPARE(shared(*m_atB), shared(*m_atA));
    }

    void work(QRandomGenerator &dice)
    {
        Place &place = dice.bounded(2) ? *m_a : *m_b;
        Library &library = &place == m_a.get() ? *m_atA : *m_atB;
        place.clock.advanceMs(dice.bounded(30) * hourMs + dice.bounded(1000));
        const auto facts = library.store().questions.facts();
        const QuestionId one = facts->at(dice.bounded(int(facts->size()))).id;
        switch (dice.bounded(9)) {
        case 0:
            QVERIFY(library.apply(flagOperation({one}, dice.bounded(8))));
            break;
        case 1:
            QVERIFY(library.apply(suspendOperation({one}, dice.bounded(3) == 0)));
            break;
        case 2:
            QVERIFY(library.apply(buryOperation({one}, library.today() + dice.bounded(2))));
            break;
        case 3:
            Q_UNUSED(bool(library.undo()));
            break;
        case 4:
            Q_UNUSED(bool(library.redo()));
            break;
        case 5: {
            Preferences preferences = library.preferences();
            preferences.newPerDay = dice.bounded(50);
            if (dice.bounded(3) == 0)
                preferences.scheduling.parameters[2] = 1 + dice.bounded(4.0);
            QVERIFY(library.setPreferences(preferences));
            break;
        }
        default:
            answerCard(library, one, Rating(1 + dice.bounded(4)));
        }
    }

    std::unique_ptr<Place> m_a;
    std::unique_ptr<Place> m_b;
    std::unique_ptr<Library> m_atA;
    std::unique_ptr<Library> m_atB;
};

QTEST_GUILESS_MAIN(MergeTest)
#include "tst_merge.moc"
