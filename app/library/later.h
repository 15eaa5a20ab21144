// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

#include <QHash>

namespace flaskcards {

constexpr qint64 laterMs = 2 * 60 * 60 * 1000; // how long a skipped question stays away

// Lets a question wait until then; it is not a change of data and no step to take back. Returns when it
// comes.
qint64 putOff(Library &library, QuestionId question);

// Questions that wait now, with the moment in ms at which each comes again.
QHash<QuestionId, qint64> putOffQuestions(const Library &library);

} // namespace flaskcards
