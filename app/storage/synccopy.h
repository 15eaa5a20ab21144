// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

namespace flaskcards {

// As writeBackup (storage/backup), without what only this machine needs: the steps of undo and the search
// index. For any thread.
Result<void> writeSyncCopy(const QString &source, const QString &target);

} // namespace flaskcards
