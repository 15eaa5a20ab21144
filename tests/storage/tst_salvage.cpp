// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/oldstore.h"
#include "storage/rawlog.h"
#include "storage/salvage.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTemporaryDir>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr int pageSize = 4096;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QList<AnswerRow> answersIn(const QString &path)
{
    auto database = Database::open(path, Database::Access::ReadOnly);
    return database ? readLogRows(**database)->answers : QList<AnswerRow>();
}

// The pages of the table of answers on which the uids stand, which are all of eight bytes.
QHash<qint64, qsizetype> pagesOf(const QByteArray &bytes, const QList<AnswerRow> &answers)
{
    QSet<qint64> uids;
    for (const AnswerRow &row : answers)
        uids.insert(row.uid);
    QHash<qint64, qsizetype> pages;
    for (qsizetype at = 0; at + 8 <= bytes.size(); ++at) {
        const bool isOnLeaf = bytes.at(at / pageSize * pageSize) == 13;
        if (const qint64 uid = qFromBigEndian<qint64>(bytes.constData() + at); isOnLeaf && uids.contains(uid))
            pages.insert(uid, at / pageSize);
    }
    return pages;
}

} // namespace

class SalvageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // Long texts, so that pages of every kind are there: overflow, interior, free ones.
        QByteArray sql =
            "INSERT INTO presets VALUES (1,'{}');"
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n WHERE i<400) "
            "INSERT INTO questions (id,slug,topic,level,kind,title,tags,asked,position,hash,source)"
            "SELECT i,'q-'||i,'routing',0,0,'Title '||i,'',0,i,'h',"
            "'x'||hex(zeroblob(1200+i*13%4000)) FROM n;"
            "INSERT INTO cards (question, fuzz_seed, answers) SELECT id, slug, 10 FROM questions;"
            "INSERT INTO settings VALUES ('study/new-per-day','7');"
            "WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i+1 FROM n WHERE i<3999) "
            "INSERT INTO reviews SELECT NULL, (0x4000000000000000 + i*1234567890123), i%400+1,"
            "1795165200000+i*60000, 1795165200000+i*60000, 0, 4, 20777+i/1440, i%4+1, 900+i, 1,"
            "2, 'abcdef0123456789', 0, '', 0, 0 FROM n;";
        {
            auto database = Database::open(whole());
            QVERIFY(database);
            QVERIFY((*database)->executeScript("PRAGMA foreign_keys=OFF;" + sql +
                                               "DELETE FROM questions WHERE id > 390;"));
        }
        m_bytes = bytesOf(whole());
        m_answers = answersIn(whole());
        QCOMPARE(m_answers.size(), 4000);
        m_pages = pagesOf(m_bytes, m_answers);
        QCOMPARE(m_pages.size(), 4000);
    }

    void aSoundFileIsSavedWhole()
    {
        const auto salvaged = salvageRows(whole(), target());
        QVERIFY(salvaged);
        QCOMPARE(salvaged->answers, 4000);
        QCOMPARE(salvaged->answersKnown, 4000);
        QCOMPARE(salvaged->questions, 390);
        QCOMPARE(salvaged->cards, 400);
        QCOMPARE(answersIn(target()), m_answers);
    }

    // scenario 9: the second half is gone.
    void halfAFileGivesWhatIsInThatHalf()
    {
        const auto salvaged = salvage(m_bytes.left(m_bytes.size() / 2));
        QVERIFY(salvaged);
        QVERIFY(salvaged->answersKnown > salvaged->answers);
    }

    // scenario 10: noise in the middle.
    void noiseInTheMiddleCostsItsPagesOnly()
    {
        QByteArray bytes = m_bytes;
        bytes.replace(bytes.size() / 2 + 100, 8192, noise(8192));
        const auto salvaged = salvage(bytes, {{bytes.size() / 2 + 100, 8192}});
        QVERIFY(salvaged);
        QVERIFY2(salvaged->answers > 3750, qPrintable(QString::number(salvaged->answers)));
    }

    void withoutHeaderAndSchemaTheRowsTellTheirTables()
    {
        QByteArray bytes = m_bytes;
        bytes.replace(0, pageSize, noise(pageSize));
        const auto salvaged = salvage(bytes, {{0, pageSize}});
        QVERIFY(salvaged);
        QCOMPARE(salvaged->answers, 4000);
        QCOMPARE(salvaged->cards, 400);
    }

    // The page that leads to all others of the table.
    void aLostInteriorPageCostsNothing()
    {
        QByteArray bytes = m_bytes;
        for (qsizetype at = pageSize; at < bytes.size(); at += pageSize) {
            if (bytes.at(at) == 5)
                bytes.replace(at, pageSize, noise(pageSize));
        }
        const auto salvaged = salvage(bytes);
        QVERIFY(salvaged);
        QCOMPARE(salvaged->answers, 4000);
        QCOMPARE(salvaged->cards, 400);
    }

    void whatIsStillInTheLogIsSavedToo()
    {
        const QString path = m_dir.filePath(u"log.db"_s);
        write(path, m_bytes);
        auto database = Database::open(path);
        QVERIFY(database);
        QVERIFY((*database)->executeScript("PRAGMA wal_autocheckpoint=0; INSERT INTO reviews SELECT NULL, "
                                           "77, 5, 1795965200000, 1795965200000,"
                                           "0, 4, 20786, 3, 900, 1, 2, 'abcdef0123456789', 0, '', 0, 0;"));
        const QString copy = m_dir.filePath(u"copy.db"_s);
        QVERIFY(QFile::copy(path, copy) && QFile::copy(path + u"-wal"_s, copy + u"-wal"_s));
        const auto salvaged = salvageRows(copy, target());
        QVERIFY(salvaged);
        QCOMPARE(salvaged->answers, 4001);
        QCOMPARE(answersIn(target()).last().uid, 77);
    }

    void answersTakenBackStayTakenBack()
    {
        const QString path = m_dir.filePath(u"back.db"_s);
        write(path, m_bytes);
        {
            auto database = Database::open(path);
            QVERIFY(database);
            (*database)->setEditTime(5);
            // A page of them, which is free then and still holds them.
            QVERIFY((*database)->executeScript("DELETE FROM reviews WHERE id BETWEEN 2000 AND 2200"));
        }
        QByteArray bytes = bytesOf(path);
        bytes.replace(0, pageSize, noise(pageSize)); // nobody knows any more which pages are free
        write(damaged(), bytes);
        QVERIFY(salvageRows(damaged(), target()));
        const QList<AnswerRow> saved = answersIn(target());
        QCOMPARE(saved.size(), 4000 - 201);
    }

    void olderVersionsAreSavedAsWhatTheyWere()
    {
        const QString path = m_dir.filePath(u"old.db"_s);
        makeOldStore(path, 2,
                     "INSERT INTO questions (id,slug,topic,level,kind,title,tags,asked,position,hash,source)"
                     "VALUES (7,'a','routing',0,0,'A?',',',2,0,'h','s');"
                     "INSERT INTO cards (question, fuzz_seed) VALUES (7,'a');"
                     "INSERT INTO presets VALUES (1,'{}');"
                     "INSERT INTO reviews VALUES (1,7,5000,0,4,0,3,900,1,0,'h',0);"
                     "INSERT INTO moves VALUES (1,7,1,6000,NULL,3,40);");
        for (const bool withHeader : {true, false}) {
            QByteArray bytes = bytesOf(path);
            if (!withHeader)
                bytes.replace(0, pageSize, noise(pageSize));
            write(damaged(), bytes);
            const auto salvaged = salvageRows(damaged(), target());
            QVERIFY(salvaged);
            QCOMPARE(salvaged->answers, 1);
            QCOMPARE(salvaged->moves, 1);
            QVERIFY(Database::open(target())); // and brought up to date
            QCOMPARE(answersIn(target()).size(), 1);
        }
    }

    // scenario 12
    void aFileFromTheFutureIsNotTouched()
    {
        QByteArray bytes = m_bytes;
        qToBigEndian<quint32>(99, bytes.data() + 60);
        write(damaged(), bytes);
        const auto salvaged = salvageRows(damaged(), target());
        QVERIFY(!salvaged);
        QCOMPARE(salvaged.error().code, ErrorCode::TooNew);
    }

    // scenario 11
    void whatIsNoDatabaseGivesNothing()
    {
        for (const QByteArray &bytes : {QByteArray(), QByteArray("notes"), noise(100'000)}) {
            write(damaged(), bytes);
            const auto salvaged = salvageRows(damaged(), target());
            QVERIFY(!salvaged);
            QCOMPARE(salvaged.error().code, ErrorCode::Corrupt);
        }
    }

    void randomDamageCostsWhatItHitsAndInventsNothing()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        m_random.seed(seed);
        for (int round = 0; round < 25; ++round) {
            QByteArray bytes = m_bytes;
            Hits hits;
            const int count = int(m_random.bounded(1, 12));
            for (int i = 0; i < count; ++i) {
                const int size = int(m_random.bounded(512, 20'000));
                const qsizetype at = m_random.bounded(int(bytes.size() - size));
                bytes.replace(at, size, m_random.bounded(2) ? noise(size) : QByteArray(size, '\0'));
                hits.append({at, size});
            }
            if (m_random.bounded(4) == 0)
                bytes.truncate(m_random.bounded(int(bytes.size())));
            if (!salvage(bytes, hits)) {
                QVERIFY(bytes.size() < m_bytes.size());
                continue;
            }
            if (QTest::currentTestFailed()) {
                qWarning("seed %u, round %d", seed, round);
                return;
            }
        }
    }

private:
    using Hits = QList<std::pair<qsizetype, qsizetype>>; // from, size

    QString whole() const { return m_dir.filePath(u"whole.db"_s); }
    QString damaged() const { return m_dir.filePath(u"damaged.db"_s); }
    QString target() const { return m_dir.filePath(u"target.db"_s); }

    QByteArray noise(int size)
    {
        QByteArray bytes(size, Qt::Uninitialized);
        for (char &byte : bytes)
            byte = char(m_random.bounded(256));
        return bytes;
    }

    // Salvages and compares: what was not hit is there as it was, and there is nothing that was not.
    Result<Salvaged> salvage(const QByteArray &bytes, const Hits &hits = {})
    {
        write(damaged(), bytes);
        auto salvaged = salvageRows(damaged(), target());
        [&] {
            QCOMPARE(bytesOf(damaged()), bytes);
            if (!salvaged)
                return;
            QHash<qint64, AnswerRow> saved;
            for (const AnswerRow &row : answersIn(target()))
                saved.insert(row.uid, row);
            QCOMPARE(saved.size(), salvaged->answers);
            int lost = 0;
            for (const AnswerRow &row : std::as_const(m_answers)) {
                const bool safe = isSafe(row.uid, bytes.size(), hits);
                if (!saved.contains(row.uid))
                    lost += int(safe);
                else if (const AnswerRow found = saved.take(row.uid); safe)
                    QCOMPARE(found, row); // one that was hit behind its uid may have other figures
            }
            QCOMPARE(lost, 0);
            QCOMPARE(saved.size(), 0); // invented ones
        }();
        return salvaged;
    }

    bool isSafe(qint64 uid, qsizetype size, const Hits &hits) const
    {
        const qsizetype from = m_pages.value(uid) * pageSize;
        return from + pageSize <= size && std::none_of(hits.cbegin(), hits.cend(), [&](const auto &hit) {
                   return hit.first < from + pageSize && hit.first + hit.second > from;
               });
    }

    QTemporaryDir m_dir;
    QRandomGenerator m_random{1};
    QByteArray m_bytes;
    QList<AnswerRow> m_answers;
    QHash<qint64, qsizetype> m_pages;
};

QTEST_GUILESS_MAIN(SalvageTest)
#include "tst_salvage.moc"
