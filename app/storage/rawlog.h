// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logrow.h"
#include "core/result.h"

namespace flaskcards {

class Database;

// The log row by row, for looking after it and not for studying: ReviewLog does that.

Result<LogRows> readLogRows(Database &database);

// Puts a new row in the place of the one with that id: rows of the log are never changed.
Result<void> replaceRow(Database &database, const AnswerRow &row);
Result<void> replaceRow(Database &database, const MoveRow &row);

} // namespace flaskcards
