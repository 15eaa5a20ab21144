// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"

namespace flaskcards {

// Parts of a repair that mend the log and what follows from it; each finds out for itself what there is to do
// and works in an open transaction.

// Settings that are gone or cannot be read are replaced by those that a replay takes for them.
Result<void> mendPresets(Store &store);

// Answers with a rating, phase, interval or start of the day that there is not: the store's own rules would
// not let them in again.
Result<void> mendImpossibleAnswers(Store &store);

// Everything else that is wrong with a row of the log.
Result<void> mendLog(Store &store, qint64 nowMs);

// Puts every card that differs to what its answers make of it.
Result<void> mendCards(Store &store);

} // namespace flaskcards
