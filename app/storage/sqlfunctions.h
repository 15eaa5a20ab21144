// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <optional>

struct sqlite3;

namespace flaskcards {

// What the schema's own statements call:
// edit_time(): ms, or NULL while nothing is to be stamped; reads `editTime`, which must outlive the
// connection. stable_hash(text): 63 bits that are the same on every machine.
Result<void> registerFunctions(sqlite3 *connection, const std::optional<qint64> *editTime);

} // namespace flaskcards
