// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace flaskcards {

class Database;

// Whether the full-text index finds what its own texts say. It is asked in a copy in memory: SQLite puts the
// question as a write, and a check must not need the right to write.
Result<bool> isFullTextIndexSound(const Database &database);

} // namespace flaskcards
