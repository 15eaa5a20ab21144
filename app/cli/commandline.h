// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "library/library.h"

#include <QStringList>

#include <optional>

namespace flaskcards {

// What the person asked for on the command line.
struct CommandLine {
    QString command; // empty: the window
    QStringList arguments;
    LibraryPlace place;         // opened as the command needs it
    std::optional<QString> now; // local time as typed
    bool json = false;
    bool repair = false;      // check
    QString target;           // salvage: where to
    bool bankFigures = false; // stats: of the bank, not of the person
    int count = 0;            // 0: no limit
    int days = 180;
    quint64 seed = 1;
    bool help = false;
    bool version = false;
};

// `arguments` with the program's name first. Invalid: a wrong option or value, with a sentence.
Result<CommandLine> parseCommandLine(const QStringList &arguments);

QString helpText();

// How far the clock is to be moved so that the program takes `local` (2026-12-01T09:00) as now. Invalid.
Result<qint64> clockShiftMs(const QString &local);

// Runs a command of the terminal; the program's exit status: 0 done, 1 failed or found something, 2 misused.
int runCommand(const CommandLine &line, const Clock &clock);

} // namespace flaskcards
