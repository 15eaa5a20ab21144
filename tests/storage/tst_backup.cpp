// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"
#include "storage/failingdisk.h"
#include "storage/migrations.h"
#include "storage/store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace flaskcards;
using flaskcards::test::FailingDisk;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void addAnswers(Database &database, int first, int last)
{
    const QByteArray rows =
        "INSERT INTO questions (id, slug, topic, level, kind, title, tags, asked, position, hash, source) "
        "VALUES (%1,'a%1','routing',0,0,'A?',',',2,0,'h','s');"
        "INSERT INTO cards (question, fuzz_seed) VALUES (%1,'a%1');";
    QVERIFY(database.executeScript("INSERT OR IGNORE INTO presets VALUES (1,'{}')"));
    ReviewLog reviews(database);
    auto transaction = Transaction::begin(database);
    QVERIFY(transaction);
    for (int id = first; id <= last; ++id) {
        QVERIFY(database.executeScript(QByteArray(rows).replace("%1", QByteArray::number(id))));
        QVERIFY(reviews.append({.question = {id},
                                .moment = {id * 1000, 0, 4},
                                .rating = Rating::Good,
                                .durationMs = 900,
                                .preset = {1},
                                .shownHash = u"h"_s}));
    }
    QVERIFY((*transaction)->commit());
}

// Fills the file, so that copying takes many steps.
void addBulk(Database &database, int mebibytes)
{
    for (int i = 0; i < mebibytes; ++i)
        QVERIFY(database.executeScript("INSERT INTO settings VALUES ('bulk/" + QByteArray::number(i) +
                                       "', hex(randomblob(524288)))"));
}

} // namespace

class BackupTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        auto database = Database::open(source());
        QVERIFY(database);
        m_database = *std::move(database);
        addAnswers(*m_database, 1, 40);
    }
    void cleanup() { m_database.reset(); }

    // scenario 5: temporary name, verification, rename.
    void aBackupOfAnOpenFileIsOneWholeFileOfItsOwn()
    {
        Result<BackupFacts> facts = Error{};
        const std::unique_ptr<QThread> thread(
            QThread::create([&] { facts = writeBackup(source(), target()); }));
        thread->start();
        QVERIFY(thread->wait());
        QVERIFY2(facts, qPrintable(facts ? QString() : facts.error().context));
        QCOMPARE(files(), QStringList{u"copy.db"_s});
        QCOMPARE(facts->answers, 40);
        QCOMPARE(facts->questions, 40);
        QCOMPARE(facts->newestAnswerMs, 40'000);
        QCOMPARE(facts->schemaVersion, newestSchemaVersion());
        QCOMPARE(facts->bytes, QFileInfo(target()).size());
        QCOMPARE(bytesOf(target()).at(18), char(1)); // no write-ahead log needed to read it
        const auto again = backupFacts(target());
        QVERIFY(again && again->holdsTheSameAs(*facts));
        QCOMPARE(files(), QStringList{u"copy.db"_s});
        addAnswers(*m_database, 41, 41); // the window goes on
        QCOMPARE(backupFacts(target())->answers, 40);
    }

    void whatIsWrittenWhileCopyingIsNotInIt()
    {
        addBulk(*m_database, 4);
        int steps = 0;
        const auto facts = writeBackup(source(), target(), [&] {
            if (++steps == 1 || steps == 3)
                addAnswers(*m_database, 40 + steps, 40 + steps);
            return true;
        });
        QVERIFY(steps > 3);
        QVERIFY(facts);
        QCOMPARE(facts->answers, 40);
        QCOMPARE(backupFacts(source())->answers, 42);
    }

    void aCancelledBackupLeavesNothing()
    {
        addBulk(*m_database, 4);
        int steps = 0;
        const auto facts = writeBackup(source(), target(), [&] { return ++steps < 3; });
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::NotFound);
        QCOMPARE(files(), QStringList());
    }

    // scenarios 8 and 39: nothing is left behind, nothing that was there is touched.
    void aDiskThatFailsLeavesNothingBehind_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("writes");
        QTest::addColumn<ErrorCode>("said");
        for (const int writes : {0, 1, 5, 300}) {
            QTest::addRow("full after %d", writes) << SQLITE_FULL << writes << ErrorCode::NoSpace;
            QTest::addRow("broken after %d", writes) << SQLITE_IOERR_WRITE << writes << ErrorCode::Io;
        }
    }
    void aDiskThatFailsLeavesNothingBehind()
    {
        QFETCH(int, code);
        QFETCH(int, writes);
        QFETCH(ErrorCode, said);
        addBulk(*m_database, 2);
        write(folder() + u"/older.db"_s, "older");
        const FailingDisk disk(".part", writes, code);
        const auto facts = writeBackup(source(), target());
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, said);
        QCOMPARE(files(), QStringList{u"older.db"_s});
        addAnswers(*m_database, 41, 41);
    }

    // scenario 10
    void aDamagedSourceIsNeverBackedUp_data()
    {
        QTest::addColumn<int>("mebibytes");
        QTest::newRow("small, seen when opened") << 1;
        QTest::newRow("large, only seen when read") << 10;
    }
    void aDamagedSourceIsNeverBackedUp()
    {
        QFETCH(int, mebibytes);
        addBulk(*m_database, mebibytes);
        QVERIFY(writeBackup(source(), target()));
        const QByteArray good = bytesOf(target());
        m_database.reset();
        QByteArray bytes = bytesOf(source());
        bytes.replace(bytes.size() / 2, 8192, QByteArray(8192, '\xa5'));
        write(source(), bytes);
        const auto facts = writeBackup(source(), target());
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::Corrupt);
        QCOMPARE(files(), QStringList{u"copy.db"_s});
        QCOMPARE(bytesOf(target()), good);
    }

    void aDamagedFileCanBePutAsideAsItIs()
    {
        addBulk(*m_database, 10);
        QVERIFY(m_database->executeScript("PRAGMA wal_checkpoint(TRUNCATE)"));
        m_database.reset();
        QByteArray bytes = bytesOf(source());
        bytes.replace(bytes.size() / 2, 8192, QByteArray(8192, '\xa5'));
        write(source(), bytes);
        QDir().mkpath(folder());
        QVERIFY(copyDamaged(source(), target()));
        QCOMPARE(bytesOf(target()).mid(100), bytes.mid(100));
        QCOMPARE(backupFacts(target()).error().code, ErrorCode::Corrupt);
    }

    // scenario 5: killed while writing.
    void whatAKilledRunLeftIsNoBackupAndIsCleanedUp()
    {
        const QString old = folder() + u"/flaskcards-20261121T150612Z-auto.db.1a2b3c4d.part"_s;
        const QString young = folder() + u"/flaskcards-20261121T160612Z-auto.db.1a2b3c4d.part"_s;
        const QString foreign = folder() + u"/film.part"_s;
        for (const QString &path : {old, young, foreign, old + u"-journal"_s})
            write(path, "half");
        for (const QString &path : {old, foreign, old + u"-journal"_s}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadWrite));
            QVERIFY(file.setFileTime(file.fileTime(QFile::FileModificationTime).addSecs(-3700),
                                     QFile::FileModificationTime));
        }
        QVERIFY(!parsedBackupName(QFileInfo(old).fileName()));
        QVERIFY(writeBackup(source(), target()));
        QVERIFY(!QFile::exists(old) && !QFile::exists(old + u"-journal"_s));
        QVERIFY(QFile::exists(young)); // another run may be at it
        QVERIFY(QFile::exists(foreign));
    }

    void whatIsNoFileOfThisProgramIsRefused()
    {
        QCOMPARE(backupFacts(target()).error().code, ErrorCode::NotFound);
        write(target(), QByteArray("notes\n").repeated(100));
        QCOMPARE(backupFacts(target()).error().code, ErrorCode::Corrupt);
        QCOMPARE(writeBackup(target(), folder() + u"/other.db"_s).error().code, ErrorCode::Corrupt);
        QCOMPARE(files(), QStringList{u"copy.db"_s});
    }

    void aTornCopyIsRefused()
    {
        QVERIFY(writeBackup(source(), target()));
        const QByteArray whole = bytesOf(target());
        for (const qsizetype size : {whole.size() / 2, whole.size() - 4096, qsizetype(4096), qsizetype(50)}) {
            write(target(), whole.left(size));
            QCOMPARE(backupFacts(target()).error().code, ErrorCode::Corrupt);
        }
    }

    void aPlaceThatCannotBeWrittenIsSaidSo()
    {
        write(m_dir->filePath(u"file"_s), "a file where a folder is wanted");
        const auto facts = writeBackup(source(), m_dir->filePath(u"file/below/copy.db"_s));
        QVERIFY(!facts);
        QCOMPARE(facts.error().code, ErrorCode::Io);
    }

    void twoOfOneSecondHaveTwoNames()
    {
        const BackupName name{.atMs = 1'795'165'200'000, .reason = BackupReason::Close};
        const QString first = freeBackupPath(folder(), name);
        QVERIFY(writeBackup(source(), first));
        const QString second = freeBackupPath(folder(), name);
        QVERIFY(first != second);
        QCOMPARE(parsedBackupName(QFileInfo(second).fileName())->number, 2);
    }

    void replacingTakesEveryRowAndTheSearchFollows()
    {
        const Store store(*m_database);
        QVERIFY(m_database->executeScript(
            "INSERT INTO question_index (rowid, title) VALUES (1, 'cookie'), (2, 'session')"));
        QCOMPARE(rowsFound("cookie"), 1);
        QVERIFY(writeBackup(source(), target()));
        QVERIFY(m_database->executeScript("DELETE FROM question_index; DELETE FROM reviews"));
        addAnswers(*m_database, 60, 70);
        QCOMPARE(rowsFound("cookie"), 0);
        {
            auto copy = Database::open(target());
            QVERIFY(copy);
            QVERIFY(replaceContents(**copy, *m_database));
        }
        QCOMPARE(*store.reviews.count(), 40);
        QCOMPARE(rowsFound("cookie"), 1);
        addAnswers(*m_database, 60, 61); // and it is written on as before
        QCOMPARE(backupFacts(source())->answers, 42);
        QCOMPARE(bytesOf(source()).at(18), char(2));
    }

    void aReplacingThatFailsChangesNothing()
    {
        addBulk(*m_database, 3);
        QVERIFY(writeBackup(source(), target()));
        QVERIFY(m_database->executeScript("DELETE FROM settings; VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"));
        addAnswers(*m_database, 41, 45);
        m_database.reset();
        {
            const FailingDisk disk("flaskcards.db-wal", 200, SQLITE_FULL);
            auto live = Database::open(source());
            auto copy = Database::open(target());
            QVERIFY(live && copy);
            const auto done = replaceContents(**copy, **live);
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::NoSpace);
            QCOMPARE(*Store(**live).reviews.count(), 45);
        }
        QCOMPARE(backupFacts(source())->answers, 45);
    }

    // scenario 36: what acts by itself is not let in.
    void foreignTriggersAndViewsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("trigger") << QByteArray(
            "CREATE TRIGGER evil AFTER INSERT ON reviews BEGIN DELETE FROM cards; END");
        QTest::newRow("changed trigger")
            << QByteArray("DROP TRIGGER reviews_are_never_changed; CREATE TRIGGER reviews_are_never_changed "
                          "BEFORE UPDATE ON reviews BEGIN DELETE FROM cards; END");
        QTest::newRow("view") << QByteArray("CREATE VIEW evil AS SELECT * FROM reviews");
    }
    void foreignTriggersAndViewsAreRefused()
    {
        QFETCH(QByteArray, sql);
        QVERIFY(writeBackup(source(), target()));
        auto copy = Database::open(target());
        QVERIFY(copy && (*copy)->executeScript(sql));
        const auto done = replaceContents(**copy, *m_database);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::Corrupt);
    }

private:
    QString source() const { return m_dir->filePath(u"flaskcards.db"_s); }
    QString folder() const { return m_dir->filePath(u"backups"_s); }
    QString target() const { return folder() + u"/copy.db"_s; }
    QStringList files() const
    {
        return QDir(folder()).entryList(QDir::Files | QDir::Hidden | QDir::System, QDir::Name);
    }
    int rowsFound(const char *word) const
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(m_database->handle(), "SELECT rowid FROM question_index WHERE question_index = ?",
                           -1, &statement, nullptr);
        sqlite3_bind_text(statement, 1, word, -1, SQLITE_STATIC);
        int rows = 0;
        while (sqlite3_step(statement) == SQLITE_ROW)
            ++rows;
        sqlite3_finalize(statement);
        return rows;
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(BackupTest)
#include "tst_backup.moc"
