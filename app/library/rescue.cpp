// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/rescue.h"

#include <QFile>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

QString salvagedPath(const LibraryPlace &place)
{
    return place.dataDir + u"/flaskcards-salvaged.db"_s;
}

RescueOffers offersFor(const LibraryPlace &place, const Clock &clock)
{
    RescueOffers offers{newestBackup(place.dataDir), std::nullopt};
    QFile::remove(salvagedPath(place)); // of a run that was killed
    if (auto salvaged = salvageFile(databasePath(place.dataDir), salvagedPath(place), place.bankDir, clock))
        offers.salvaged = *salvaged;
    return offers;
}

} // namespace

std::optional<GoodBackup> newestBackup(const QString &dataDir)
{
    for (Backup &backup : allBackups(dataDir)) {
        if (const auto facts = readFacts(backup, dataDir))
            return GoodBackup{backup.path, backup.name.atMs, *facts};
    }
    return std::nullopt;
}

bool RescueOffers::isBackupBetter() const
{
    return backup && (!salvaged || backup->facts.answers >= salvaged->answers);
}

Rescue::Rescue(const LibraryPlace &place, const Clock &clock, QObject *parent)
    : QObject(parent), m_place(place), m_clock(clock)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, [this] {
        m_offers = m_watcher.result();
        emit found();
    });
}

Rescue::~Rescue()
{
    m_watcher.disconnect();
    m_watcher.waitForFinished();
    QFile::remove(salvagedPath(m_place));
}

void Rescue::start()
{
    m_watcher.setFuture(
        QtConcurrent::run([place = m_place, &clock = m_clock] { return offersFor(place, clock); }));
}

Result<QString> Rescue::restoreBackup()
{
    if (!m_offers.backup)
        return Error{ErrorCode::NotFound, backupsFolder(m_place.dataDir)};
    return putInPlace(m_place.dataDir, m_offers.backup->path, m_clock);
}

Result<QString> Rescue::takeSalvaged()
{
    if (!m_offers.salvaged)
        return Error{ErrorCode::NotFound, salvagedPath(m_place)};
    return putInPlace(m_place.dataDir, m_offers.salvaged->path, m_clock);
}

} // namespace flaskcards
