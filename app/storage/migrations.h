// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace flaskcards {

class Database;

// The schema version this program writes: the number of migrations/NNN_name.sql.
int newestSchemaVersion();

// The scripts of the migrations, the first one first.
QList<QByteArray> migrationScripts();

// Result: the file's schema version. TooNew if it is from a later program.
Result<int> schemaVersion(Database &database);

// Runs every migration the file has not had, each in one transaction with its version number.
Result<void> migrate(Database &database);

} // namespace flaskcards
