// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards::bench {

// A library with at least `reviews` answers of the built-in bank, given through the program's own door.
std::unique_ptr<Library> filledLibrary(const QString &dataDir, FixedClock &clock, int reviews);

} // namespace flaskcards::bench
