// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "storage/backup.h"
#include "storage/integrity.h"
#include "storage/migrations.h"
#include "storage/rankfunction.h"
#include "storage/schema.h"
#include "storage/sqlfunctions.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>
#include <QtEndian>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr quint32 applicationId = 0x466c6b63; // "Flkc", in the file header at byte 68
constexpr qint64 headerSize = 100;
constexpr int busyMs = 5000; // how long to wait for another writer
// How long after a commit the file may still change by it: another program empties the log, a file server
// sets the time.
constexpr int settlingMs = 5000;
// A file up to this size is checked whole before it is used (about 2 ms a MiB); a larger one by its header,
// and in full by `flaskcards check`.
constexpr qint64 wholeCheckLimit = 8 * 1024 * 1024;

// What a file may ask of SQLite, well above what this program needs.
constexpr std::pair<int, int> limits[] = {
    {SQLITE_LIMIT_LENGTH, 256 * 1024 * 1024}, // bytes of a text, a blob or a row
    {SQLITE_LIMIT_SQL_LENGTH, 1024 * 1024},   {SQLITE_LIMIT_COLUMN, 200},
    {SQLITE_LIMIT_EXPR_DEPTH, 100},           {SQLITE_LIMIT_COMPOUND_SELECT, 20},
    {SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 1000}, {SQLITE_LIMIT_TRIGGER_DEPTH, 10},
};
// 1: on, 0: off.
constexpr std::pair<int, int> guards[] = {
    {SQLITE_DBCONFIG_DEFENSIVE, 1}, // no writing into the schema or behind the full-text index
    {SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0},
    {SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0},
    {SQLITE_DBCONFIG_ENABLE_VIEW, 0},
};

quint32 headerNumber(const QByteArray &header, int offset)
{
    return qFromBigEndian<quint32>(header.constData() + offset);
}

// What a statement's file says of it is for readers; Qt takes an apostrophe there for the start of a string and
// then sees no placeholders.
QString withoutComment(QString text)
{
    while (text.startsWith("--"_L1))
        text.remove(0, text.indexOf(u'\n') + 1);
    return text;
}

// The first bytes of a file; fewer are filled up with zeros. Read through SQLite's own file system: closing a
// database file by any other way gives up every lock that this process has on it, and a lock that is lost
// lets another program delete the write-ahead log with answers in it.
Result<QByteArray> headerOf(const QString &path)
{
    sqlite3_vfs *vfs = sqlite3_vfs_find(nullptr);
    const QByteArray name = QFile::encodeName(QFileInfo(path).absoluteFilePath());
    const auto filename = sqlite3_create_filename(name.constData(), "", "", 0, nullptr);
    const std::unique_ptr<void, decltype(&std::free)> memory(std::calloc(1, size_t(vfs->szOsFile)),
                                                             &std::free);
    auto *file = static_cast<sqlite3_file *>(memory.get());
    QByteArray header(headerSize, '\0');
    int rc = vfs->xOpen(vfs, filename, file, SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr);
    if (rc == SQLITE_OK)
        rc = file->pMethods->xRead(file, header.data(), headerSize, 0);
    if (file->pMethods)
        file->pMethods->xClose(file);
    sqlite3_free_filename(filename);
    if (rc != SQLITE_OK && rc != SQLITE_IOERR_SHORT_READ)
        return Error{ErrorCode::Io, path};
    return header;
}

// Judges an existing file by its first bytes alone, so that a foreign or newer one is never touched.
Result<void> refuseForeignFile(const QString &path)
{
    if (!QFileInfo(path).isFile()) // a pipe would keep us waiting
        return Error{ErrorCode::Corrupt, path};
    const auto read = headerOf(path);
    if (!read)
        return read.error();
    const QByteArray &header = *read;
    if (header.size() < headerSize || !header.startsWith("SQLite format 3"))
        return Error{ErrorCode::Corrupt, path};
    if (headerNumber(header, 68) != applicationId)
        return Error{ErrorCode::Corrupt, path};
    if (headerNumber(header, 60) > quint32(newestSchemaVersion()))
        return Error{ErrorCode::TooNew, path};
    return {};
}

} // namespace

ErrorCode errorCodeOf(int sqliteCode)
{
    switch (sqliteCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Busy;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorCode::Corrupt;
    case SQLITE_FULL:
        return ErrorCode::NoSpace;
    case SQLITE_READONLY:
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_NOMEM:
        return ErrorCode::Io;
    default:
        return ErrorCode::Invalid;
    }
}

Database::Database(QString path, QString connection)
    : m_path(std::move(path)),
      m_connection(std::move(connection)),
      m_editTime(std::make_unique<std::optional<qint64>>())
{
}

Database::~Database()
{
    m_statements.clear();
    QSqlDatabase::removeDatabase(m_connection);
}

namespace {

// A new file is built under another name and renamed when it is whole: no half-made file is ever found.
Result<void> createFile(const QString &path)
{
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return Error{ErrorCode::Io, QFileInfo(path).absolutePath()};
    const QString unfinished = path + u".new"_s;
    QFile::remove(unfinished);
    QFile file(unfinished);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Io, QFileInfo(path).absolutePath()};
    file.close();

    sqlite3 *handle = nullptr;
    const int opened = sqlite3_open(QFile::encodeName(unfinished).constData(), &handle);
    int rc = opened;
    if (rc == SQLITE_OK) {
        const QByteArray mark =
            "PRAGMA application_id=" + QByteArray::number(applicationId) + "; PRAGMA user_version=0; VACUUM;";
        rc = sqlite3_exec(handle, mark.constData(), nullptr, nullptr, nullptr);
    }
    sqlite3_close(handle);
    if (rc != SQLITE_OK)
        return Error{errorCodeOf(rc), unfinished};
    if (!QFile::rename(unfinished, path))
        return Error{ErrorCode::Io, path};
    return {};
}

} // namespace

Result<std::unique_ptr<Database>> Database::open(const QString &path, Access access, const Clock &clock)
{
    if (!QFile::exists(path)) {
        if (access == Access::ReadOnly)
            return Error{ErrorCode::NotFound, path};
        if (auto created = createFile(path); !created)
            return created.error();
    }
    if (auto judged = refuseForeignFile(path); !judged)
        return judged.error();

    const QString connection = QUuid::createUuid().toString();
    std::unique_ptr<Database> database(new Database(path, connection));
    if (auto connected = database->connect(access); !connected)
        return connected.error();
    if (auto judged = database->judge(); !judged)
        return judged.error();
    if (auto configured = database->configure(access); !configured)
        return configured.error();
    if (auto identified = database->identify(); !identified)
        return identified.error();
    const auto version = schemaVersion(*database);
    if (!version)
        return version.error();
    if (access == Access::ReadWrite && *version < newestSchemaVersion()) {
        if (auto kept = database->backUpBeforeMigration(*version, clock); !kept)
            return kept.error();
        if (auto migrated = migrate(*database); !migrated)
            return migrated.error();
    }
    return database;
}

Result<void> Database::connect(Access access)
{
    QSqlDatabase db = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    db.setDatabaseName(m_path);
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyMs);
    if (access == Access::ReadOnly)
        options += u";QSQLITE_OPEN_READONLY"_s;
    db.setConnectOptions(options);
    if (!db.open())
        return Error{errorCodeOf(db.lastError().nativeErrorCode().toInt()), m_path};
    const QVariant handle = db.driver()->handle();
    Q_ASSERT(qstrcmp(handle.typeName(), "sqlite3*") == 0);
    m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    // SQLite opens what may not be written for reading, and would say so at the first answer only.
    if (access == Access::ReadWrite && sqlite3_db_readonly(m_handle, "main") == 1)
        return Error{ErrorCode::Io, m_path};
    restrain();
    return {};
}

// The file may come from anywhere: it gets no say in what runs here.
void Database::restrain()
{
    for (const auto &[limit, value] : limits)
        sqlite3_limit(m_handle, limit, value);
    for (const auto &[guard, value] : guards)
        sqlite3_db_config(m_handle, guard, value, nullptr);
}

// The schema first: checking the pages already evaluates expressions that stand in it. What is in a
// write-ahead log stays there until the file is accepted.
Result<void> Database::judge()
{
    const bool hasLog = QFileInfo(m_path + u"-wal"_s).size() > 0;
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, int(hasLog), nullptr);
    const auto version = schemaVersion(*this);
    if (!version) // a schema that SQLite cannot read is an error of SQL to it
        return Error{version.error().code == ErrorCode::Invalid ? ErrorCode::Corrupt : version.error().code,
                     m_path};
    if (auto known = refuseForeignSchema(m_handle, *version, m_path); !known)
        return known;
    if (auto checked = refuseDamage(); !checked)
        return checked;
    sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, nullptr);
    return {};
}

// Before anything is written or a log is made: whoever damaged the file must find it as it was.
Result<void> Database::refuseDamage()
{
    if (QFileInfo(m_path).size() > wholeCheckLimit)
        return {};
    return flaskcards::refuseDamage(*this);
}

Result<void> Database::configure(Access access)
{
    QByteArray script = "PRAGMA foreign_keys=ON; PRAGMA cell_size_check=ON; PRAGMA synchronous=FULL;"
                        "PRAGMA secure_delete=OFF; PRAGMA temp_store=MEMORY;";
    if (access == Access::ReadWrite)
        script += "PRAGMA journal_mode=WAL;";
    if (auto done = executeScript(script); !done)
        return done;
    if (auto done = registerFunctions(handle(), m_editTime.get()); !done)
        return done;
    return registerRankFunction(handle());
}

// Beside the file that SQLite opened, which is elsewhere where the path is a link.
QString Database::logPath(const char *ending) const
{
    return QFile::decodeName(QByteArray(sqlite3_db_filename(m_handle, "main")) + ending);
}

Result<void> Database::identify()
{
    const auto version = dataVersion();
    if (!version)
        return version.error();
    m_file = fileIdentity(m_path);
    m_log = fileIdentity(logPath("-wal"));
    m_logIndex = fileIdentity(logPath("-shm"));
    m_knownVersion = *version;
    noteCommit();
    return {};
}

void Database::noteCommit()
{
    m_state = fileState(m_path);
    m_sinceCommit.start();
}

bool Database::isMoved() const
{
    int moved = 0;
    sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &moved);
    return moved != 0 || fileIdentity(m_path) != m_file;
}

// With a write-ahead log SQLite itself writes into the file only when it empties the log, right after
// somebody committed.
bool Database::isOverwritten()
{
    if (const auto version = dataVersion(); version && *version != m_knownVersion) {
        m_knownVersion = *version;
        noteCommit();
    }
    const auto state = fileState(m_path);
    if (state == m_state)
        return false;
    m_state = state;
    return m_sinceCommit.elapsed() > settlingMs;
}

bool Database::isReplaced()
{
    if (!m_replaced && (isMoved() || isOverwritten())) {
        m_replaced = true;
        // SQLite sees to a moved file itself, but would empty the log into an overwritten one.
        sqlite3_db_config(m_handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    }
    return m_replaced;
}

Result<qint64> Database::dataVersion()
{
    return one<qint64>("database/data_version", {}, 0, [](const Row &row) { return row.int64(0); });
}

void Database::emptyLog()
{
    if (QFileInfo(logPath("-wal")).size() == 0)
        return;
    sqlite3_busy_timeout(m_handle, 0);
    sqlite3_wal_checkpoint_v2(m_handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(m_handle, busyMs);
    noteCommit();
}

void Database::takeLogAway(OwnLog fate)
{
    const QString log = logPath("-wal");
    if (m_log && fileIdentity(log) == m_log) {
        if (fate == OwnLog::Remove)
            QFile::remove(log);
        else
            QFile::rename(log, log + u".mine"_s);
    }
    const QString index = logPath("-shm");
    if (m_logIndex && fileIdentity(index) == m_logIndex)
        QFile::remove(index);
}

Result<void> Database::backUpBeforeMigration(int version, const Clock &clock)
{
    if (version == 0)
        return {}; // just made: nothing to lose
    const QString folder = QFileInfo(m_path).absolutePath() + u"/backups"_s;
    const BackupName name{.atMs = clock.nowMs(), .reason = BackupReason::BeforeUpgrade};
    if (auto written = writeBackup(m_path, freeBackupPath(folder, name)); !written)
        return written.error();
    return {};
}

Result<void> Database::executeScript(const QByteArray &sql)
{
    if (sqlite3_exec(handle(), sql.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastError(QString::fromUtf8(sql.left(60)));
    return {};
}

Error Database::lastError(const QString &what) const
{
    sqlite3 *const db = handle();
    return failed(sqlite3_extended_errcode(db), QString::fromUtf8(sqlite3_errmsg(db)), what);
}

Error Database::failed(int sqliteCode, const QString &text, const QString &what) const
{
    const ErrorCode code = errorCodeOf(sqliteCode);
    const bool isOfAnIndex = sqliteCode == SQLITE_CORRUPT_VTAB || sqliteCode == SQLITE_CORRUPT_INDEX;
    if (code == ErrorCode::Corrupt && !isOfAnIndex && m_damageHandler)
        m_damageHandler();
    return {code, u"%1: %2 (%3)"_s.arg(m_path, text, what)};
}

bool Database::isCheckedWhole(const QString &path)
{
    return QFileInfo(path).size() <= wholeCheckLimit;
}

Result<QSqlQuery *> Database::prepared(const char *statement)
{
    const QByteArray key(statement);
    if (const auto known = m_statements.constFind(key); known != m_statements.cend())
        return known->get();
    QFile file(u":/sql/"_s + QString::fromLatin1(key) + u".sql"_s);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Invalid, file.fileName()};
    auto query = std::make_shared<QSqlQuery>(QSqlDatabase::database(m_connection, false));
    query->setForwardOnly(true);
    if (!query->prepare(withoutComment(QString::fromUtf8(file.readAll()))))
        return lastError(QString::fromLatin1(key));
    m_statements.insert(key, query);
    return query.get();
}

Result<QSqlQuery *> Database::execute(const char *statement, const Bindings &bindings)
{
    auto query = prepared(statement);
    if (!query)
        return query;
    for (const Binding &binding : bindings)
        (*query)->bindValue(QLatin1StringView(binding.name), binding.value);
    if (!(*query)->exec()) {
        const int code = (*query)->lastError().nativeErrorCode().toInt();
        const QString text = (*query)->lastError().databaseText();
        (*query)->finish();
        return failed(code, text, QLatin1StringView(statement));
    }
    return query;
}

Result<void> Database::forEach(const char *statement, const Bindings &bindings,
                               const std::function<void(const Row &)> &row)
{
    auto query = execute(statement, bindings);
    if (!query)
        return query.error();
    const Row current(**query);
    while ((*query)->next())
        row(current);
    const QSqlError error = (*query)->lastError();
    (*query)->finish(); // an unfinished SELECT would keep its lock
    if (error.isValid())
        return failed(error.nativeErrorCode().toInt(), error.databaseText(), QLatin1StringView(statement));
    return {};
}

Result<int> Database::run(const char *statement, const Bindings &bindings)
{
    auto query = execute(statement, bindings);
    if (!query)
        return query.error();
    (*query)->finish();
    if (sqlite3_get_autocommit(handle()))
        noteCommit();
    return sqlite3_changes(handle());
}

Result<qint64> Database::insert(const char *statement, const Bindings &bindings)
{
    auto done = run(statement, bindings);
    if (!done)
        return done.error();
    return qint64(sqlite3_last_insert_rowid(handle()));
}

Result<std::unique_ptr<Transaction>> Transaction::begin(Database &database)
{
    if (auto begun = database.executeScript("BEGIN IMMEDIATE"); !begun)
        return begun.error();
    return std::unique_ptr<Transaction>(new Transaction(database));
}

Transaction::~Transaction()
{
    // SQLite has rolled back by itself after some errors; a second ROLLBACK is then refused and harmless.
    if (m_open)
        sqlite3_exec(m_database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Transaction::commit()
{
    if (auto done = m_database.executeScript("COMMIT"); !done)
        return done;
    m_open = false;
    m_database.noteCommit();
    return {};
}

} // namespace flaskcards
