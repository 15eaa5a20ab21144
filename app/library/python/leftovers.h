// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace flaskcards {

// Ends the processes that were started with their temporary folder in `folder`, whoever their parent is now.
// Only where /proc tells of processes.
void endProcessesIn(const QString &folder);

} // namespace flaskcards
