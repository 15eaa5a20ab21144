// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/catalogue.h"
#include "library/fixture.h"
#include "library/questions.h"
#include "library/session.h"

using namespace flaskcards;
using namespace flaskcards::test;

class BankImportTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->write(u"routing/a.md"_s, cardText(u"What is a?"_s, u"Apple."_s));
        m_place->write(u"routing/b.md"_s, cardText(u"What is b?"_s, u"Banana."_s));
    }

    void anUnchangedBankIsNotReadAgain()
    {
        QCOMPARE(open()->bankReport().added, 2);
        const auto library = open();
        QCOMPARE(library->bankReport().added, 0);
        QCOMPARE(library->bankReport().changed, 0);
    }

    void aChangedQuestionKeepsItsCard()
    {
        const Card before = answered(u"a"_s);
        m_place->write(u"routing/a.md"_s, cardText(u"What really is a?"_s, u"An apricot."_s));
        const auto library = open();
        QCOMPARE(library->bankReport().changed, 1);
        QCOMPARE(cardOf(*library, u"a"_s), before);
        QCOMPARE(loadQuestion(*library, before.question)->question.title, u"What really is a?"_s);
        QCOMPARE(library->store().search.match({u"apricot"_s}, 9)->size(), 1);
        QCOMPARE(library->store().search.match({u"apple"_s}, 9)->size(), 0);
    }

    void aMissingQuestionIsRetiredWithItsHistoryAndComesBack()
    {
        const Card before = answered(u"a"_s);
        m_place->remove(u"routing/a.md"_s);
        {
            const auto library = open();
            QCOMPARE(library->bankReport().retired, 1);
            QVERIFY(!library->store().questions.idOf(u"a"_s));
            QCOMPARE(*library->store().reviews.count(), 1);
            QVERIFY(library->store().search.missing()->isEmpty());
        }
        m_place->write(u"routing/a.md"_s, cardText(u"What is a?"_s, u"Apple."_s));
        QCOMPARE(cardOf(*open(), u"a"_s), before);
    }

    void anAliasCarriesHistoryOverARename()
    {
        const Card before = answered(u"a"_s);
        m_place->remove(u"routing/a.md"_s);
        m_place->write(u"routing/c.md"_s, cardText(u"What is c?"_s, u"Cherry."_s, u"aliases: a\n"_s));
        const auto library = open();
        QCOMPARE(cardOf(*library, u"c"_s), before);
        QVERIFY(!library->store().questions.idOf(u"a"_s));
    }

    void anAliasAddedAfterTheRenameStillCarriesHistory()
    {
        const Card before = answered(u"a"_s);
        m_place->remove(u"routing/a.md"_s);
        m_place->write(u"routing/c.md"_s, cardText(u"What is c?"_s, u"Cherry."_s));
        QVERIFY(cardOf(*open(), u"c"_s).question != before.question);
        m_place->write(u"routing/c.md"_s, cardText(u"What is c?"_s, u"Cherry."_s, u"aliases: a\n"_s));
        const auto library = open();
        QCOMPARE(cardOf(*library, u"c"_s), before);
        QVERIFY(library->store().search.missing()->isEmpty());
    }

    void aMovedFileChangesTheTopicAndNothingElse()
    {
        const Card before = answered(u"a"_s);
        m_place->remove(u"routing/a.md"_s);
        m_place->write(u"contexts/a.md"_s, cardText(u"What is a?"_s, u"Apple."_s));
        const auto library = open();
        QCOMPARE(cardOf(*library, u"a"_s), before);
        QCOMPARE(library->store().questions.source(before.question)->topic, u"contexts"_s);
    }

    void aBrokenFileIsNamedAndTheRestLoads()
    {
        m_place->write(u"routing/broken.md"_s, u"---\nlevel basic\n"_s);
        const auto library = open();
        QCOMPARE(library->bankReport().added, 2);
        QVERIFY(!library->bankReport().problems.isEmpty());
        QVERIFY2(library->bankReport().problems.first().startsWith(u"routing/broken.md:"_s),
                 qPrintable(library->bankReport().problems.first()));
    }

    void aBrokenFileIsNamedAtEveryStartUntilItIsMended()
    {
        m_place->write(u"routing/broken.md"_s, u"no header"_s);
        const QStringList first = open()->bankReport().problems;
        QCOMPARE(open()->bankReport().problems, first);
        m_place->remove(u"routing/broken.md"_s);
        QVERIFY(open()->bankReport().problems.isEmpty());
    }

    void aQuestionWhoseFileBreaksStaysAsItWas()
    {
        const Card before = answered(u"a"_s);
        m_place->write(u"routing/a.md"_s, u"oops"_s);
        const auto library = open();
        QCOMPARE(library->bankReport().retired, 0);
        QCOMPARE(cardOf(*library, u"a"_s), before);
        QCOMPARE(loadQuestion(*library, before.question)->question.title, u"What is a?"_s);
    }

    void theSameNameInTwoTopicsIsToldAndTheFirstStays()
    {
        m_place->write(u"sessions/a.md"_s, cardText(u"Another a?"_s, u"Almond."_s));
        const auto library = open();
        QCOMPARE(library->store().questions.facts()->size(), 2);
        QCOMPARE(library->bankReport().problems.size(), 1);
    }

    void aMissingBankFolderLeavesTheQuestionsOfTheLastTime()
    {
        open();
        auto library = Library::open({m_place->data(), m_place->dir.filePath(u"nowhere"_s)}, m_place->clock);
        QVERIFY(library);
        QVERIFY((*library)->bankReport().error);
        QCOMPARE((*library)->store().questions.facts()->size(), 2);
    }

    void aFolderWithoutCardsLeavesTheQuestionsOfTheLastTime()
    {
        open();
        QVERIFY(QDir(m_place->dir.path()).mkpath(u"empty/routing"_s));
        auto library = Library::open({m_place->data(), m_place->dir.filePath(u"empty"_s)}, m_place->clock);
        QVERIFY(library);
        QVERIFY((*library)->bankReport().error);
        QCOMPARE((*library)->store().questions.facts()->size(), 2);
    }

    void aBankFolderMayBeNamedRelatively()
    {
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_place->dir.path()));
        const auto files = bankFiles(u"bank"_s);
        QVERIFY(QDir::setCurrent(before));
        QVERIFY(files);
        QCOMPARE(files->size(), 2);
    }

    void theBuiltInBankLoadsWithoutAComplaint()
    {
        auto library = Library::open({m_place->data(), QString()}, m_place->clock);
        QVERIFY(library);
        QCOMPARE((*library)->bankReport().problems, QStringList());
        QVERIFY((*library)->bankReport().added >= 33);
    }

private:
    std::unique_ptr<Library> open() { return m_place->open(); }

    static Card cardOf(const Library &library, const QString &slug)
    {
        const auto id = library.store().questions.idOf(slug);
        return id ? *library.store().cards.get(*id) : Card();
    }

    Card answered(const QString &slug)
    {
        const auto library = open();
        auto session = Session::start(*library, {.listed = {*library->store().questions.idOf(slug)}});
        session->reveal();
        if (!session->answer(Rating::Good))
            QTest::qFail("not answered", __FILE__, __LINE__);
        return cardOf(*library, slug);
    }

    std::unique_ptr<Place> m_place;
};

QTEST_GUILESS_MAIN(BankImportTest)
#include "tst_bankimport.moc"
