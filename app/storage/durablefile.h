// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace flaskcards {

// Not for a database file that this process has open: closing it any other way gives up SQLite's locks.

// Everything written to the file or entered into the folder is on the disk when this returns.
Result<void> syncFile(const QString &path);
Result<void> syncFolder(const QString &path);

// In one folder. What was called `to` is gone; after a power cut it is one or the other, never half.
Result<void> renameDurably(const QString &from, const QString &to);

} // namespace flaskcards
