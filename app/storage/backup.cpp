// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backup.h"

#include "storage/database.h"
#include "storage/durablefile.h"
#include "storage/integrity.h"
#include "storage/migrations.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSet>
#include <QUuid>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int pagesAStep = 256;
constexpr qint64 staleAfterSeconds = 3600;

// A file under a name that nobody takes for a backup; removed with all that SQLite may put beside it, unless
// it got its real name.
class UnfinishedFile
{
public:
    explicit UnfinishedFile(const QString &target)
        : m_target(target),
          m_path(u"%1.%2.part"_s.arg(target, QUuid::createUuid().toString(QUuid::Id128).left(8)))
    {
    }
    ~UnfinishedFile()
    {
        for (const QLatin1StringView end : {""_L1, "-journal"_L1, "-wal"_L1, "-shm"_L1})
            QFile::remove(m_path + end);
    }
    Q_DISABLE_COPY_MOVE(UnfinishedFile)

    const QString &path() const { return m_path; }

    Result<void> finish()
    {
        if (auto synced = syncFile(m_path); !synced)
            return synced;
        return renameDurably(m_path, m_target);
    }

    // What earlier, killed runs have left. Another run may be writing now: its file is young. Both times are
    // those of the folder's own clock.
    void removeStaleOnes() const
    {
        const QDir folder = QFileInfo(m_path).dir();
        const QDateTime now = QFileInfo(m_path).lastModified();
        for (const QFileInfo &file : folder.entryInfoList({u"flaskcards*.part*"_s}, QDir::Files)) {
            if (file.lastModified().secsTo(now) > staleAfterSeconds)
                QFile::remove(file.filePath());
        }
    }

private:
    const QString m_target;
    const QString m_path;
};

struct Closed {
    void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
};
using Handle = std::unique_ptr<sqlite3, Closed>;

Result<Handle> openForCopy(const QString &path)
{
    sqlite3 *raw = nullptr;
    const int opened = sqlite3_open_v2(QFile::encodeName(path).constData(), &raw,
                                       SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    Handle handle(raw);
    if (opened != SQLITE_OK)
        return Error{errorCodeOf(opened), QFileInfo(path).absolutePath()};
    // Nothing to roll back to, and the finished file is brought to the disk as a whole.
    const int set =
        sqlite3_exec(raw, "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF", nullptr, nullptr, nullptr);
    if (set != SQLITE_OK)
        return Error{errorCodeOf(set), QFileInfo(path).absolutePath()};
    return handle;
}

// SQLite's result code; SQLITE_INTERRUPT if `goOn` says no.
int copyPages(sqlite3 *from, sqlite3 *into, int pages, const std::function<bool()> &goOn)
{
    sqlite3_backup *copy = sqlite3_backup_init(into, "main", from, "main");
    if (!copy)
        return sqlite3_extended_errcode(into);
    int rc = SQLITE_OK;
    while (rc == SQLITE_OK)
        rc = goOn && !goOn() ? SQLITE_INTERRUPT : sqlite3_backup_step(copy, pages);
    const int finished = sqlite3_backup_finish(copy);
    return rc == SQLITE_DONE ? finished : rc;
}

Result<void> copyTo(const UnfinishedFile &file, Database &source, const std::function<bool()> &goOn)
{
    auto handle = openForCopy(file.path());
    if (!handle)
        return handle.error();
    file.removeStaleOnes();
    int rc = copyPages(source.handle(), handle->get(), pagesAStep, goOn);
    // One file with nothing beside it, that can be read from a read-only medium too.
    if (rc == SQLITE_OK)
        rc = sqlite3_exec(handle->get(), "PRAGMA journal_mode=DELETE", nullptr, nullptr, nullptr);
    if (rc == SQLITE_INTERRUPT)
        return Error{ErrorCode::NotFound, u"backup"_s};
    if (rc != SQLITE_OK)
        return Error{errorCodeOf(rc), QFileInfo(file.path()).absolutePath()};
    return {};
}

Result<int> count(Database &database, const char *statement)
{
    return database.one<int>(statement, {}, 0, [](const Row &row) { return row.integer(0); });
}

// Of files of every version: those of the first know no moves.
Result<BackupFacts> countRows(Database &database)
{
    const auto names =
        database.list<QString>("backup/tables", {}, [](const Row &row) { return row.text(0); });
    if (!names)
        return names.error();
    const QSet<QString> tables(names->cbegin(), names->cend());
    BackupFacts facts;
    const struct {
        QString table;
        const char *statement;
        int BackupFacts::*into;
    } counts[] = {{u"questions"_s, "backup/count_questions", &BackupFacts::questions},
                  {u"cards"_s, "backup/count_cards", &BackupFacts::cards},
                  {u"reviews"_s, "backup/count_answers", &BackupFacts::answers},
                  {u"moves"_s, "backup/count_moves", &BackupFacts::moves}};
    for (const auto &[table, statement, into] : counts) {
        if (!tables.contains(table) && table != "moves"_L1)
            return Error{ErrorCode::Corrupt, database.path()};
        const auto rows = tables.contains(table) ? count(database, statement) : Result<int>(0);
        if (!rows)
            return rows.error();
        facts.*into = *rows;
    }
    return facts;
}

// All that is to be known of an open file, after reading the whole of it.
Result<BackupFacts> factsOf(Database &database)
{
    if (auto sound = refuseDamage(database); !sound)
        return sound.error();
    auto facts = countRows(database);
    if (!facts)
        return facts;
    const auto version = schemaVersion(database);
    if (!version)
        return version.error();
    const auto newest =
        database.one<qint64>("backup/newest_answer", {}, 0, [](const Row &row) { return row.int64(0); });
    if (!newest)
        return newest.error();
    facts->schemaVersion = *version;
    facts->newestAnswerMs = *newest;
    facts->bytes = QFileInfo(database.path()).size();
    return facts;
}

Result<QHash<QString, QString>> triggersAndViews(Database &database)
{
    QHash<QString, QString> found;
    auto done = database.forEach("backup/triggers_and_views", {},
                                 [&](const Row &row) { found.insert(row.text(0), row.text(1)); });
    if (!done)
        return done.error();
    return found;
}

// What acts by itself must be what the program has put there.
Result<void> refuseForeignTriggers(Database &from, Database &own)
{
    const auto found = triggersAndViews(from);
    if (!found)
        return found.error();
    const auto known = triggersAndViews(own);
    if (!known)
        return known.error();
    for (const auto &[name, sql] : found->asKeyValueRange()) {
        if (known->value(name) != sql)
            return Error{ErrorCode::Corrupt, from.path()};
    }
    return {};
}

} // namespace

bool BackupFacts::holdsTheSameAs(const BackupFacts &other) const
{
    return schemaVersion == other.schemaVersion && questions == other.questions && cards == other.cards &&
           answers == other.answers && moves == other.moves && newestAnswerMs == other.newestAnswerMs;
}

Result<BackupFacts> backupFacts(const QString &path)
{
    auto database = Database::open(path, Database::Access::ReadOnly);
    if (!database)
        return database.error();
    return factsOf(**database);
}

Result<BackupFacts> writeBackup(const QString &source, const QString &target,
                                const std::function<bool()> &goOn)
{
    if (!QDir().mkpath(QFileInfo(target).absolutePath()))
        return Error{ErrorCode::Io, QFileInfo(target).absolutePath()};
    auto database = Database::open(source, Database::Access::ReadOnly);
    if (!database)
        return database.error();
    // One read transaction around counting and copying: what is written meanwhile is in neither.
    if (auto begun = (*database)->executeScript("BEGIN"); !begun)
        return begun.error();
    const auto wanted = factsOf(**database);
    if (!wanted)
        return wanted;
    UnfinishedFile file(target);
    if (auto copied = copyTo(file, **database, goOn); !copied)
        return copied.error();
    const auto facts = backupFacts(file.path());
    if (!facts)
        return Error{facts.error().code == ErrorCode::NoSpace ? ErrorCode::NoSpace : ErrorCode::Io, target};
    if (!facts->holdsTheSameAs(*wanted))
        return Error{ErrorCode::Io, target};
    if (auto finished = file.finish(); !finished)
        return finished.error();
    return facts;
}

Result<void> copyDamaged(const QString &source, const QString &target)
{
    sqlite3 *raw = nullptr;
    const int opened =
        sqlite3_open_v2(QFile::encodeName(source).constData(), &raw, SQLITE_OPEN_READONLY, nullptr);
    const Handle from(raw);
    if (opened != SQLITE_OK)
        return Error{errorCodeOf(opened), source};
    UnfinishedFile file(target);
    auto into = openForCopy(file.path());
    if (!into)
        return into.error();
    if (const int rc = copyPages(from.get(), into->get(), -1, {}); rc != SQLITE_OK)
        return Error{errorCodeOf(rc), target};
    into->reset();
    return file.finish();
}

QString freeBackupPath(const QString &folder, BackupName name)
{
    name.atMs -= name.atMs % 1000;
    for (const QString &file : QDir(folder).entryList({u"flaskcards-*.db"_s}, QDir::Files)) {
        const auto other = parsedBackupName(file);
        if (other && other->atMs == name.atMs)
            name.number = std::max(name.number, other->number + 1);
    }
    return folder + u'/' + backupFileName(name);
}

Result<void> replaceContents(Database &from, Database &into)
{
    if (auto known = refuseForeignTriggers(from, into); !known)
        return known;
    const int rc = copyPages(from.handle(), into.handle(), -1, {});
    if (rc != SQLITE_OK)
        return Error{errorCodeOf(rc), into.path()};
    return {};
}

} // namespace flaskcards
