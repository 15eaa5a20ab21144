// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace flaskcards {

// Why a backup was made.
enum class BackupReason {
    Auto,          // while studying
    Close,         // at the end
    ByHand,        // asked for
    BeforeUpgrade, // of the file to a newer schema
    BeforeRestore,
    BeforeImport,
    BeforeRepair,
    BeforeMerge,
};

// The name of a backup's file says when and why: flaskcards-20261121T150612Z-close.db, with -2, -3 … for
// further ones in the same second.
struct BackupName {
    qint64 atMs = 0; // whole seconds
    BackupReason reason = BackupReason::Auto;
    int number = 1;

    bool operator==(const BackupName &) const = default;
};

QString backupFileName(const BackupName &name);

// "before-restore"
QString backupReasonWord(BackupReason reason);

// Nothing for any other file's name.
std::optional<BackupName> parsedBackupName(const QString &fileName);

} // namespace flaskcards
