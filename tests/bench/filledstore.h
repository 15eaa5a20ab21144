// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards::bench {

// The built-in bank with so many answers, given through sessions of a session's cards a day.
std::unique_ptr<Library> filledLibrary(const QString &dataDir, FixedClock &clock, int reviews);

// Brings a store that has nothing but the bank to so many questions, variants of the bank's, and so many
// answers, spread evenly over them, one a fortnight; the clock ends a year after the last of them, when every
// card is due. Not through sessions: those would take hours.
void grow(Library &library, FixedClock &clock, int questions, int reviews);

} // namespace flaskcards::bench
