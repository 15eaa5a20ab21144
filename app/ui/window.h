// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "library/library.h"

namespace flaskcards {

// Opens the library, shows the window and runs until it is closed. If the library cannot be opened the window
// says why and what to do, and offers to try again. Result: the program's exit status.
int showWindow(const LibraryPlace &place, const Clock &clock);

} // namespace flaskcards
