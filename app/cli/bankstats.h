// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace flaskcards {

class Terminal;

// What the built-in bank holds. Result: the exit status.
int printBankStats(bool json, Terminal &terminal);

} // namespace flaskcards
