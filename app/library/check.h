// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards {

// Every card of the store against what replaying its reviews gives.
struct ReplayReport {
    int cards = 0;
    int reviews = 0;
    QStringList differ; // slugs or ids of cards that are not what the log says, with what differs
};

Result<ReplayReport> replayAll(const Store &store);

// Integrity of the file, links between rows, study days of reviews, search index and the replay; with the
// time also answers at times that cannot be. What is wrong, in words. Empty: nothing found.
Result<QStringList> checkStore(const Store &store, std::optional<qint64> nowMs = std::nullopt);

} // namespace flaskcards
