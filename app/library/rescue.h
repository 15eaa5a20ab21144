// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/backupfiles.h"
#include "library/library.h"
#include "library/salvage.h"

#include <QFutureWatcher>

namespace flaskcards {

struct GoodBackup {
    QString path;
    qint64 atMs = 0; // when it was made
    BackupFacts facts;
};

std::optional<GoodBackup> newestBackup(const QString &dataDir);

// What can be done about a store that is damaged: the newest backup that verifies, and what is readable.
struct RescueOffers {
    std::optional<GoodBackup> backup;
    std::optional<SalvageReport> salvaged; // made already, beside the store, so that its numbers are true

    // Whichever holds more answers; of two with the same number the backup, which is whole.
    bool isBackupBetter() const;
};

// Looks for offers in the background and carries out the one that a person chooses. The damaged file is never
// changed; it is moved aside when something takes its place. Nobody may have the store open.
class Rescue : public QObject
{
    Q_OBJECT

public:
    // The clock must outlive it.
    Rescue(const LibraryPlace &place, const Clock &clock, QObject *parent = nullptr);
    ~Rescue() override; // waits; what was salvaged and not taken goes away

    void start();
    const RescueOffers &offers() const { return m_offers; }

    // The new path of the damaged file.
    Result<QString> restoreBackup();
    Result<QString> takeSalvaged();

signals:
    void found(); // offers() are there

private:
    LibraryPlace m_place;
    const Clock &m_clock;
    QFutureWatcher<RescueOffers> m_watcher;
    RescueOffers m_offers;
};

} // namespace flaskcards
