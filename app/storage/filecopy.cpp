// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/filecopy.h"

#include "storage/backup.h"
#include "storage/database.h"
#include "storage/durablefile.h"

#include <QFile>
#include <QFileInfo>

#include <sqlite3.h>

#include <cerrno>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int busyMs = 5000;

using Handle = std::unique_ptr<sqlite3, decltype(&sqlite3_close)>;

Handle opened(const QString &path, int flags, int &rc)
{
    sqlite3 *handle = nullptr;
    rc = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle, flags, nullptr);
    if (rc == SQLITE_OK)
        sqlite3_busy_timeout(handle, busyMs);
    return Handle(handle, &sqlite3_close);
}

// Not of a file that only cannot be looked for, as in a folder of somebody else.
bool isMissing(const QString &path)
{
    struct stat found = {};
    return ::stat(QFile::encodeName(path).constData(), &found) != 0 && errno == ENOENT;
}

// Page by page through SQLite, so that what is still in the write-ahead log comes along. A SQLite code.
int copyPages(const QString &from, const QString &to)
{
    int rc = SQLITE_OK;
    const Handle source = opened(from, SQLITE_OPEN_READONLY, rc);
    if (rc != SQLITE_OK)
        return rc;
    const Handle target = opened(to, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, rc);
    if (rc != SQLITE_OK)
        return rc;
    sqlite3_backup *backup = sqlite3_backup_init(target.get(), "main", source.get(), "main");
    if (!backup)
        return sqlite3_extended_errcode(target.get());
    sqlite3_backup_step(backup, -1);
    return sqlite3_backup_finish(backup);
}

// A file with a write-ahead log cannot be read through SQLite where the index of the log is missing and
// cannot be made; but then no program has it open, and its bytes stand still.
Result<void> copyBytes(const QString &from, const QString &to)
{
    QFile::remove(to);
    if (!QFile::copy(from, to))
        return Error{ErrorCode::Io, from};
    const QString log = u"-wal"_s;
    if (QFileInfo(from + log).size() > 0 && !QFile::copy(from + log, to + log))
        return Error{ErrorCode::Io, from + log};
    for (const QString &name : {to, to + log}) // the copy inherits that it may not be written
        QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

Result<void> verify(Database &original, const QString &path)
{
    const auto wanted =
        original.one<qint64>("reviews/count", {}, 0, [](const Row &row) { return row.int64(0); });
    if (!wanted)
        return wanted.error();
    const auto facts = backupFacts(path);
    if (!facts)
        return facts.error();
    return facts->answers == *wanted ? Result<void>() : Error{ErrorCode::Corrupt, path};
}

} // namespace

Result<void> saveCheckedCopy(Database &database, const QString &path)
{
    if (QFile::exists(path))
        return Error{ErrorCode::Invalid, path};
    const QString unfinished = path + u".new"_s;
    QFile::remove(unfinished);
    auto done = database.executeScript("VACUUM INTO '" + unfinished.toUtf8().replace('\'', "''") + '\'');
    if (done)
        done = verify(database, unfinished);
    if (done)
        done = syncFile(unfinished);
    if (done)
        done = renameDurably(unfinished, path);
    if (!done)
        QFile::remove(unfinished);
    return done;
}

Result<std::unique_ptr<PrivateCopy>> PrivateCopy::of(const QString &path)
{
    auto copy = std::make_unique<PrivateCopy>();
    if (!copy->m_dir.isValid())
        return Error{ErrorCode::Io, copy->m_dir.path()};
    if (isMissing(path))
        return copy;
    const int rc = copyPages(path, copy->path());
    if ((rc & 0xff) == SQLITE_CANTOPEN || (rc & 0xff) == SQLITE_READONLY) {
        if (auto done = copyBytes(path, copy->path()); !done)
            return done.error();
    } else if (rc != SQLITE_OK) {
        return Error{errorCodeOf(rc), path};
    }
    return copy;
}

} // namespace flaskcards
