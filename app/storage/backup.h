// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/backupname.h"
#include "core/result.h"

#include <functional>

namespace flaskcards {

class Database;

// What a file of this program holds.
struct BackupFacts {
    int schemaVersion = 0;
    int questions = 0;
    int cards = 0;
    int answers = 0;
    int moves = 0;
    qint64 newestAnswerMs = 0; // 0: none
    qint64 bytes = 0;          // of the file

    // The same rows; the sizes may differ.
    bool holdsTheSameAs(const BackupFacts &other) const;
};

// Reads all of the file, for reading only: it verifies, or this is an error (Corrupt, TooNew, NotFound, Io).
Result<BackupFacts> backupFacts(const QString &path);

// Copies the database file `source`, open or not, as it is at this moment, through a connection of its own;
// for any thread. `target` is there only when the copy has been read again, holds the same rows and is on the
// disk: until then it has another name in the same folder, which is made if need be. Errors: Corrupt (the
// source is damaged), NoSpace, Io, NotFound, TooNew; NotFound also when `goOn` says no. Nothing is left then.
Result<BackupFacts> writeBackup(const QString &source, const QString &target,
                                const std::function<bool()> &goOn = {});

// As writeBackup, but takes a damaged file as it is: to look at later, never to be taken for a backup.
Result<void> copyDamaged(const QString &source, const QString &target);

// Where a new backup of that name goes: its number is above all others of the same second.
QString freeBackupPath(const QString &folder, BackupName name);

// Makes `into` what `from` is, all or nothing. Both have the newest schema. Corrupt: `from` has triggers or
// views that are not this program's.
Result<void> replaceContents(Database &from, Database &into);

} // namespace flaskcards
