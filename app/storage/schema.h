// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

struct sqlite3;

namespace flaskcards {

// Corrupt if tables, indexes, triggers and views of the connection's file are not exactly those that the
// migrations up to `version` make; the context says which one differs. A trigger, a view or an expression
// that somebody else put there would run with our next statement. Reads nothing but the schema.
Result<void> refuseForeignSchema(sqlite3 *connection, int version, const QString &path);

} // namespace flaskcards
