// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/changeset.h"
#include "storage/database.h"
#include "storage/oldstore.h"
#include "storage/sqlfunctions.h"
#include "storage/store.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace flaskcards;

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

// Somebody else's program, which keeps no rules.
void tamper(const QString &path, const QByteArray &sql)
{
    sqlite3 *other = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &other), SQLITE_OK);
    const std::optional<qint64> unstamped;
    QVERIFY(registerFunctions(other, &unstamped));
    char *message = nullptr;
    const int code = sqlite3_exec(other, sql.constData(), nullptr, nullptr, &message);
    const QByteArray said(message);
    sqlite3_free(message);
    sqlite3_close(other);
    QVERIFY2(code == SQLITE_OK, said.constData());
}

QByteArray nestedViews(int depth)
{
    QByteArray sql = "CREATE VIEW v0 AS SELECT 1 AS x;";
    for (int i = 1; i <= depth; ++i)
        sql += "CREATE VIEW v" + QByteArray::number(i) + " AS SELECT a.x FROM v" + QByteArray::number(i - 1) +
               " a, v" + QByteArray::number(i - 1) + " b;";
    return sql;
}

} // namespace

// scenario 36 and 11: a file that calls itself ours and is not.
class HostileFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        auto database = Database::open(path());
        QVERIFY(database);
        QVERIFY((*database)->executeScript(
            "INSERT INTO questions (id, slug, topic, level, kind, title, tags, asked, position, hash, source)"
            " VALUES (7,'a','routing',0,0,'A?',',',2,0,'h','s');"
            "INSERT INTO cards (question, fuzz_seed) VALUES (7,'a');"
            "INSERT INTO presets VALUES (1,'{}');"
            "INSERT INTO settings VALUES ('study/new-per-day','7');"
            "PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    void whatIsNotOursInTheSchemaIsNamedAndRefused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<QString>("named");
        QTest::newRow("trigger") << QByteArray(
                                        "CREATE TRIGGER evil AFTER INSERT ON reviews BEGIN DELETE FROM "
                                        "cards; END")
                                 << u"holds the trigger “evil”"_s;
        QTest::newRow("view") << QByteArray("CREATE VIEW due AS SELECT * FROM cards")
                              << u"holds the view “due”"_s;
        QTest::newRow("views in views") << nestedViews(200) << u"holds the view “v"_s;
        QTest::newRow("view for a table")
            << QByteArray(
                   "DROP TABLE settings; CREATE VIEW settings AS SELECT 'look/theme' AS key, 'dark' AS "
                   "value")
            << u"its view “settings”"_s;
        QTest::newRow("expression index") << QByteArray("CREATE INDEX slow ON cards (hex(zeroblob(due_day)))")
                                          << u"holds the index “slow”"_s;
        QTest::newRow("partial index") << QByteArray("CREATE INDEX part ON cards (due_day) WHERE flag > 1")
                                       << u"holds the index “part”"_s;
        QTest::newRow("full text") << QByteArray("CREATE VIRTUAL TABLE other USING fts5(text)")
                                   << u"holds the table “other"_s;
        QTest::newRow("foreign table")
            << QByteArray("CREATE TABLE notes (text)") << u"holds the table “notes”"_s;
        QTest::newRow("trigger gone") << QByteArray("DROP TRIGGER reviews_are_never_changed")
                                      << u"lacks the trigger “reviews_are_never_changed”"_s;
        QTest::newRow("trigger that does less")
            << QByteArray("DROP TRIGGER reviews_are_never_changed;"
                          "CREATE TRIGGER reviews_are_never_changed BEFORE UPDATE ON reviews BEGIN SELECT 1; "
                          "END")
            << u"its trigger “reviews_are_never_changed”"_s;
        QTest::newRow("table gone") << QByteArray("DROP TABLE undo") << u"lacks the table “undo”"_s;
        QTest::newRow("index gone") << QByteArray("DROP INDEX cards_due") << u"lacks the index “cards_due”"_s;
        QTest::newRow("search index gone")
            << QByteArray("DROP TABLE question_index") << u"lacks the table “question_index"_s;
        QTest::newRow("search index a plain table")
            << QByteArray("DROP TABLE question_index; CREATE TABLE question_index (title, answer, points, "
                          "body, code, tags)")
            << u"its table “question_index”"_s;
        QTest::newRow("any type")
            << QByteArray("DROP TABLE settings; CREATE TABLE settings (key PRIMARY KEY, value)")
            << u"its table “settings”"_s;
        QTest::newRow("a check that works hard")
            << QByteArray("DROP TABLE settings; CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT "
                          "NULL CHECK (length(hex(randomblob(9000))) > 1)) STRICT, WITHOUT ROWID")
            << u"its table “settings”"_s;
        QTest::newRow("a computed column")
            << QByteArray("ALTER TABLE cards ADD COLUMN more TEXT AS (hex(zeroblob(due_day)))")
            << u"its table “cards”"_s;
        QTest::newRow("a name that draws")
            << QByteArray("CREATE TABLE \"\x1b[31m\nok\" (x)") << u"holds the table “?[31m?ok”"_s;
        QTest::newRow("hidden among SQLite's own")
            << QByteArray("PRAGMA writable_schema=ON; INSERT INTO sqlite_schema VALUES ('trigger', "
                          "'sqlite_evil', 'reviews', 0, 'CREATE TRIGGER sqlite_evil AFTER INSERT ON reviews "
                          "BEGIN SELECT 1; END')")
            << u"holds the trigger “sqlite_evil”"_s;
        QTest::newRow("statistics that are none")
            << QByteArray("ANALYZE; PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = 'CREATE TABLE "
                          "sqlite_stat1(tbl,idx,stat CHECK(1))' WHERE name = 'sqlite_stat1'")
            << u"holds the table “sqlite_stat1”"_s;
    }
    void whatIsNotOursInTheSchemaIsNamedAndRefused()
    {
        QFETCH(QByteArray, sql);
        QFETCH(QString, named);
        tamper(path(), sql);
        expectRefusal(named);
    }

    void aSchemaThatCannotBeReadIsRefused_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("words") << QByteArray("UPDATE sqlite_schema SET sql = 'these are words' WHERE name = "
                                             "'settings'");
        QTest::newRow("a deep expression")
            << QByteArray("UPDATE sqlite_schema SET sql = 'CREATE TABLE settings (key, value CHECK (" +
                          QByteArray("(").repeated(3000) + "1" + QByteArray(")").repeated(3000) +
                          "))' WHERE name = 'settings'");
        QTest::newRow("2 MB of it") << QByteArray(
            "UPDATE sqlite_schema SET sql = 'CREATE TABLE settings (key, value /*' || hex(zeroblob(1000000)) "
            "|| '*/)' WHERE name = 'settings'");
        QTest::newRow("no place") << QByteArray("UPDATE sqlite_schema SET rootpage = 99999 WHERE name = "
                                                "'settings'");
        QTest::newRow("one place for two") << QByteArray(
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name "
            "= 'cards') WHERE name = 'undo'");
    }
    void aSchemaThatCannotBeReadIsRefused()
    {
        QFETCH(QByteArray, sql);
        tamper(path(), "PRAGMA writable_schema=ON; " + sql);
        expectRefusal({});
    }

    void anOlderFileIsJudgedByWhatItsVersionHad()
    {
        QVERIFY(QFile::remove(path()));
        test::makeOldStore(path(), 1);
        QVERIFY(Database::open(path(), Database::Access::ReadOnly));
        tamper(path(), "CREATE TRIGGER evil AFTER UPDATE ON settings BEGIN DELETE FROM cards; END");
        expectRefusal(u"holds the trigger “evil”"_s); // and no copy is made on the way
    }

    void aVersionThatDoesNotFitTheTablesIsRefused()
    {
        tamper(path(), "PRAGMA user_version=0");
        expectRefusal(u"it holds the "_s);
    }

    void readOnlyIsAsStrict()
    {
        tamper(path(), "CREATE VIEW due AS SELECT * FROM cards");
        const QByteArray before = bytesOf(path());
        auto database = Database::open(path(), Database::Access::ReadOnly);
        QVERIFY(!database);
        QCOMPARE(database.error().code, ErrorCode::Corrupt);
        QCOMPARE(bytesOf(path()), before);
    }

    void theLogOfARefusedFileStaysBesideIt()
    {
        const QString other = m_dir->filePath(u"copied.db"_s);
        {
            auto database = Database::open(path());
            QVERIFY(database);
            tamper(path(), "CREATE TRIGGER evil AFTER INSERT ON reviews BEGIN DELETE FROM cards; END");
            write(other, bytesOf(path()));
            write(other + u"-wal"_s, bytesOf(path() + u"-wal"_s));
        }
        const QByteArray file = bytesOf(other);
        const QByteArray log = bytesOf(other + u"-wal"_s);
        QVERIFY(log.size() > 1000);
        auto database = Database::open(other);
        QVERIFY(!database);
        QVERIFY2(database.error().context.contains(u"evil"), qPrintable(database.error().context));
        QCOMPARE(bytesOf(other), file);
        QCOMPARE(bytesOf(other + u"-wal"_s), log);
    }

    void theLogOfAGoodFileIsTakenOver()
    {
        const QString other = m_dir->filePath(u"copied.db"_s);
        {
            auto database = Database::open(path());
            QVERIFY(database);
            tamper(path(), "INSERT INTO settings VALUES ('a', 'b')");
            write(other, bytesOf(path()));
            write(other + u"-wal"_s, bytesOf(path() + u"-wal"_s));
        }
        {
            auto database = Database::open(other);
            QVERIFY(database);
            QCOMPARE(*SettingsTable(**database).get(u"a"_s), u"b"_s);
        }
        QVERIFY(!QFile::exists(other + u"-wal"_s));
    }

    void whatIsNoFileIsRefusedAtOnce()
    {
        QVERIFY(QFile::remove(path()));
        QCOMPARE(::mkfifo(QFile::encodeName(path()).constData(), 0600), 0);
        QCOMPARE(Database::open(path()).error().code, ErrorCode::Corrupt); // and does not wait for a writer
        QVERIFY(QFile::remove(path()));
        QVERIFY(QFile::link(u"/dev/zero"_s, path()));
        QCOMPARE(Database::open(path()).error().code, ErrorCode::Corrupt);
        QVERIFY(QFile::remove(path()));
        QVERIFY(QDir().mkpath(path()));
        QCOMPARE(Database::open(path()).error().code, ErrorCode::Corrupt);
    }

    void headersThatLieAreRefused_data()
    {
        QTest::addColumn<int>("offset");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("page size 3") << 16 << QByteArray("\x00\x03", 2);
        QTest::newRow("page size 0") << 16 << QByteArray("\x00\x00", 2);
        QTest::newRow("page size 16384 for smaller pages") << 16 << QByteArray("\x40\x00", 2);
        QTest::newRow("reserved space") << 20 << QByteArray("\xff", 1);
        QTest::newRow("payload fractions") << 21 << QByteArray("\x01\x01\x01", 3);
        QTest::newRow("schema format") << 44 << QByteArray("\x00\x00\x00\x63", 4);
        QTest::newRow("free list") << 32 << QByteArray("\x00\x00\xff\xff\x00\x00\x00\x09", 8);
    }
    void headersThatLieAreRefused()
    {
        QFETCH(int, offset);
        QFETCH(QByteArray, bytes);
        QByteArray file = bytesOf(path());
        write(path(), file.replace(offset, bytes.size(), bytes));
        expectRefusal({});
    }

    void whatOtherProgramsMayDoToAFileIsTaken_data()
    {
        QTest::addColumn<QByteArray>("sql");
        QTest::newRow("small pages") << QByteArray(
            "PRAGMA journal_mode=DELETE; PRAGMA page_size=512; VACUUM");
        QTest::newRow("large pages") << QByteArray(
            "PRAGMA journal_mode=DELETE; PRAGMA page_size=65536; VACUUM");
        QTest::newRow("analyze") << QByteArray("ANALYZE");
        QTest::newRow("tidying") << QByteArray("REINDEX; VACUUM; PRAGMA optimize");
        QTest::newRow("20 MB in a value")
            << QByteArray("INSERT INTO settings VALUES ('x', hex(zeroblob(10000000)))");
    }
    void whatOtherProgramsMayDoToAFileIsTaken()
    {
        QFETCH(QByteArray, sql);
        tamper(path(), sql);
        auto database = Database::open(path());
        QVERIFY2(database, database ? "" : qPrintable(database.error().context));
        QCOMPARE(*SettingsTable(**database).get(u"study/new-per-day"_s), u"7"_s);
    }

    void anOpenFileCannotBeMadeToRunThings()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        sqlite3 *handle = (*database)->handle();
        const auto fails = [&](const char *sql) {
            return sqlite3_exec(handle, sql, nullptr, nullptr, nullptr) != SQLITE_OK;
        };
        sqlite3_exec(handle, "PRAGMA writable_schema=ON", nullptr, nullptr, nullptr);
        QVERIFY(fails("UPDATE sqlite_schema SET sql = '' WHERE name = 'cards'"));
        QVERIFY(fails("DELETE FROM question_index_data"));
        QVERIFY(fails("SELECT load_extension('x')"));
        QVERIFY(fails("CREATE VIEW v AS SELECT 1; SELECT * FROM v"));
        QVERIFY(sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, -1) < 300'000'000);
        QVERIFY(sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, -1) <= 100);
    }

    void guardsDoNotHinderSearchAndUndo()
    {
        auto database = Database::open(path());
        QVERIFY(database);
        SearchIndex index(**database);
        auto recorder = ChangeRecorder::start(**database, Bookkeeping::Stamped);
        QVERIFY(recorder);
        QVERIFY(index.insert({7}, {.title = u"What is a blueprint?"_s}));
        QVERIFY((*database)->run("cards/set_flag", {{":question", 7}, {":flag", 3}}));
        const auto changes = (*recorder)->changeset();
        QVERIFY(changes && !changes->isEmpty());
        QCOMPARE(index.match({u"blue"_s}, 9)->size(), 1);
        QVERIFY((*database)->executeScript("INSERT INTO question_index(question_index) VALUES ('optimize')"));
        QVERIFY((*database)->executeScript("INSERT INTO question_index(question_index) VALUES ('rebuild')"));
        recorder = Error{};
        {
            auto transaction = Transaction::begin(**database);
            QVERIFY(transaction);
            QVERIFY(applyChangeset(**database, *changes, Direction::Back));
            QVERIFY((*transaction)->commit());
        }
        QCOMPARE(CardStore(**database).get({7})->flag, 0);
        QVERIFY((*database)->executeScript("VACUUM INTO '" + path().toUtf8() + ".copy'"));
        QVERIFY(Database::open(path() + u".copy"_s));
    }

private:
    QString path() const { return m_dir->filePath(u"flaskcards.db"_s); }

    // Corrupt, in words that hold `named`; the file as it was and nothing left beside it.
    void expectRefusal(const QString &named)
    {
        const QByteArray before = bytesOf(path());
        {
            auto database = Database::open(path());
            QVERIFY(!database);
            QCOMPARE(database.error().code, ErrorCode::Corrupt);
            const QString &said = database.error().context;
            QVERIFY2(said.startsWith(path()) && said.contains(named), qPrintable(said));
        }
        QCOMPARE(bytesOf(path()), before);
        QCOMPARE(QDir(m_dir->path()).entryList(QDir::Files), {u"flaskcards.db"_s});
    }

    std::unique_ptr<QTemporaryDir> m_dir;
};

QTEST_GUILESS_MAIN(HostileFileTest)
#include "tst_hostilefile.moc"
