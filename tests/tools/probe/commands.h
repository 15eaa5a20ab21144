// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace flaskcards::probe {

// The commands of the probe; each takes the arguments behind its name and gives the exit status. To add one:
// a file of its own, a line here, a row in main.cpp.
int runMemory(const QStringList &arguments);
int runRules(const QStringList &arguments);
int runReplay(const QStringList &arguments);
int runFit(const QStringList &arguments);
int runScore(const QStringList &arguments);
int runSpeed(const QStringList &arguments);

} // namespace flaskcards::probe
