// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/indexcheck.h"

#include "storage/database.h"

#include <sqlite3.h>

namespace flaskcards {

namespace {

bool finds(sqlite3 *connection)
{
    return sqlite3_exec(connection, "INSERT INTO question_index (question_index) VALUES ('integrity-check')",
                        nullptr, nullptr, nullptr) == SQLITE_OK;
}

} // namespace

Result<bool> isFullTextIndexSound(const Database &database)
{
    if (sqlite3_txn_state(database.handle(), "main") == SQLITE_TXN_WRITE)
        return finds(database.handle()); // what is being written cannot be copied
    sqlite3 *raw = nullptr;
    int code = sqlite3_open_v2(":memory:", &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> memory(raw, &sqlite3_close);
    sqlite3_backup *copy =
        code == SQLITE_OK ? sqlite3_backup_init(raw, "main", database.handle(), "main") : nullptr;
    if (!copy)
        return Error{errorCodeOf(sqlite3_extended_errcode(raw)), database.path()};
    sqlite3_backup_step(copy, -1);
    code = sqlite3_backup_finish(copy);
    if (code != SQLITE_OK)
        return Error{errorCodeOf(code), database.path()};
    return finds(raw);
}

} // namespace flaskcards
