// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/searchindex.h"

#include "storage/database.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;

class SearchIndexTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        auto database = Database::open(m_dir->filePath(u"flaskcards.db"_s));
        QVERIFY(database);
        m_database = *std::move(database);
        m_index.reset(new SearchIndex(*m_database));
    }
    void cleanup()
    {
        m_index.reset();
        m_database.reset();
    }

    void everyWordIsAPrefixAndAllMustHold()
    {
        add(1, {.title = u"What is a blueprint?"_s, .answer = u"A part of an application."_s});
        add(2, {.title = u"What is a session?"_s, .answer = u"A signed cookie."_s});
        QCOMPARE(found({u"blue"_s}), (QList<int>{1}));
        QCOMPARE(found({u"wha"_s, u"sig"_s}), (QList<int>{2}));
        QCOMPARE(found({u"blue"_s, u"cookie"_s}), (QList<int>{}));
    }

    void aHitInTheTitleComesBeforeAnyNumberElsewhere()
    {
        add(1, {.answer = u"cookie cookie cookie cookie"_s,
                .points = u"cookie cookie"_s,
                .body = u"cookie cookie"_s,
                .code = u"cookie cookie"_s});
        add(2, {.title = u"How long may a cookie live?"_s});
        QCOMPARE(found({u"cookie"_s}), (QList<int>{2, 1}));
    }

    void aTitleThatStartsWithTheWordComesFirst()
    {
        add(1, {.title = u"Where does a blueprint find its templates?"_s});
        add(2, {.title = u"Blueprint or app: which handler wins?"_s});
        QCOMPARE(found({u"blue"_s}), (QList<int>{2, 1}));
    }

    void moreHitsInAColumnCountMoreButLessAndLess()
    {
        add(1, {.body = u"cache"_s});
        add(2, {.body = u"cache cache"_s});
        add(3, {.answer = u"cache"_s});
        QCOMPARE(found({u"cache"_s}), (QList<int>{3, 2, 1}));
    }

    void namesWithUnderscoresAreFoundAsOne()
    {
        add(1, {.body = u"register it with before_request"_s});
        add(2, {.body = u"a request before the other"_s});
        QCOMPARE(found({u"before_req"_s}), (QList<int>{1}));
    }

    void anythingTypedIsHarmless_data()
    {
        QTest::addColumn<QString>("typed");
        for (const QString &text :
             {u"\""_s, u"a\" OR title:b"_s, u"*"_s, u"NEAR("_s, u"'; DROP TABLE cards"_s, u"^"_s, u"-"_s,
              QStringList{u"a"_s, u"b"_s}.join(QChar(0)), QString(5000, u'('), u"a"_s + QChar(0xd800),
              QString(QChar(0xdc00)) + u"a"_s})
            QTest::newRow(qPrintable(text.left(20))) << text;
    }
    void anythingTypedIsHarmless()
    {
        QFETCH(QString, typed);
        add(1, {.title = u"a b"_s});
        QVERIFY(m_index->match({typed}, 10));
    }

    void accentsDoNotMatter()
    {
        add(1, {.title = u"Naïve café"_s});
        QCOMPARE(found({u"cafe"_s}), (QList<int>{1}));
    }

    void removedQuestionsAreNotFound()
    {
        add(1, {.title = u"gone"_s});
        QVERIFY(m_index->remove({1}));
        QCOMPARE(found({u"gone"_s}), (QList<int>{}));
    }

private:
    void add(int id, const SearchTexts &texts) { QVERIFY(m_index->insert({id}, texts)); }

    QList<int> found(const QStringList &words)
    {
        QList<int> ids;
        const auto hits = m_index->match(words, 100);
        if (!hits)
            return {-1};
        for (const QuestionId id : *hits)
            ids.append(int(id.value));
        return ids;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SearchIndex> m_index;
};

QTEST_GUILESS_MAIN(SearchIndexTest)
#include "tst_searchindex.moc"
