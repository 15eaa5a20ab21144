// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqlfunctions.h"

#include "storage/database.h"

#include <QCryptographicHash>
#include <QtEndian>

#include <sqlite3.h>

namespace flaskcards {

namespace {

void editTimeFunction(sqlite3_context *context, int, sqlite3_value **)
{
    const auto *time = static_cast<const std::optional<qint64> *>(sqlite3_user_data(context));
    if (*time)
        sqlite3_result_int64(context, **time);
    else
        sqlite3_result_null(context);
}

void stableHashFunction(sqlite3_context *context, int, sqlite3_value **arguments)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(arguments[0]));
    const QByteArrayView bytes(text, sqlite3_value_bytes(arguments[0]));
    const QByteArray hash = QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256);
    sqlite3_result_int64(context, qFromBigEndian<qint64>(hash.constData()) & 0x7fff'ffff'ffff'ffff);
}

} // namespace

Result<void> registerFunctions(sqlite3 *connection, const std::optional<qint64> *editTime)
{
    // Innocuous: only such functions may be called by triggers.
    int rc = sqlite3_create_function(connection, "edit_time", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS,
                                     const_cast<std::optional<qint64> *>(editTime), editTimeFunction, nullptr,
                                     nullptr);
    if (rc == SQLITE_OK)
        rc = sqlite3_create_function(connection, "stable_hash", 1,
                                     SQLITE_UTF8 | SQLITE_INNOCUOUS | SQLITE_DETERMINISTIC, nullptr,
                                     stableHashFunction, nullptr, nullptr);
    if (rc != SQLITE_OK)
        return Error{errorCodeOf(rc), QStringLiteral("functions of the store")};
    return {};
}

} // namespace flaskcards
