// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QStringList>

namespace flaskcards {

class Database;

// Whether SQLite can trust its own file.
struct Integrity {
    QStringList pages;   // damage of the file itself, in SQLite's words
    QStringList indexes; // indexes that differ from their tables
    bool twins = false;  // rows that should be unique are not: then no index can be made anew

    bool isSound() const { return pages.isEmpty() && indexes.isEmpty(); }
};

// Reads all of the file. A value that breaks a CHECK is no damage of the file: `flaskcards check` names it.
Result<Integrity> readIntegrity(Database &database);

// As readIntegrity, but not the contents of indexes, and only whether the file can be used: else Corrupt.
Result<void> refuseDamage(Database &database);

// The tables whose rows name rows that are not there, each as often as it does.
Result<QStringList> brokenLinks(Database &database);

} // namespace flaskcards
