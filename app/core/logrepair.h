// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logrow.h"

namespace flaskcards {

// The same rows, those with faults as they most likely were; rows without faults stay, but for their places
// in the log of a question where another one there has changed. Repaired twice is repaired once. The phase is
// not judged: the scheduler knows it.
//
// Moments. A clock that is wrong is wrong by the same amount for a while. So a run of rows with impossible
// moments, between the good ones that were written before and after it (or now), keeps the distances within
// it and ends with the second of them; where it does not fit in between, its rows stand evenly in that gap.
// Then every row is brought between the good ones of its own question, whose order is never changed.
// Offset and start of the day are those of the row written before, or else after. A duration above a day
// becomes the longest that the program notes, one below nothing nothing. A rating or interval that there is
// not becomes the nearest, as which the program has read it.
LogRows repairedLog(const LogRows &log, qint64 nowMs);

// Only what of it no table takes: rating, start of the day, chosen interval.
LogRows withPossibleFigures(const LogRows &log);

} // namespace flaskcards
