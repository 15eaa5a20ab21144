// SPDX-License-Identifier: GPL-3.0-or-later
// Questions really asked, the journal, learning paths: the small documents of a person.
#include "core/search/query.h"
#include "library/askednotes.h"
#include "library/catalogue.h"
#include "library/fixture.h"
#include "library/interviewjournal.h"
#include "library/merge.h"
#include "library/mockinterview.h"
#include "library/paths.h"
#include "library/session.h"
#include "library/stepwords.h"
#include "library/today.h"
#include "library/why.h"
#include "library/words.h"
#include "storage/backup.h"

#include <QObject>

using namespace flaskcards;
using namespace flaskcards::test;

class TestInterviewNotes : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place = std::make_unique<Place>();
        m_place->writeCards(12);
        m_place->write(u"routing/deep.md"_s, cardText(u"A deep one?"_s, u"Yes."_s, u"after: card-011\n"_s));
        m_place->write(u"paths/two.path"_s,
                       u"title: Two\ndescription: of them\n# c\ncard-003\ncard-001 # why\nnot-there\n"_s);
        m_library = m_place->open();
    }

    void aQuestionReallyAskedComesFirstAfterWhatItBuildsOn()
    {
        const auto before = queueOfToday(*m_library);
        QVERIFY(before->main.first() != idOf("deep"));
        QVERIFY(note("deep", u"Acme"_s));
        const auto queue = queueOfToday(*m_library);
        QCOMPARE(queue->fresh, before->fresh);
        QCOMPARE(queue->main.value(0), idOf("card-011"));
        QCOMPARE(queue->main.value(1), idOf("deep"));
        QCOMPARE(QSet(queue->main.cbegin(), queue->main.cend()).size(), queue->main.size());
        QVERIFY(m_library->undo());
        QCOMPARE(queueOfToday(*m_library)->main, before->main);
    }

    void itIsFoundAndSaid()
    {
        QVERIFY(note("card-004", u"Acme"_s));
        Catalogue catalogue(*m_library);
        QVERIFY(catalogue.refresh());
        const ParsedQuery parsed = parseQuery(u"is:really-asked"_s);
        QVERIFY(!parsed.error);
        const auto found = catalogue.search(parsed.query);
        QCOMPARE(found->size(), 1);
        QCOMPARE(found->first().slug, u"card-004"_s);
        const auto why = whyReport(*m_library, idOf("card-004"));
        QVERIFY2(whyWords(*why).contains(u"Asked at Acme, today."_s), qPrintable(whyWords(*why)));
        const auto candidates = mockCandidates(*m_library);
        for (const MockCandidate &one : *candidates)
            QCOMPARE(one.reallyAsked, one.slug == "card-004"_L1);
    }

    void everyChangeIsAStepWithAName_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("words");
        QTest::newRow("asked") << 0 << u"Really asked: “Question number 4?”"_s;
        QTest::newRow("journal") << 1 << u"Interview “Acme, second round”"_s;
        QTest::newRow("path") << 2 << u"Path “Mine”"_s;
    }
    void everyChangeIsAStepWithAName()
    {
        QFETCH(int, kind);
        QFETCH(QString, words);
        const QString before = dump(*m_library);
        if (kind == 0)
            QVERIFY(note("card-004", u"Acme"_s));
        else if (kind == 1)
            QVERIFY(
                keepInterview(*m_library, {.day = 20777, .company = u"Acme"_s, .round = u"second round"_s}));
        else
            QVERIFY(
                keepPath(*m_library, {}, {.title = u"Mine"_s, .description = {}, .slugs = {u"card-001"_s}}));
        QCOMPARE(stepWords(**m_library->nextUndo(), *m_library), words);
        const QString after = dump(*m_library);
        QVERIFY(after != before);
        QVERIFY(m_library->undo());
        QCOMPARE(dump(*m_library), before);
        QVERIFY(m_library->redo());
        QCOMPARE(dump(*m_library), after);
    }

    void theJournalIsNewestFirstAndCanBeChanged()
    {
        QVERIFY(keepInterview(*m_library, {.day = 20700, .company = u"Old"_s}));
        QVERIFY(keepInterview(*m_library, {.day = 20750, .company = u"New"_s, .wentBadly = u"g"_s}));
        auto journal = interviewJournal(*m_library);
        QCOMPARE(journal->size(), 2);
        QCOMPARE(journal->first().company, u"New"_s);
        InterviewEntry changed = journal->last();
        changed.day = 20760;
        QVERIFY(keepInterview(*m_library, changed));
        journal = interviewJournal(*m_library);
        QCOMPARE(journal->size(), 2);
        QCOMPARE(journal->first(), changed);
        QVERIFY(removeInterview(*m_library, changed));
        QCOMPARE(interviewJournal(*m_library)->size(), 1);
        QVERIFY(m_library->undo());
        QCOMPARE(interviewJournal(*m_library)->first(), changed);
    }

    void aPathTellsWhatIsKnownAndWhatComesNext()
    {
        auto paths = studiedPaths(*m_library);
        QCOMPARE(paths->size(), 1);
        const StudiedPath &path = paths->first();
        QCOMPARE(path.path.title, u"Two"_s);
        QVERIFY(!path.isOwn());
        QCOMPARE(path.there, 2); // one is not in the bank
        QCOMPARE(path.known, 0);
        QCOMPARE(path.next, (QList{idOf("card-003"), idOf("card-001")}));
        const auto card = studyCard(*m_library, idOf("card-003"));
        QVERIFY(m_library->apply(answerOperation(*m_library, *card, Rating::Easy, 1000)));
        paths = studiedPaths(*m_library);
        QCOMPARE(paths->first().known, 1);
        QCOMPARE(paths->first().next, QList{idOf("card-001")});
        m_place->clock.advanceMs(qint64(400) * 24 * 3600 * 1000); // forgotten
        QCOMPARE(studiedPaths(*m_library)->first().known, 0);
    }

    void thoseOfTheProgramHaveAllTheirQuestions()
    {
        const auto library = Library::open({m_place->dir.filePath(u"own"_s), {}}, m_place->clock);
        QVERIFY(library);
        const auto paths = studiedPaths(**library);
        QCOMPARE(paths->size(), 4);
        QCOMPARE(paths->first().path.title, u"First job"_s);
        for (const StudiedPath &path : *paths)
            QCOMPARE(path.there, int(path.path.slugs.size()));
    }

    void ownPathsStandBesideThoseOfTheBank()
    {
        QVERIFY(keepPath(*m_library, {}, {.title = u"Mine"_s, .description = {}, .slugs = {u"card-002"_s}}));
        auto paths = studiedPaths(*m_library);
        QCOMPARE(paths->size(), 2);
        const StudiedPath own = paths->last();
        QVERIFY(own.isOwn());
        QVERIFY(
            keepPath(*m_library, own.key,
                     {.title = u"Renamed"_s, .description = {}, .slugs = {u"card-005"_s, u"card-002"_s}}));
        paths = studiedPaths(*m_library);
        QCOMPARE(paths->size(), 2);
        QCOMPARE(paths->last().path.title, u"Renamed"_s);
        QCOMPARE(paths->last().next.first(), idOf("card-005"));
        QVERIFY(removePath(*m_library, own.key, u"Renamed"_s));
        QCOMPARE(studiedPaths(*m_library)->size(), 1);
    }

    void aQuestionThatIsRenamedKeepsThem()
    {
        QVERIFY(note("card-004", u"Acme"_s));
        QVERIFY(
            keepPath(*m_library, {},
                     {.title = u"card-004"_s, .description = {}, .slugs = {u"card-003"_s, u"card-004"_s}}));
        m_library.reset();
        m_place->remove(u"routing/card-004.md"_s);
        m_place->write(u"routing/better-name.md"_s,
                       cardText(u"Question number 4?"_s, u"Answer 4."_s, u"aliases: card-004\n"_s));
        m_library = m_place->open();
        QCOMPARE(askedNotesOf(*m_library, u"better-name"_s)->size(), 1);
        const LearningPath path = studiedPaths(*m_library)->last().path;
        QCOMPARE(path.slugs, (QStringList{u"card-003"_s, u"better-name"_s}));
        QCOMPARE(path.title, u"card-004"_s);
    }

    void aRenamingTouchesOnlyDocumentsThatNameTheQuestion()
    {
        QVERIFY(note("card-003", u"Acme"_s));
        QVERIFY(keepPath(*m_library, {},
                         {.title = u"Mine"_s, .description = {}, .slugs = {u"card-003"_s, u"card-002"_s}}));
        for (const char *value :
             {"", "{", "[1]", "{}", "{\"answers\":[7,{}]}", "{\"slug\":null}", "{ \"slugs\":3 }"})
            keep(u"mock/%1"_s.arg(qstrlen(value)), QString::fromLatin1(value));
        const QString before = documentsAsTheyAre();
        m_library.reset();
        m_place->remove(u"routing/card-004.md"_s);
        m_place->write(u"routing/better-name.md"_s,
                       cardText(u"Question number 4?"_s, u"Answer 4."_s, u"aliases: card-004\n"_s));
        m_library = m_place->open();
        QVERIFY(idOf("better-name") != QuestionId());
        QCOMPARE(documentsAsTheyAre(), before);
    }

    void mergeBringsTheDocumentsOfBothTogether()
    {
        Place other;
        QDir().mkpath(other.data());
        QVERIFY(writeBackup(m_place->file(), other.file()));
        QVERIFY(QDir(other.bank()).removeRecursively());
        QVERIFY(QFile::link(m_place->bank(), other.bank()));
        auto there = other.open();
        QVERIFY(note("card-001", u"Here"_s));
        QVERIFY(keepAskedNote(*there, {.slug = u"card-001"_s, .day = 20777, .company = u"There"_s}, u"T"_s));
        QVERIFY(keepInterview(*there, {.day = 20777, .company = u"There"_s}));
        QVERIFY(keepPath(*there, {}, {.title = u"There"_s, .description = {}, .slugs = {u"card-001"_s}}));
        const auto source = MergeSource::read(other.data());
        QVERIFY(source);
        QVERIFY(mergeCopy(*m_library, **source, MergeStep::Labelled));
        QCOMPARE(askedNotesOf(*m_library, u"card-001"_s)->size(), 2);
        QCOMPARE(interviewJournal(*m_library)->size(), 1);
        QCOMPARE(studiedPaths(*m_library)->size(), 2);
    }

private:
    void keep(const QString &key, const QString &value)
    {
        QVERIFY(m_library->apply({u"x"_s, [&](Store &store) {
                                      return store.settings.set(key, value);
                                  }}));
    }
    QString documentsAsTheyAre() const
    {
        QString all;
        for (const char *kind : {"asked/", "mock/", "path/"}) {
            for (const auto &[key, value] : *m_library->store().settings.under(QLatin1StringView(kind)))
                all += key + u' ' + value + u'\n';
        }
        return all;
    }
    QuestionId idOf(const char *slug) const
    {
        const auto id = m_library->store().questions.idOf(QString::fromLatin1(slug));
        return id ? *id : QuestionId();
    }
    Result<Changes> note(const char *slug, const QString &company)
    {
        const auto title = m_library->store().questions.title(idOf(slug));
        return keepAskedNote(
            *m_library, {.slug = QString::fromLatin1(slug), .day = m_library->today(), .company = company},
            *title);
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(TestInterviewNotes)
#include "tst_interviewnotes.moc"
