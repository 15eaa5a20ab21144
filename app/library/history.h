// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"
#include "storage/changeset.h"

namespace flaskcards {

// What a person did and can take back or do again. For the library's door; both work in an open transaction.

// Runs the operation and writes its step of the history.
Result<Changes> performed(Store &store, const Operation &operation, qint64 nowMs);

// Takes the last step back, or does again what was last taken back; with the id of a step in `until`, all up
// to and with that one. What was changed since by something that undo does not know (another copy that was
// merged in) stays; a card's state follows its log in any case. NotFound if there is no such step.
Result<Stepped> stepped(Store &store, Direction direction, qint64 until, qint64 nowMs);

} // namespace flaskcards
