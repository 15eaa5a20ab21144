// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"

namespace flaskcards {

// Parts of a repair that mend questions and what hangs on them; each finds out for itself what there is to do
// and works in an open transaction.

// Texts that are none, questions that answers and cards name and that are gone, flags that there are not.
Result<void> mendTextsAndLinks(Store &store, const QString &bankDir);

Result<void> addMissingCards(Store &store);

// Brings the full-text index in step with the questions.
Result<void> mendSearch(Store &store);

} // namespace flaskcards
