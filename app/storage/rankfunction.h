// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

struct sqlite3;

namespace flaskcards {

// Adds question_rank(question_index) to the connection: smaller is better, and a hit in the title outweighs
// any number of hits elsewhere. Unlike bm25 it needs no document lengths, so it stays fast for one-letter
// prefixes.
Result<void> registerRankFunction(sqlite3 *connection);

} // namespace flaskcards
