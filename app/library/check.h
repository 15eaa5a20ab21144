// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/finding.h"
#include "library/library.h"

namespace flaskcards {

// Every card of the store against what replaying its reviews gives.
struct ReplayReport {
    int cards = 0;
    int reviews = 0;
    QStringList differ; // slugs or ids of cards that are not what the log says, with what differs
};

Result<ReplayReport> replayAll(const Store &store);

// All that is wrong with the store, judged at that moment; nothing is changed. Damage of the file comes
// alone: what else is read from it cannot be trusted.
Result<Findings> findings(const Store &store, qint64 nowMs);

// The same for a file, with a connection of its own that only reads; for any thread. A file that cannot be
// opened because it is damaged is a finding. `goOn` is asked now and then; NotFound if it says no.
Result<Findings> findingsOf(const QString &databasePath, qint64 nowMs,
                            const std::function<bool()> &goOn = {});

struct FileReport {
    Findings found;
    int answers = 0; // in a sound file
};

// As findingsOf, and also of a file beside which nothing can be written. It must not be open in this process.
Result<FileReport> reportOnFile(const QString &databasePath, qint64 nowMs);

// Only whether the file can be used, for large files: Corrupt if not. For any thread.
Result<void> lookThrough(const QString &databasePath);

// The sentences of findings(); without a time, times are not judged.
Result<QStringList> checkStore(const Store &store, std::optional<qint64> nowMs = std::nullopt);

} // namespace flaskcards
