// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/backupfiles.h"

#include "core/backupthinning.h"
#include "core/clock.h"
#include "storage/database.h"
#include "storage/durablefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QTemporaryDir>

#include <algorithm>
#include <filesystem>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr qint64 staleAfterSeconds = 3600;

QString secondFolderFile(const QString &dataDir)
{
    return backupsFolder(dataDir) + u"/second-folder"_s;
}

QList<BackupName> namesIn(const QString &folder)
{
    QList<BackupName> names;
    for (const QString &file : QDir(folder).entryList({u"flaskcards-*.db"_s}, QDir::Files)) {
        if (const auto name = parsedBackupName(file))
            names.append(*name);
    }
    return names;
}

void thin(const QString &folder, const Clock &clock)
{
    const QList<BackupName> names = namesIn(folder);
    QList<BackupMoment> moments;
    for (const BackupName &name : names)
        moments.append({name.atMs, clock.utcOffsetSeconds(name.atMs)});
    for (const qsizetype index : surplusBackups(moments, clock.nowMs()))
        QFile::remove(folder + u'/' + backupFileName(names.at(index)));
}

Result<void> copyToSecond(const QString &path, const QString &folder, const Clock &clock,
                          const std::function<bool()> &goOn)
{
    // Not made if it is missing: that is a memory stick that is not plugged in.
    if (!QFileInfo(folder).isDir())
        return Error{ErrorCode::NotFound, folder};
    if (auto copied = writeBackup(path, folder + u'/' + QFileInfo(path).fileName(), goOn); !copied)
        return copied.error();
    thin(folder, clock);
    return {};
}

// What a killed run has left.
void removeStaleRooms(const QString &own)
{
    const QDateTime now = QFileInfo(own).lastModified();
    for (const QFileInfo &room : QFileInfo(own).dir().entryInfoList({u"restore-*"_s}, QDir::Dirs)) {
        if (room.lastModified().secsTo(now) > staleAfterSeconds)
            QDir(room.filePath()).removeRecursively();
    }
}

// A free name for a store that is damaged, beside it; not that of a backup.
QString damagedPath(const QString &dataDir, const Clock &clock)
{
    const QString time =
        QDateTime::fromMSecsSinceEpoch(clock.nowMs(), Qt::UTC).toString(u"yyyyMMdd'T'HHmmss'Z'"_s);
    QString path = dataDir + u"/flaskcards-damaged-%1.db"_s.arg(time);
    for (int number = 2; QFile::exists(path); ++number)
        path = dataDir + u"/flaskcards-damaged-%1-%2.db"_s.arg(time).arg(number);
    return path;
}

Result<void> moveAside(const QString &from, const QString &to)
{
    return QFile::exists(from) ? renameDurably(from, to) : Result<void>();
}

// The damaged file keeps its place until the new one takes it in one step: in between the program would begin
// an empty one. Where the file system has no second names it is moved.
Result<void> keepAlsoAs(const QString &path, const QString &aside)
{
    std::error_code failure;
    std::filesystem::create_hard_link(QFile::encodeName(path).toStdString(),
                                      QFile::encodeName(aside).toStdString(), failure);
    return failure ? moveAside(path, aside) : Result<void>();
}

} // namespace

QString databasePath(const QString &dataDir)
{
    return dataDir + u"/flaskcards.db"_s;
}

QString backupsFolder(const QString &dataDir)
{
    return dataDir + u"/backups"_s;
}

QString secondBackupsFolder(const QString &dataDir)
{
    QFile file(secondFolderFile(dataDir));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

Result<void> setSecondBackupsFolder(const QString &dataDir, const QString &folder)
{
    if (!folder.isEmpty() &&
        QFileInfo(folder).absoluteFilePath() == QFileInfo(backupsFolder(dataDir)).absoluteFilePath())
        return Error{ErrorCode::Invalid, folder};
    QSaveFile file(secondFolderFile(dataDir));
    if (!QDir().mkpath(backupsFolder(dataDir)) || !file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Io, file.fileName()};
    file.write(folder.toUtf8() + '\n');
    return file.commit() ? Result<void>() : Error{ErrorCode::Io, file.fileName()};
}

QList<Backup> allBackups(const QString &dataDir)
{
    QList<Backup> backups;
    const QString here = backupsFolder(dataDir);
    for (const BackupName &name : namesIn(here))
        backups.append({name, here + u'/' + backupFileName(name), true, false});
    const QString second = secondBackupsFolder(dataDir);
    for (const BackupName &name : second.isEmpty() ? QList<BackupName>() : namesIn(second)) {
        const auto known = std::find_if(backups.begin(), backups.end(),
                                        [&](const Backup &backup) { return backup.name == name; });
        if (known != backups.end())
            known->isInSecond = true;
        else
            backups.append({name, second + u'/' + backupFileName(name), false, true});
    }
    std::sort(backups.begin(), backups.end(), [](const Backup &a, const Backup &b) {
        return std::pair(a.name.atMs, a.name.number) > std::pair(b.name.atMs, b.name.number);
    });
    return backups;
}

Result<BackupFacts> readFacts(Backup &backup, const QString &dataDir)
{
    auto facts = backupFacts(backup.path);
    if (facts || !backup.isHere || !backup.isInSecond)
        return facts;
    const QString other = secondBackupsFolder(dataDir) + u'/' + backupFileName(backup.name);
    auto otherFacts = backupFacts(other);
    if (!otherFacts)
        return facts;
    backup.path = other;
    return otherFacts;
}

Result<QString> newestGoodBackup(const QString &dataDir)
{
    for (Backup &backup : allBackups(dataDir)) {
        if (readFacts(backup, dataDir))
            return backup.path;
    }
    return Error{ErrorCode::NotFound, backupsFolder(dataDir)};
}

Result<MadeBackup> makeBackup(const QString &dataDir, BackupReason reason, const Clock &clock,
                              const std::function<bool()> &goOn)
{
    const QString folder = backupsFolder(dataDir);
    MadeBackup made{freeBackupPath(folder, {.atMs = clock.nowMs(), .reason = reason})};
    if (auto written = writeBackup(databasePath(dataDir), made.path, goOn); !written)
        return written.error();
    thin(folder, clock);
    if (const QString second = secondBackupsFolder(dataDir); !second.isEmpty()) {
        if (auto copied = copyToSecond(made.path, second, clock, goOn); !copied)
            made.second = copied.error();
    }
    return made;
}

Result<std::unique_ptr<PreparedBackup>> PreparedBackup::prepare(const QString &dataDir, const QString &backup,
                                                                const Clock &clock)
{
    std::unique_ptr<PreparedBackup> prepared(new PreparedBackup);
    QDir().mkpath(backupsFolder(dataDir));
    QTemporaryDir room(backupsFolder(dataDir) + u"/restore-XXXXXX"_s);
    if (!room.isValid())
        return Error{ErrorCode::Io, backupsFolder(dataDir)};
    removeStaleRooms(room.path());
    room.setAutoRemove(false);
    prepared->m_folder = room.path();
    const QString copy = room.filePath(u"flaskcards.db"_s);
    if (auto written = writeBackup(backup, copy); !written)
        return Error{written.error().code, backup};
    auto database = Database::open(copy, Database::Access::ReadWrite, clock);
    if (!database)
        return Error{database.error().code, backup};
    prepared->m_database = *std::move(database);
    return prepared;
}

PreparedBackup::~PreparedBackup()
{
    m_database.reset();
    if (!m_folder.isEmpty())
        QDir(m_folder).removeRecursively();
}

Result<QString> keepDamagedStore(const QString &dataDir, const Clock &clock)
{
    const QString aside = damagedPath(dataDir, clock);
    if (auto kept = copyDamaged(databasePath(dataDir), aside); !kept)
        return kept.error();
    return aside;
}

Result<QString> putInPlace(const QString &dataDir, const QString &backup, const Clock &clock)
{
    const QString place = databasePath(dataDir);
    const QString ready = dataDir + u"/flaskcards-restored.db"_s;
    {
        auto prepared = PreparedBackup::prepare(dataDir, backup, clock);
        if (!prepared)
            return prepared.error();
        const QString fresh = QFileInfo((*prepared)->database().path()).path() + u"/fresh.db"_s;
        auto database = Database::open(fresh, Database::Access::ReadWrite, clock);
        if (!database)
            return database.error();
        if (auto filled = replaceContents((*prepared)->database(), **database); !filled)
            return Error{filled.error().code, backup};
        if (auto written = writeBackup(fresh, ready); !written)
            return written.error();
    }
    const QString aside = damagedPath(dataDir, clock);
    const bool wasThere = QFile::exists(place);
    if (auto kept = wasThere ? keepAlsoAs(place, aside) : Result<void>(); !kept)
        return kept.error();
    // Before the new file comes: another one's log beside it would be played into it.
    for (const QLatin1StringView end : {"-wal"_L1, "-shm"_L1}) {
        if (auto moved = moveAside(place + end, aside + end); !moved)
            return moved.error();
    }
    if (auto placed = renameDurably(ready, place); !placed)
        return placed.error();
    return wasThere ? aside : QString();
}

} // namespace flaskcards
