// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace flaskcards {

// What could be read of a damaged file.
struct Salvaged {
    int answers = 0;
    int answersKnown = 0; // how many there were, as far as what is left of the file tells: at least that many
    int moves = 0;
    int cards = 0;
    int questions = 0;
};

// Copies every row that is readable out of a damaged file, with what its write-ahead log has committed, into
// a new file of the same schema version; for any thread. The damaged file is only read, page by page and past
// SQLite: a page is believed if all of it is in order, wherever the pages are that should lead to it. So the
// rows on sound pages are all saved, and no others. The search index, the history and what belongs together
// are not looked after here. Errors: TooNew, NotFound, Io, NoSpace; Corrupt: not a single row.
Result<Salvaged> salvageRows(const QString &damaged, const QString &target);

} // namespace flaskcards
