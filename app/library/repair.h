// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/finding.h"
#include "library/library.h"

namespace flaskcards {

// Makes a backup before the repair and gives its path.
using BackUp = std::function<Result<QString>()>;

struct RepairReport {
    QString backup; // empty: nothing was to be repaired
    Findings found; // before
    Findings left;  // after: what cannot be repaired in place
    bool canBeUndone = false;

    int repaired() const { return int(found.size()) - int(left.size()); }
};

// Repairs what can be repaired, after the backup; without one nothing is done. Nothing that says something is
// thrown away: answers whose question is gone get a retired question of its name (which the bank fills in, if
// it has it), answers that cannot be as they stand are replaced by what they most likely were (repairedLog),
// and what they were stays in the undo step and in the backup.
// What a person could want back is one step of undo with the label "repair". What no rule of the store would
// let back in (indexes, links without end, ratings that there are not, texts that are none) is repaired
// before it, beside undo.
Result<RepairReport> repair(Library &library, const BackUp &backUp);

// The same for a store that nobody knows yet, in an open transaction and without any of that.
Result<void> repairStore(Store &store, const QString &bankDir, qint64 nowMs);

} // namespace flaskcards
