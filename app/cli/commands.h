// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"

namespace flaskcards {

struct CommandLine;
class Terminal;

// One function a command; all return the exit status.
int runList(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runShow(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runStats(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runCheck(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runDrill(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runValidate(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runNew(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runOutlook(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runBackup(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runBackups(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runRestore(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runSalvage(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runUndo(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runRedo(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runHistory(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runMerge(const CommandLine &line, const Clock &clock, Terminal &terminal);
int runDemo(const CommandLine &line, const Clock &clock, Terminal &terminal);

} // namespace flaskcards
