// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/faultvfs.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace flaskcards::test {

namespace {

constexpr qint64 sectorSize = 512;

quint64 inodeNumber(const QString &path) // 0: no such file
{
    struct stat found = {};
    return ::stat(QFile::encodeName(path).constData(), &found) == 0 ? quint64(found.st_ino) : 0;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isSharedMemory(const QString &name)
{
    return name.endsWith("-shm"_L1);
}

} // namespace

bool fails(Trouble trouble, DiskCall call)
{
    switch (call) {
    case DiskCall::Read:
        return trouble == Trouble::Unreadable;
    case DiskCall::Create:
    case DiskCall::Write:
    case DiskCall::Sync:
    case DiskCall::ShmMap:
        return trouble != Trouble::Unreadable;
    case DiskCall::Open:
    case DiskCall::Truncate:
    case DiskCall::Delete:
    case DiskCall::ShmLock:
        return trouble == Trouble::Broken;
    }
    return false;
}

void SurvivingFiles::writeInto(const QString &folder) const
{
    QDir().mkpath(folder);
    for (const auto &[name, bytes] : files.asKeyValueRange()) {
        QFile file(folder + u'/' + name);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }
}

// The calls as SQLite makes them; each file of ours is followed by SQLite's own.
struct FaultCalls {
    struct File {
        sqlite3_file base;
        FaultVfs *vfs;
        FaultVfs::InodePtr *inode; // null: not watched
        bool syncsFolder;          // with its first sync, as SQLite does for a new log or journal
    };

    static File *of(sqlite3_file *file) { return reinterpret_cast<File *>(file); }
    static sqlite3_file *real(sqlite3_file *file) { return reinterpret_cast<sqlite3_file *>(of(file) + 1); }
    static FaultVfs *of(sqlite3_vfs *vfs) { return static_cast<FaultVfs *>(vfs->pAppData); }
    static sqlite3_vfs *real(sqlite3_vfs *vfs) { return of(vfs)->m_base; }

    static int open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags, int *outFlags)
    {
        FaultVfs *faults = of(vfs);
        file->pMethods = nullptr;
        const bool isNew = name && (flags & SQLITE_OPEN_CREATE) && inodeNumber(QFile::decodeName(name)) == 0;
        if (faults->breaks(isNew ? DiskCall::Create : DiskCall::Open))
            return SQLITE_CANTOPEN;
        const int rc = real(vfs)->xOpen(real(vfs), name, real(file), flags, outFlags);
        if (rc != SQLITE_OK)
            return rc;
        const bool watched = name && faults->isWatched(name);
        const int logs = SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL;
        of(file)->vfs = faults;
        of(file)->inode = watched ? new FaultVfs::InodePtr(faults->opened(name, isNew)) : nullptr;
        of(file)->syncsFolder = (flags & SQLITE_OPEN_CREATE) && (flags & logs);
        file->pMethods = methods();
        return SQLITE_OK;
    }

    static int remove(sqlite3_vfs *vfs, const char *name, int syncFolder)
    {
        FaultVfs *faults = of(vfs);
        if (faults->breaks(DiskCall::Delete))
            return SQLITE_IOERR_DELETE;
        const bool watched = faults->isWatched(name);
        if (watched && faults->beforeSync)
            faults->beforeSync();
        if (watched)
            faults->removed(name);
        const int rc = real(vfs)->xDelete(real(vfs), name, 0);
        if (watched && syncFolder)
            faults->folderSynced();
        return rc;
    }

    static int close(sqlite3_file *file)
    {
        delete of(file)->inode;
        return real(file)->pMethods->xClose(real(file));
    }

    static int read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset)
    {
        if (of(file)->vfs->breaks(DiskCall::Read))
            return SQLITE_IOERR_READ;
        return real(file)->pMethods->xRead(real(file), bytes, count, offset);
    }

    static int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
    {
        const bool broken = of(file)->vfs->breaks(DiskCall::Write);
        const int written = broken ? count / 2 : count;
        if (of(file)->inode)
            (*of(file)->inode)->unsynced.append({offset, {static_cast<const char *>(bytes), written}});
        const int rc = real(file)->pMethods->xWrite(real(file), bytes, written, offset);
        if (!broken)
            return rc;
        return of(file)->vfs->m_trouble->trouble == Trouble::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
    }

    static int truncate(sqlite3_file *file, sqlite3_int64 size)
    {
        if (of(file)->vfs->breaks(DiskCall::Truncate))
            return SQLITE_IOERR_TRUNCATE;
        if (of(file)->inode)
            (*of(file)->inode)->unsynced.append({size, {}, true});
        return real(file)->pMethods->xTruncate(real(file), size);
    }

    static int sync(sqlite3_file *file, int)
    {
        FaultVfs *faults = of(file)->vfs;
        if (faults->breaks(DiskCall::Sync))
            return SQLITE_IOERR_FSYNC;
        if (!of(file)->inode)
            return SQLITE_OK;
        if (faults->beforeSync)
            faults->beforeSync();
        FaultVfs::Inode &inode = **of(file)->inode;
        inode.synced = inode.now();
        inode.unsynced.clear();
        if (std::exchange(of(file)->syncsFolder, false))
            faults->folderSynced();
        return SQLITE_OK;
    }

    static int shmMap(sqlite3_file *file, int page, int size, int extend, void volatile **out)
    {
        if (of(file)->vfs->breaks(DiskCall::ShmMap))
            return of(file)->vfs->m_trouble->trouble == Trouble::Full ? SQLITE_IOERR_SHMSIZE
                                                                      : SQLITE_IOERR_SHMMAP;
        return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
    }

    static int shmLock(sqlite3_file *file, int offset, int count, int flags)
    {
        if ((flags & SQLITE_SHM_LOCK) && of(file)->vfs->breaks(DiskCall::ShmLock))
            return SQLITE_IOERR_SHMLOCK;
        return real(file)->pMethods->xShmLock(real(file), offset, count, flags);
    }

    // Version 2: no memory-mapped reading and writing past us.
    static const sqlite3_io_methods *methods()
    {
        static const sqlite3_io_methods table{
            .iVersion = 2,
            .xClose = close,
            .xRead = read,
            .xWrite = write,
            .xTruncate = truncate,
            .xSync = sync,
            .xFileSize =
                [](sqlite3_file *file, sqlite3_int64 *size) {
                    return real(file)->pMethods->xFileSize(real(file), size);
                },
            .xLock = [](sqlite3_file *file,
                        int lock) { return real(file)->pMethods->xLock(real(file), lock); },
            .xUnlock = [](sqlite3_file *file,
                          int lock) { return real(file)->pMethods->xUnlock(real(file), lock); },
            .xCheckReservedLock =
                [](sqlite3_file *file, int *out) {
                    return real(file)->pMethods->xCheckReservedLock(real(file), out);
                },
            .xFileControl =
                [](sqlite3_file *file, int what, void *argument) {
                    return real(file)->pMethods->xFileControl(real(file), what, argument);
                },
            .xSectorSize = [](sqlite3_file *file) { return real(file)->pMethods->xSectorSize(real(file)); },
            .xDeviceCharacteristics =
                [](sqlite3_file *file) { return real(file)->pMethods->xDeviceCharacteristics(real(file)); },
            .xShmMap = shmMap,
            .xShmLock = shmLock,
            .xShmBarrier = [](sqlite3_file *file) { real(file)->pMethods->xShmBarrier(real(file)); },
            .xShmUnmap = [](sqlite3_file *file,
                            int remove) { return real(file)->pMethods->xShmUnmap(real(file), remove); },
            .xFetch = nullptr,
            .xUnfetch = nullptr,
        };
        return &table;
    }
};

FaultVfs::FaultVfs() : m_vfs(*sqlite3_vfs_find(nullptr)), m_base(sqlite3_vfs_find(nullptr))
{
    m_vfs.szOsFile = int(sizeof(FaultCalls::File)) + m_base->szOsFile;
    m_vfs.pNext = nullptr;
    m_vfs.zName = "faults";
    m_vfs.pAppData = this;
    m_vfs.xOpen = FaultCalls::open;
    m_vfs.xDelete = FaultCalls::remove;
    m_vfs.xAccess = [](sqlite3_vfs *vfs, const char *name, int flags, int *out) {
        return FaultCalls::real(vfs)->xAccess(FaultCalls::real(vfs), name, flags, out);
    };
    m_vfs.xFullPathname = [](sqlite3_vfs *vfs, const char *name, int size, char *out) {
        return FaultCalls::real(vfs)->xFullPathname(FaultCalls::real(vfs), name, size, out);
    };
    m_vfs.iVersion = 2; // without the system call table
    sqlite3_vfs_register(&m_vfs, 1);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&m_vfs);
    sqlite3_vfs_register(m_base, 1);
}

void FaultVfs::breakAt(int at, Trouble trouble, bool lasting)
{
    m_calls.clear();
    m_failed = 0;
    m_trouble = Armed{at, trouble, lasting};
}

bool FaultVfs::breaks(DiskCall call)
{
    const qsizetype number = m_calls.size();
    m_calls.append(call);
    if (!m_trouble || number < m_trouble->at || !fails(m_trouble->trouble, call))
        return false;
    if (m_trouble->done && !m_trouble->lasting)
        return false;
    m_trouble->done = true;
    ++m_failed;
    return true;
}

void FaultVfs::watch(const QString &folder)
{
    m_folder = QDir(folder).absolutePath();
    m_inodes.clear();
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files))
        opened(QFile::encodeName(file.absoluteFilePath()).constData(), false);
    folderSynced();
}

bool FaultVfs::isWatched(const char *path) const
{
    return !m_folder.isEmpty() && QFileInfo(QFile::decodeName(path)).absolutePath() == m_folder;
}

// A file known by its number keeps what is unsynced of it, whatever it is called now; a number that was used
// for another file before is seen by the bytes.
FaultVfs::InodePtr FaultVfs::opened(const char *path, bool isNew)
{
    const QString name = QFile::decodeName(path);
    const quint64 number = inodeNumber(name);
    const QByteArray bytes = bytesOf(name);
    InodePtr &inode = m_inodes[number];
    if (isNew || !inode || inode->now() != bytes)
        inode = std::make_shared<Inode>(Inode{bytes, {}});
    return inode;
}

void FaultVfs::removed(const char *path)
{
    m_inodes.remove(inodeNumber(QFile::decodeName(path)));
}

FaultVfs::Entries FaultVfs::entriesNow()
{
    Entries entries;
    for (const QFileInfo &file : QDir(m_folder).entryInfoList(QDir::Files)) {
        if (isSharedMemory(file.fileName()))
            continue;
        InodePtr &inode = m_inodes[inodeNumber(file.absoluteFilePath())];
        if (!inode) // not made by SQLite
            inode = std::make_shared<Inode>(Inode{bytesOf(file.filePath()), {}});
        entries.insert(file.fileName(), inode);
    }
    return entries;
}

void FaultVfs::apply(QByteArray &bytes, const Change &change)
{
    if (change.truncates) {
        bytes.resize(change.offset);
        return;
    }
    const qsizetype end = change.offset + change.bytes.size();
    if (bytes.size() < end)
        bytes.append(QByteArray(end - bytes.size(), '\0'));
    std::copy(change.bytes.cbegin(), change.bytes.cend(), bytes.begin() + change.offset);
}

// Each sector that the change touches: written or not.
void FaultVfs::applySectors(QByteArray &bytes, const Change &change, Dice &dice)
{
    if (change.truncates && throwOf(dice, 2) == 0)
        apply(bytes, change);
    const qint64 end = change.offset + change.bytes.size();
    for (qint64 from = change.offset; from < end;) {
        const qint64 to = std::min(end, (from / sectorSize + 1) * sectorSize);
        if (throwOf(dice, 2) == 0)
            apply(bytes, {from, change.bytes.mid(from - change.offset, to - from)});
        from = to;
    }
}

QByteArray FaultVfs::Inode::now() const
{
    QByteArray bytes = synced;
    for (const Change &change : unsynced)
        apply(bytes, change);
    return bytes;
}

QByteArray FaultVfs::Inode::torn(Dice &dice) const
{
    QByteArray bytes = synced;
    enum How { All, UpToAMoment, SingleSectors, Nothing };
    const auto how = How(throwOf(dice, 4));
    const qsizetype moment = throwOf(dice, int(unsynced.size()) + 1);
    for (qsizetype i = 0; i < unsynced.size() && how != Nothing; ++i) {
        if (how == All || (how == UpToAMoment && i < moment))
            apply(bytes, unsynced.at(i));
        else if (how == SingleSectors || i == moment)
            applySectors(bytes, unsynced.at(i), dice);
    }
    return bytes;
}

SurvivingFiles FaultVfs::cut(Dice &dice)
{
    const Entries now = entriesNow();
    Entries entries;
    const int how = throwOf(dice, 3);
    const auto survive = [&](const Entries &candidates) {
        for (const auto &[name, inode] : candidates.asKeyValueRange()) {
            const bool both = now.value(name) == m_syncedEntries.value(name);
            if (both || how == (&candidates == &now ? 0 : 1) || (how == 2 && throwOf(dice, 2) == 0))
                entries.insert(name, inode);
        }
    };
    survive(m_syncedEntries);
    survive(now);
    SurvivingFiles surviving;
    for (const auto &[name, inode] : entries.asKeyValueRange())
        surviving.files.insert(name, inode->torn(dice));
    // A log's index holds nothing that must last: whatever is found there must not matter.
    if (entries.contains(u"flaskcards.db-wal"_s) && throwOf(dice, 2) == 0)
        surviving.files.insert(u"flaskcards.db-shm"_s, QByteArray(32768, char(throwOf(dice, 256))));
    return surviving;
}

SurvivingFiles FaultVfs::cutToSynced() const
{
    SurvivingFiles surviving;
    for (const auto &[name, inode] : m_syncedEntries.asKeyValueRange())
        surviving.files.insert(name, inode->synced);
    return surviving;
}

} // namespace flaskcards::test
