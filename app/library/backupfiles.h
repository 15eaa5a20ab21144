// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/backup.h"

#include <QList>

#include <memory>
#include <optional>

namespace flaskcards {

class Clock;
class Database;

// The backups as files: for this no store needs to be open. Any thread.

QString databasePath(const QString &dataDir);
QString backupsFolder(const QString &dataDir);

// A further folder that the person chose on this machine; empty: none. Kept in a file beside the backups: it
// must be known when the store cannot be opened, and neither undo nor restoring may change it.
QString secondBackupsFolder(const QString &dataDir);
Result<void> setSecondBackupsFolder(const QString &dataDir, const QString &folder);

// A backup, in one folder or both.
struct Backup {
    BackupName name;
    QString path; // that of the program's folder, if it is there
    bool isHere = false;
    bool isInSecond = false;
};

// Of both folders, newest first, by their names alone.
QList<Backup> allBackups(const QString &dataDir);

// What the backup holds, from the first of its copies that verifies; `path` is then that one's.
Result<BackupFacts> readFacts(Backup &backup, const QString &dataDir);

// The path of the newest backup that verifies. NotFound: there is none.
Result<QString> newestGoodBackup(const QString &dataDir);

struct MadeBackup {
    QString path;
    std::optional<Error> second = {}; // why it is not in the second folder too; NotFound: that is not there
};

// Writes a backup of the store of `dataDir` into both folders and thins them. Errors: as writeBackup; then
// no older one is gone.
Result<MadeBackup> makeBackup(const QString &dataDir, BackupReason reason, const Clock &clock,
                              const std::function<bool()> &goOn = {});

// A copy of a backup of any version, brought to the newest schema and checked, that goes away again.
class PreparedBackup
{
public:
    static Result<std::unique_ptr<PreparedBackup>> prepare(const QString &dataDir, const QString &backup,
                                                           const Clock &clock);
    ~PreparedBackup();
    Q_DISABLE_COPY_MOVE(PreparedBackup)

    Database &database() { return *m_database; }

private:
    PreparedBackup() = default;

    QString m_folder;
    std::unique_ptr<Database> m_database;
};

// Copies a damaged store that is in use aside, as it is. Result: the copy's path.
Result<QString> keepDamagedStore(const QString &dataDir, const Clock &clock);

// Puts a backup in the place of a store that cannot be opened; nobody may have that open. The damaged file is
// moved aside, with its log. Result: its new path; empty if there was none. Killed at any moment, the damaged
// file or the backup is in the place, never nothing.
Result<QString> putInPlace(const QString &dataDir, const QString &backup, const Clock &clock);

} // namespace flaskcards
