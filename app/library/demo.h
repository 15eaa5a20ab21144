// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards {

struct DemoPlan {
    int days = 180;   // of studying up to now
    quint64 seed = 1; // same seed, same bank, same moment: the same answers
};

// Fills the store with the answers of a made-up learner, through the same session a person uses. The store
// must hold no answer yet (Invalid otherwise). It ends at the clock's now. Result: the number of answers.
Result<int> fillWithDemo(const LibraryPlace &place, const DemoPlan &plan, const Clock &clock);

} // namespace flaskcards
