// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/carddraft.h"
#include "library/bankimport.h"
#include "library/catalogue.h"
#include "library/check.h"
#include "library/edits.h"
#include "library/fixture.h"
#include "library/merge.h"
#include "library/operations.h"
#include "library/progress.h"
#include "library/questions.h"
#include "library/session.h"
#include "library/why.h"
#include "storage/backup.h"

#include <QRandomGenerator>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr qint64 dayMs = 86'400'000;

QString sentence(const QString &title, const QString &answer)
{
    return u"---\nlevel: basic\nkind: concept\n---\n# %1\n\n## Answer\n%2\n"_s.arg(title, answer);
}

} // namespace

class EditsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(4);
        open();
    }
    void cleanup() { m_library.reset(); }

    // scenario 25: edit, delete, bulk.
    void eachIsOneStepThatCanBeTakenBackAndDoneAgain_data()
    {
        QTest::addColumn<QString>("label");
        for (const char *label : {"edit", "new", "delete", "bring back", "bank text", "tag", "reset"})
            QTest::newRow(label) << QString::fromLatin1(label);
    }
    void eachIsOneStepThatCanBeTakenBackAndDoneAgain()
    {
        QFETCH(QString, label);
        answer(card(0));
        answer(card(1));
        const QuestionId own = newOwn(u"What is mine?"_s, u"Melon."_s);
        const QuestionId gone = newOwn(u"What is gone?"_s, u"Guava."_s);
        QVERIFY(m_library->apply(deleteOperation({gone})));
        QVERIFY(m_library->apply(edited(card(2), u"What is two?"_s, u"Two."_s)));
        const auto bankText = backToBankOperation(*m_library, card(2));
        QVERIFY(bankText);
        const QHash<QString, Operation> operations = {
            {u"edit"_s, edited(card(0), u"What is nil?"_s, u"Nothing."_s)},
            {u"new"_s, newOperation(u"routing"_s, sentence(u"What is new?"_s, u"News."_s), startMs)},
            {u"delete"_s, deleteOperation({own})},
            {u"bring back"_s, bringBackOperation({gone})},
            {u"bank text"_s, *bankText},
            {u"tag"_s, tagOperation({card(0), card(1), own}, {u"exam"_s, u"hard"_s}, {})},
            {u"reset"_s, resetOperation({card(0), card(1)}, startMs)}};

        const QString before = dump(*m_library) + words();
        QVERIFY(m_library->apply(operations.value(label)));
        QCOMPARE(undoLabel(*m_library), label);
        const QString after = dump(*m_library) + words();
        QVERIFY(after != before);
        for (int round = 0; round < 2; ++round) {
            QCOMPARE(checkStore(m_library->store()).value().join(u'\n'), QString());
            QVERIFY(m_library->undo());
            QCOMPARE(dump(*m_library) + words(), before);
            QCOMPARE(checkStore(m_library->store()).value().join(u'\n'), QString());
            QVERIFY(m_library->redo());
            QCOMPARE(dump(*m_library) + words(), after);
        }
    }

    void anEditChangesTheWordsAndKeepsCardAndHistory()
    {
        const Card before = answer(card(0));
        QVERIFY(m_library->apply(edited(card(0), u"What is nil?"_s, u"Nothing at all."_s)));
        QCOMPARE(*m_library->store().cards.get(card(0)), before);
        QCOMPARE(m_library->store().reviews.ofQuestion(card(0))->size(), 1);
        const auto source = m_library->store().questions.source(card(0));
        QCOMPARE(source->origin, Origin::Edited);
        QVERIFY(source->hash != source->bankHash);
        QCOMPARE(hits(u"nothing"_s), QList{card(0)});
        QCOMPARE(titleOf(card(0)), u"What is nil?"_s);
    }

    void savingTheSameTextDoesNothing()
    {
        const auto source = *m_library->store().questions.source(card(0));
        const QString before = dump(*m_library);
        QVERIFY(m_library->apply(editOperation(card(0), source.topic, source.source, source.hash)));
        QCOMPARE(dump(*m_library), before);
        QCOMPARE(undoLabel(*m_library), QString());
    }

    void aTextThatCannotBeStudiedIsRefusedWithItsLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("start");
        QTest::newRow("no answer") << u"---\nlevel: basic\nkind: concept\n---\n# What?\n"_s
                                   << u":5: sections"_s;
        QTest::newRow("no title") << u"---\nlevel: basic\nkind: concept\n---\n# \n\n## Answer\nA.\n"_s
                                  << u":5: title"_s;
        QTest::newRow("choice without options")
            << u"---\nlevel: basic\nkind: mcq\n---\n# What?\n\n## Answer\nA.\n"_s << u":5: options"_s;
        QTest::newRow("choice without a right one")
            << u"---\nlevel: basic\nkind: mcq\n---\n# What?\n\n## Options\n- [ ] a\n- [ ] b\n\n## Answer\nA.\n"_s
            << u":7: options"_s;
    }
    void aTextThatCannotBeStudiedIsRefusedWithItsLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, start);
        const QString before = dump(*m_library);
        const auto source = *m_library->store().questions.source(card(0));
        const auto done = m_library->apply(editOperation(card(0), source.topic, text, source.hash));
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Invalid);
        QVERIFY2(done.error().context.contains(start), qPrintable(done.error().context));
        QVERIFY(!m_library->apply(newOperation(u"routing"_s, text, startMs)));
        QVERIFY(!m_library->apply(newOperation(u"no-such-topic"_s, sentence(u"A?"_s, u"B."_s), startMs)));
        QCOMPARE(dump(*m_library), before);
    }

    void aTextChangedElsewhereIsNotOverwritten()
    {
        const Operation stale = edited(card(0), u"Mine?"_s, u"Mine."_s);
        QVERIFY(m_library->apply(edited(card(0), u"Theirs?"_s, u"Theirs."_s)));
        const auto done = m_library->apply(stale);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Busy);
        QCOMPARE(titleOf(card(0)), u"Theirs?"_s);
    }

    void anOwnQuestionStandsBehindTheBankUnderANameTheBankCannotHave()
    {
        const QuestionId first = newOwn(u"What is mine?"_s, u"Melon."_s);
        const QuestionId second = newOwn(u"What is mine?"_s, u"Mango."_s);
        const auto facts = m_library->store().questions.facts();
        QCOMPARE(facts->size(), 6);
        QCOMPARE(facts->at(4).id, first);
        QCOMPARE(facts->at(5).id, second);
        QVERIFY(facts->at(4).slug != facts->at(5).slug);
        QVERIFY2(isOwnSlug(facts->at(4).slug), qPrintable(facts->at(4).slug));
        QCOMPARE(facts->at(4).origin, Origin::Own);
        QCOMPARE(hits(u"melon"_s), QList{first});
        QCOMPARE(m_library->store().cards.get(first)->schedule, Schedule());

        m_place->write(u"routing/%1.md"_s.arg(facts->at(4).slug), cardText(u"Thief?"_s, u"Thief."_s));
        m_place->write(u"routing/own-other.md"_s, cardText(u"Thief?"_s, u"Thief."_s));
        open();
        QCOMPARE(m_library->bankReport().problems.size(), 2);
        QCOMPARE(m_library->store().questions.facts()->size(), 6);
        QCOMPARE(titleOf(first), u"What is mine?"_s);
    }

    void aDeletedQuestionKeepsItsAnswersAndComesBackWithThem()
    {
        const QuestionId own = newOwn(u"What is mine?"_s, u"Melon."_s);
        const Card before = answer(own);
        QVERIFY(m_library->apply(deleteOperation({own})));
        QCOMPARE(m_library->store().questions.facts()->size(), 4);
        QCOMPARE(hits(u"melon"_s), QList<QuestionId>());
        QCOMPARE(*m_library->store().reviews.count(), 1);
        open();
        QCOMPARE(m_library->store().questions.facts()->size(), 4);
        QVERIFY(m_library->apply(bringBackOperation({own})));
        QCOMPARE(*m_library->store().cards.get(own), before);
        QCOMPARE(hits(u"melon"_s), QList{own});
    }

    void theBanksQuestionsCannotBeDeleted()
    {
        const QuestionId own = newOwn(u"What is mine?"_s, u"Melon."_s);
        QVERIFY(m_library->apply(edited(card(1), u"What is one?"_s, u"One."_s)));
        const QString before = dump(*m_library);
        QVERIFY(!m_library->apply(deleteOperation({own, card(0)})));
        QVERIFY(!m_library->apply(deleteOperation({card(1)})));
        QCOMPARE(dump(*m_library), before);
    }

    void anImportLeavesThePersonsWordsAlone()
    {
        const Card before = answer(card(0));
        QVERIFY(m_library->apply(edited(card(0), u"What is nil?"_s, u"Nothing."_s)));
        QVERIFY(!bankHasNewerText(*m_library, card(0)));
        m_place->write(u"routing/card-000.md"_s, cardText(u"What is zero, says the bank?"_s, u"Naught."_s));
        m_place->write(u"routing/aaa.md"_s, cardText(u"What comes first?"_s, u"This."_s));
        open();
        QCOMPARE(m_library->bankReport().changed, 0);
        QCOMPARE(titleOf(card(0)), u"What is nil?"_s);
        QCOMPARE(*m_library->store().cards.get(card(0)), before);
        QVERIFY(bankHasNewerText(*m_library, card(0)));
        QCOMPARE(hits(u"nothing"_s), QList{card(0)});

        const auto back = backToBankOperation(*m_library, card(0));
        QVERIFY(back);
        QVERIFY(m_library->apply(*back));
        QCOMPARE(titleOf(card(0)), u"What is zero, says the bank?"_s);
        QCOMPARE(m_library->store().questions.source(card(0))->origin, Origin::Bank);
        QVERIFY(!bankHasNewerText(*m_library, card(0)));
        QCOMPARE(*m_library->store().cards.get(card(0)), before);
        open();
        QCOMPARE(m_library->bankReport().changed, 0);
    }

    void anImportRetiresNothingOfThePersons()
    {
        const QuestionId own = newOwn(u"What is mine?"_s, u"Melon."_s);
        QVERIFY(m_library->apply(edited(card(0), u"What is nil?"_s, u"Nothing."_s)));
        const QuestionId editedCard = card(0);
        m_place->remove(u"routing/card-000.md"_s);
        m_place->remove(u"routing/card-001.md"_s);
        open();
        QCOMPARE(m_library->bankReport().retired, 1);
        QCOMPARE(titleOf(editedCard), u"What is nil?"_s);
        QVERIFY(!loadQuestion(*m_library, own)->retired);
        const auto back = backToBankOperation(*m_library, editedCard);
        QVERIFY(!back);
        QCOMPARE(back.error().code, ErrorCode::NotFound);
    }

    void aRenamedBankCardTakesThePersonsWordsAlong()
    {
        const QuestionId id = card(0);
        QVERIFY(m_library->apply(edited(id, u"What is nil?"_s, u"Nothing."_s)));
        m_place->remove(u"routing/card-000.md"_s);
        m_place->write(u"routing/zero.md"_s, cardText(u"Zero?"_s, u"Zero."_s, u"aliases: card-000\n"_s));
        open();
        QCOMPARE(*m_library->store().questions.idOf(u"zero"_s), id);
        QCOMPARE(titleOf(id), u"What is nil?"_s);
        QVERIFY(bankHasNewerText(*m_library, id));
        QCOMPARE(checkStore(m_library->store()).value().join(u'\n'), QString());
    }

    void anEditTakenBackAfterTheBankChangedBecomesTheBanksNewText()
    {
        QVERIFY(m_library->apply(edited(card(0), u"What is nil?"_s, u"Nothing."_s)));
        m_place->write(u"routing/card-000.md"_s, cardText(u"What is zero?"_s, u"Naught."_s));
        open();
        QVERIFY(m_library->undo());
        QCOMPARE(titleOf(card(0)), u"Question number 0?"_s);
        open();
        QCOMPARE(titleOf(card(0)), u"What is zero?"_s);
        open();
        QCOMPARE(m_library->bankReport().changed, 0);
    }

    void tagsAreFoundByFilterAndByWord()
    {
        QCOMPARE(tagsFrom(u" Exam Prep, exam-prep,, C++ , Größe "_s),
                 (QStringList{u"exam-prep"_s, u"c"_s, u"größe"_s}));
        QVERIFY(m_library->apply(tagOperation({card(0), card(1)}, {u"exam-prep"_s, u"zebra"_s}, {})));
        QCOMPARE(hits(u"zebra"_s), (QList{card(0), card(1)}));
        QVERIFY(m_library->apply(tagOperation({card(0), card(2)}, {}, {u"zebra"_s})));
        QCOMPARE(hits(u"zebra"_s), QList{card(1)});
        QCOMPARE(found(u"tag:exam-prep"_s), (QList{card(0), card(1)}));
        QCOMPARE(found(u"tag:testing-tag"_s).size(), 4);

        m_place->write(u"routing/card-001.md"_s, cardText(u"What is one?"_s, u"One."_s));
        open();
        QCOMPARE(hits(u"zebra"_s), QList{card(1)});
        QVERIFY(m_library->apply(edited(card(1), u"What is uno?"_s, u"Uno."_s)));
        QCOMPARE(hits(u"zebra"_s), QList{card(1)});
    }

    void ownAndEditedQuestionsAreFound()
    {
        const QuestionId own = newOwn(u"What is mine?"_s, u"Melon."_s);
        QVERIFY(m_library->apply(edited(card(1), u"What is uno?"_s, u"Uno."_s)));
        QCOMPARE(found(u"is:own"_s), QList{own});
        QCOMPARE(found(u"is:edited"_s), QList{card(1)});
        QCOMPARE(found(u"is:own,edited"_s).size(), 2);
        QCOMPARE(found(u"-is:own"_s).size(), 4);
    }

    void aResetCardIsNewAndItsLogIsKept()
    {
        answer(card(0));
        m_place->clock.advanceMs(3 * dayMs);
        answer(card(0));
        QVERIFY(m_library->apply(resetOperation({card(0), card(1)}, m_place->clock.nowMs())));
        QCOMPARE(m_library->store().cards.get(card(0))->schedule, Schedule());
        QCOMPARE(*m_library->store().reviews.count(), 2);
        QCOMPARE(m_library->store().reviews.movesOf(card(0))->size(), 1);
        QCOMPARE(m_library->store().reviews.movesOf(card(1))->size(), 0); // it was new
        QCOMPARE(checkStore(m_library->store()).value().join(u'\n'), QString());
        QCOMPARE(found(u"is:new"_s).size(), 4);
        QVERIFY(whyReport(*m_library, card(0))->isNew());
        QCOMPARE(m_library->store().reviews.allSinceReset()->size(), 0);
    }

    void afterAResetOnlyTheNewAnswersCount()
    {
        answer(card(0), Rating::Again);
        m_place->clock.advanceMs(2 * dayMs);
        answer(card(0));
        QVERIFY(m_library->apply(resetOperation({card(0)}, m_place->clock.nowMs())));
        m_place->clock.advanceMs(dayMs);
        const Card again = answer(card(0));
        const Card fresh = answer(card(1));
        QCOMPARE(again.schedule.memory, fresh.schedule.memory);
        QCOMPARE(again.schedule.answers, 1);
        QCOMPARE(checkStore(m_library->store()).value().join(u'\n'), QString());
        QCOMPARE(m_library->store().reviews.allSinceReset()->size(), 2);

        const auto why = whyReport(*m_library, card(0));
        QCOMPARE(why->answers.size(), 1);
        QVERIFY(why->wasReset);
        QVERIFY(!why->answers.first().recallBefore);

        // Other parameters: the memory is made of what came after the reset.
        Preferences preferences = m_library->preferences();
        preferences.scheduling.parameters[2] *= 2;
        QVERIFY(m_library->setPreferences(preferences));
        QCOMPARE(m_library->store().cards.get(card(0))->schedule.memory,
                 m_library->store().cards.get(card(1))->schedule.memory);
        QCOMPARE(checkStore(m_library->store()).value().join(u'\n'), QString());
    }

    void aResetQuestionIsUnseenFromThenOn()
    {
        answer(card(0));
        m_place->clock.advanceMs(2 * dayMs);
        QVERIFY(m_library->apply(resetOperation({card(0)}, m_place->clock.nowMs())));
        const auto histories = memoryHistories(*m_library);
        QVERIFY(histories);
        const QList<KnowledgePoint> points = knowledgeOverTime(
            *histories, {startMs + dayMs, startMs + 3 * dayMs}, 4, m_library->scheduler().model(), 0.5);
        QCOMPARE(points.first().known, 1);
        QCOMPARE(points.last().known + points.last().shaky, 0);
    }

    void anyOrderOfAnswersResetsAndMovesReplays()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int step = 0; step < 60; ++step) {
            m_place->clock.advanceMs(qint64(random.bounded(3 * 24)) * 3'600'000);
            const QuestionId question = card(random.bounded(4));
            switch (random.bounded(6)) {
            case 0:
                QVERIFY(m_library->apply(resetOperation({question}, m_place->clock.nowMs())));
                break;
            case 1: {
                Preferences preferences = m_library->preferences();
                preferences.scheduling.parameters[8] = 1 + random.bounded(1.0);
                QVERIFY(m_library->setPreferences(preferences, random.bounded(2) == 0));
                break;
            }
            case 2:
                Q_UNUSED(bool(m_library->undo()));
                break;
            default:
                answer(question, Rating(random.bounded(1, 5)));
            }
            const QStringList differ = replayAll(m_library->store())->differ;
            QVERIFY2(differ.isEmpty(),
                     qPrintable(u"seed %1, step %2: %3"_s.arg(seed).arg(step).arg(differ.join(u' '))));
        }
    }

    // scenario 41: a card deleted while it is being studied.
    void aCardDeletedWhileItIsStudiedMakesWayForTheNext()
    {
        const QuestionId first = newOwn(u"What is mine?"_s, u"Melon."_s);
        const QuestionId third = newOwn(u"What is theirs?"_s, u"Mango."_s);
        auto session = Session::start(*m_library, {.listed = {first, card(0), third, card(1)}});
        QVERIFY(session);
        session->reveal();
        QVERIFY(m_library->apply(deleteOperation({first, third})));
        QVERIFY(!session->answer(Rating::Good)); // the deleted one is not answered
        QCOMPARE(*m_library->store().reviews.count(), 0);
        QCOMPARE(session->answered().size(), 0);
        QVERIFY(session->current());
        QCOMPARE(session->current()->card.question, card(0));
        session->reveal();
        QVERIFY(session->answer(Rating::Good));
        QCOMPARE(session->current()->card.question, card(1)); // the third is passed over
    }

    // scenario 41: the same when the page only looks at its card again.
    void aDeletedCardIsGoneWhenTheSittingLooksAgain()
    {
        const QuestionId first = newOwn(u"What is mine?"_s, u"Melon."_s);
        auto session = Session::start(*m_library, {.listed = {first}});
        QVERIFY(m_library->apply(deleteOperation({first})));
        QVERIFY(session->refresh());
        QVERIFY(!session->current());
        QVERIFY(session->undo());
        QVERIFY(session->refresh());
    }

    void resetsTextsAndTagsFollowAMerge()
    {
        answer(card(0));
        Place other;
        other.writeCards(4);
        QVERIFY(QDir().mkpath(other.data()));
        QVERIFY(writeBackup(m_place->file(), other.file()));
        const auto theirs = other.open();
        QVERIFY(theirs);
        other.clock.advanceMs(dayMs);
        QVERIFY(theirs->apply(resetOperation({card(0)}, other.clock.nowMs())));
        QVERIFY(theirs->apply(tagOperation({card(1)}, {u"zebra"_s}, {})));
        QVERIFY(theirs->apply(edited(card(2), u"What is two?"_s, u"Walrus."_s)));
        QVERIFY(theirs->apply(
            newOperation(u"routing"_s, sentence(u"Whose is it?"_s, u"Theirs."_s), other.clock.nowMs())));
        const QuestionId mine = newOwn(u"Whose is it?"_s, u"Mine."_s);

        const auto copy = MergeSource::read(other.file());
        QVERIFY(copy);
        const auto merged = mergeCopy(*m_library, **copy, MergeStep::Labelled);
        QVERIFY2(merged, merged ? "" : qPrintable(merged.error().context));
        QCOMPARE(checkStore(m_library->store()).value().join(u'\n'), QString());
        QCOMPARE(m_library->store().cards.get(card(0))->schedule, Schedule());
        QCOMPARE(hits(u"zebra"_s), QList{card(1)});
        QCOMPARE(hits(u"walrus"_s), QList{card(2)});
        QCOMPARE(found(u"is:own"_s).size(), 2);
        QCOMPARE(titleOf(mine), u"Whose is it?"_s);
        QVERIFY(!bankHasNewerText(*m_library, card(2)));
        QVERIFY(m_library->undo());
        QCOMPARE(hits(u"zebra"_s), QList<QuestionId>());
        QCOMPARE(m_library->store().cards.get(card(0))->schedule.answers, 1);
        QCOMPARE(checkStore(m_library->store()).value().join(u'\n'), QString());
    }

    void anEditedCardIsShownAnewInItsState()
    {
        auto session = Session::start(*m_library, {.listed = {card(0), card(1)}});
        session->reveal();
        QVERIFY(m_library->apply(edited(card(0), u"What is nil?"_s, u"Nothing."_s)));
        QVERIFY(session->refresh());
        QVERIFY(session->isRevealed());
        QCOMPARE(session->current()->question.title, u"What is nil?"_s);
        QVERIFY(session->answer(Rating::Good));
        QCOMPARE(m_library->store().reviews.ofQuestion(card(0))->first().shownHash,
                 m_library->store().questions.source(card(0))->hash);
    }

    void aDraftOfEveryBankCardIsTheCard()
    {
        const auto files = bankFiles({});
        QVERIFY(files && files->size() > 300);
        for (const QString &path : *files) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString source = QString::fromUtf8(file.readAll());
            const CardDraft draft = draftOf(u"routing"_s, source);
            QCOMPARE(sourceOf(draft), source);
            QVERIFY(draft.text.startsWith(u"# "_s));
            QCOMPARE(sourceOf(draft).split(u'\n').at(linesAboveText(draft)), draft.text.split(u'\n').first());
        }
    }

private:
    void open()
    {
        m_library.reset();
        m_library = m_place->open();
        QVERIFY(m_library);
    }

    QuestionId card(int number) const
    {
        const auto id = m_library->store().questions.idOf(u"card-%1"_s.arg(number, 3, 10, QChar(u'0')));
        return id ? *id : QuestionId();
    }

    Operation edited(QuestionId id, const QString &title, const QString &answer) const
    {
        const auto source = *m_library->store().questions.source(id);
        return editOperation(id, source.topic, sentence(title, answer), source.hash);
    }

    QuestionId newOwn(const QString &title, const QString &answer)
    {
        const auto changes =
            m_library->apply(newOperation(u"routing"_s, sentence(title, answer), m_place->clock.nowMs()));
        if (!changes || changes->questions.size() != 1)
            QTest::qFail("not made", __FILE__, __LINE__);
        return changes && !changes->questions.isEmpty() ? *changes->questions.begin() : QuestionId();
    }

    Card answer(QuestionId question, Rating rating = Rating::Good)
    {
        auto session = Session::start(*m_library, {.listed = {question}});
        session->reveal();
        if (!session->answer(rating))
            QTest::qFail("not answered", __FILE__, __LINE__);
        return *m_library->store().cards.get(question);
    }

    QString titleOf(QuestionId question) const { return loadQuestion(*m_library, question)->question.title; }
    QList<QuestionId> hits(const QString &word) const { return *m_library->store().search.match({word}, 9); }

    QList<QuestionId> found(const QString &query) const
    {
        Catalogue catalogue(*m_library);
        QList<QuestionId> ids;
        if (catalogue.refresh()) {
            for (const QuestionFacts &facts : *catalogue.search(parseQuery(query).query))
                ids.append(facts.id);
        }
        return ids;
    }

    // What is found by words, which no table of the dump tells.
    QString words() const
    {
        QString text;
        for (int id = 1; id < 12; ++id) {
            const auto texts = m_library->store().search.texts({id});
            text += texts ? texts->title + u'|' + texts->answer + u'|' + texts->tags + u'\n' : QString();
        }
        return text;
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(EditsTest)
#include "tst_edits.moc"
