// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards {

// Chooses days by what they already hold; empty if the person has switched that off. Reads the store when it
// is called; `factor` as of fuzzFactor(). The library must outlive it.
DayChooser dayChooser(const Library &library, const Scheduler &scheduler, double factor);

} // namespace flaskcards
