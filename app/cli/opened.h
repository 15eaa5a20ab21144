// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "cli/terminal.h"

#include <memory>

namespace flaskcards {

// Opens the library for a command and says what is wrong with the bank; null after saying why not.
std::unique_ptr<Library> openedLibrary(const CommandLine &line, const Clock &clock, Terminal &terminal);

// What can be done about a store that is damaged; nothing is done.
void adviseOnDamage(const LibraryPlace &place, const Clock &clock, Terminal &terminal);

// The search of a command's arguments over the bank; nothing after saying what is wrong with it.
std::optional<QList<QuestionFacts>> searched(const CommandLine &line, const Library &library,
                                             Terminal &terminal);

} // namespace flaskcards
