// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/synccopy.h"

#include "storage/backup.h"
#include "storage/database.h"
#include "storage/durablefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// journal_mode=DELETE: one file with nothing beside it.
Result<void> strip(const QString &path)
{
    auto copy = Database::open(path);
    if (!copy)
        return copy.error();
    return (*copy)->executeScript("DELETE FROM undo; DELETE FROM question_index; VACUUM;"
                                  "PRAGMA journal_mode=DELETE");
}

} // namespace

Result<void> writeSyncCopy(const QString &source, const QString &target)
{
    // A stick that is not plugged in must not become a folder of the same name.
    if (const QFileInfo file(target); !file.dir().exists())
        return Error{ErrorCode::NotFound, file.path()};
    const QString unfinished = target + u".part"_s;
    QFile::remove(unfinished);
    if (auto copied = writeBackup(source, unfinished); !copied)
        return copied.error();
    auto finished = strip(unfinished);
    if (finished)
        finished = syncFile(unfinished);
    if (finished)
        finished = renameDurably(unfinished, target);
    if (!finished)
        QFile::remove(unfinished);
    return finished;
}

} // namespace flaskcards
