// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/oldstore.h"

#include "storage/backup.h"
#include "storage/database.h"
#include "storage/migrations.h"
#include "storage/othercopy.h"
#include "storage/store.h"

#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

using namespace Qt::StringLiterals;
using namespace flaskcards;
using namespace flaskcards::test;

namespace {

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

QString pragma(Database &database, const char *name)
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray sql = QByteArray("PRAGMA ") + name;
    sqlite3_prepare_v2(database.handle(), sql.constData(), -1, &statement, nullptr);
    sqlite3_step(statement);
    const QString value =
        QString::fromUtf8(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
    sqlite3_finalize(statement);
    return value;
}

void makeStore(const QString &path)
{
    auto database = Database::open(path);
    QVERIFY(database);
    QVERIFY((*database)->executeScript("PRAGMA wal_checkpoint(TRUNCATE)"));
}

ErrorCode refusal(const QString &path)
{
    auto database = Database::open(path);
    return database ? ErrorCode::NotFound : database.error().code;
}

} // namespace

class DatabaseTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_dir.reset(new QTemporaryDir); }

    void aNewFileIsMadeWithTheNewestSchema()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        QCOMPARE(*schemaVersion(**database), newestSchemaVersion());
        QVERIFY(!QFile::exists(path() + u".new"_s));
    }

    void answersSurviveAPowerCut()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        QCOMPARE(pragma(**database, "journal_mode"), u"wal"_s);
        QCOMPARE(pragma(**database, "synchronous"), u"2"_s); // FULL
        QCOMPARE(pragma(**database, "foreign_keys"), u"1"_s);
    }

    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("these are my notes, not a database\n").repeated(10);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short") << QByteArray("SQLite format 3");
    }
    void aFileThatIsNoDatabaseIsRefusedAndLeftAsItIs()
    {
        QFETCH(QByteArray, bytes);
        write(path(), bytes);
        QCOMPARE(refusal(path()), ErrorCode::Corrupt);
        QCOMPARE(bytesOf(path()), bytes);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files).size(), 1);
    }

    void anotherProgramsDatabaseIsRefused()
    {
        sqlite3 *other = nullptr;
        QCOMPARE(sqlite3_open(qPrintable(path()), &other), SQLITE_OK);
        sqlite3_exec(other, "CREATE TABLE notes (text TEXT)", nullptr, nullptr, nullptr);
        sqlite3_close(other);
        const QByteArray before = bytesOf(path());
        QCOMPARE(refusal(path()), ErrorCode::Corrupt);
        QCOMPARE(bytesOf(path()), before);
    }

    void aFileFromTheFutureIsRefusedByteForByte()
    {
        makeStore(path());
        {
            auto database = Database::open(path());
            QVERIFY((*database)->executeScript("PRAGMA user_version=99"));
        }
        const QByteArray before = bytesOf(path());
        QCOMPARE(refusal(path()), ErrorCode::TooNew);
        QCOMPARE(bytesOf(path()), before);
    }

    void aTruncatedFileIsRefused()
    {
        makeStore(path());
        const QByteArray half = bytesOf(path()).left(bytesOf(path()).size() / 2);
        write(path(), half);
        QCOMPARE(refusal(path()), ErrorCode::Corrupt);
        QCOMPARE(bytesOf(path()), half);
    }

    void noiseInTheMiddleIsRefused()
    {
        makeStore(path());
        QByteArray bytes = bytesOf(path());
        bytes.replace(bytes.size() / 2, 8192, QByteArray(8192, '\xa5'));
        write(path(), bytes);
        QCOMPARE(refusal(path()), ErrorCode::Corrupt);
        QCOMPARE(bytesOf(path()), bytes);
    }

    void anUnwritablePlaceIsSaidSo()
    {
        write(path(), "a file where a folder is wanted");
        QCOMPARE(refusal(path() + u"/deeper/flaskcards.db"_s), ErrorCode::Io);
    }

    void aFileWithoutTablesYetIsMigrated()
    {
        makeOldStore(path(), 0);
        auto database = Database::open(path());
        QVERIFY(database);
        QCOMPARE(*schemaVersion(**database), newestSchemaVersion());
    }

    void aMigrationKeepsEveryRowAndACopyOfTheFile()
    {
        makeOldStore(path(), 1,
                     "INSERT INTO questions VALUES (7,'a','routing',0,0,'A?',',',2,0,'h','s',0);"
                     "INSERT INTO cards (question, fuzz_seed, phase, stability, difficulty) VALUES "
                     "(7,'a',2,3.5,5);"
                     "INSERT INTO presets VALUES (1,'{}');"
                     "INSERT INTO reviews VALUES (1,7,1000,0,4,0,3,900,1,0,'h');"
                     "INSERT INTO settings VALUES ('bank/hash','x'), ('study/new-per-day','7');");
        {
            auto database = Database::open(path());
            QVERIFY(database);
            QCOMPARE(*schemaVersion(**database), newestSchemaVersion());
            const Store store(**database);
            QCOMPARE(store.cards.get({7})->schedule.memory, (MemoryState{3.5, 5, 0}));
            QCOMPARE(store.reviews.ofQuestion({7})->size(), 1);
            QCOMPARE(store.reviews.ofQuestion({7})->first().chosenDays, 0);
            QCOMPARE(*store.settings.get(u"study/new-per-day"_s), u"7"_s);
            QVERIFY(store.settings.get(u"bank/hash"_s)->isEmpty()); // the bank is to be read anew
        }
        const QDir backups(m_dir->filePath(u"backups"_s));
        const QStringList names = backups.entryList(QDir::Files);
        QCOMPARE(names.size(), 1);
        QCOMPARE(parsedBackupName(names.first())->reason, BackupReason::BeforeUpgrade);
        sqlite3 *copy = nullptr;
        const QByteArray copyPath = QFile::encodeName(backups.filePath(names.first()));
        QCOMPARE(sqlite3_open_v2(copyPath.constData(), &copy, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
        QCOMPARE(sqlite3_exec(copy, "SELECT stability FROM cards WHERE question = 7 AND answers = 0", nullptr,
                              nullptr, nullptr),
                 SQLITE_OK);
        sqlite3_close(copy);
    }

    void aMigratedLogKeepsItsOrderThoughTheClockWentBack()
    {
        makeOldStore(path(), 2,
                     "INSERT INTO questions (id,slug,topic,level,kind,title,tags,asked,position,hash,source)"
                     "VALUES (7,'a','routing',0,0,'A?',',',2,0,'h','s');"
                     "INSERT INTO cards (question, fuzz_seed) VALUES (7,'a');"
                     "INSERT INTO presets VALUES (1,'{}');"
                     "INSERT INTO reviews VALUES (1,7,5000,0,4,0,3,900,1,0,'h',0),"
                     "(2,7,1000,0,4,0,1,900,1,0,'h',0), (3,7,1000,0,4,0,4,900,1,0,'h',0);"
                     "INSERT INTO moves VALUES (1,7,2,6000,NULL,3,40), (2,7,2,6000,1,4,41);");
        auto database = Database::open(path());
        QVERIFY(database);
        const Store store(**database);
        const auto reviews = store.reviews.ofQuestion({7});
        QCOMPARE(reviews->size(), 3);
        QCOMPARE(reviews->at(0).rating, Rating::Good);
        QCOMPARE(reviews->at(1).rating, Rating::Again);
        QCOMPARE(reviews->at(2).rating, Rating::Easy);
        QCOMPARE(reviews->at(1).moment.atMs, 1000);
        const auto moves = store.reviews.movesOf({7});
        QCOMPARE(moves->size(), 2);
        QCOMPARE(moves->at(0).dueDay, 40);
        QCOMPARE(moves->at(1).dueDay, 41);
        QVERIFY(moves->at(0).orderedAtMs > reviews->at(1).orderedAtMs);
    }

    void twoCopiesThatPartedKnowTheirCommonAnswersAfterTheMigration()
    {
        const QByteArray rows =
            "INSERT INTO questions (id,slug,topic,level,kind,title,tags,asked,position,hash,source)"
            "VALUES (7,'a','routing',0,0,'A?',',',2,0,'h','s');"
            "INSERT INTO cards (question, fuzz_seed) VALUES (7,'a');"
            "INSERT INTO presets VALUES (1,'{}');"
            "INSERT INTO reviews VALUES (1,7,1000,0,4,0,3,900,1,0,'h',0), (2,7,1000,0,4,0,1,900,1,0,'h',0);";
        makeOldStore(path(), 2, rows);
        const QString other = m_dir->filePath(u"other.db"_s);
        makeOldStore(other, 2, rows + "INSERT INTO reviews VALUES (3,7,2000,0,4,0,3,900,1,0,'h',0);");
        const QStringList mine = uids(path());
        const QStringList theirs = uids(other);
        QCOMPARE(mine.size(), 2);
        QCOMPARE(theirs.size(), 3);
        QCOMPARE(theirs.first(2), mine);
        QCOMPARE(QSet<QString>(theirs.cbegin(), theirs.cend()).size(), 3);
    }

    void aTransactionThatIsNotCommittedLeavesNothing()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        {
            auto transaction = Transaction::begin(**database);
            QVERIFY(transaction);
            QVERIFY((*database)->insert("presets/insert", {{":scheduling", u"{}"_s}}));
        }
        int rows = 0;
        QVERIFY((*database)->forEach("presets/all", {}, [&](const Row &) { ++rows; }));
        QCOMPARE(rows, 0);
    }

    void aSecondWriterIsTurnedAwayAsBusy()
    {
        auto first = Database::open(path());
        auto second = Database::open(path());
        QVERIFY(first && second);
        QVERIFY((*second)->executeScript("PRAGMA busy_timeout=20"));
        auto transaction = Transaction::begin(**first);
        QVERIFY(transaction);
        auto turnedAway = Transaction::begin(**second);
        QVERIFY(!turnedAway);
        QCOMPARE(turnedAway.error().code, ErrorCode::Busy);
    }

    void aFullDiskIsToldApart()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        QVERIFY((*database)->executeScript("PRAGMA max_page_count=1"));
        auto inserted = (*database)->insert("presets/insert", {{":scheduling", QString(400'000, u'x')}});
        QVERIFY(!inserted);
        QCOMPARE(inserted.error().code, ErrorCode::NoSpace);
    }

    void everyStatementFileCanBePrepared()
    {
        makeStore(m_dir->filePath(u"other.db"_s));
        auto database = Database::open(path());
        QVERIFY(database);
        const auto other = OtherCopy::attach(**database, m_dir->filePath(u"other.db"_s)); // for merge/
        QVERIFY(other);
        QDirIterator files(u":/sql"_s, {u"*.sql"_s}, QDir::Files, QDirIterator::Subdirectories);
        int count = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            sqlite3_stmt *statement = nullptr;
            const int code = sqlite3_prepare_v2((*database)->handle(), file.readAll().constData(), -1,
                                                &statement, nullptr);
            sqlite3_finalize(statement);
            QVERIFY2(code == SQLITE_OK, qPrintable(file.fileName()));
            ++count;
        }
        QVERIFY(count > 30);
    }

private:
    static QStringList uids(const QString &file)
    {
        auto database = Database::open(file);
        QStringList uids;
        sqlite3_exec((*database)->handle(), "SELECT uid FROM reviews ORDER BY id",
                     [](void *list, int, char **values, char **) {
                         static_cast<QStringList *>(list)->append(QString::fromLatin1(values[0]));
                         return 0;
                     },
                     &uids, nullptr);
        return uids;
    }

    QString path() const { return m_dir->filePath(u"flaskcards.db"_s); }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
