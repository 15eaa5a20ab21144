// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/dice.h"

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QMap>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

#include <sqlite3.h>

namespace flaskcards::test {

// What SQLite asks of the disk and what can go wrong with it.
enum class DiskCall { Open, Create, Read, Write, Truncate, Sync, Delete, ShmMap, ShmLock };

// The trouble a disk is in: which of its calls fail.
enum class Trouble {
    Full,      // no more bytes: the half of a write is still written
    Broken,    // no call that changes anything works
    Unreadable // no byte can be read
};

bool fails(Trouble trouble, DiskCall call);

// What a machine finds on its disk when the power comes back, by file name.
struct SurvivingFiles {
    QMap<QString, QByteArray> files;

    void writeInto(const QString &folder) const;
};

// The file system that every SQLite connection of this process uses while it lives: SQLite's own, with calls
// counted, made to fail, and remembered for a power cut. Nothing is really synced, which keeps tests quick.
// It sees what SQLite does; what the program does by QFile (renaming a new file, removing an old copy) it
// sees only as the result in the folder. For one thread; all connections must be closed before it ends.
class FaultVfs
{
public:
    FaultVfs();
    ~FaultVfs();
    Q_DISABLE_COPY_MOVE(FaultVfs)

    // Forgets the calls so far.
    void startCounting() { m_calls.clear(); }
    const QList<DiskCall> &calls() const { return m_calls; }

    // From now on call number `at` (from 0) fails, or the first failing kind after it; `lasting`: and all
    // later ones of the kind.
    void breakAt(int at, Trouble trouble, bool lasting);
    void heal() { m_trouble.reset(); }
    int failed() const { return m_failed; } // calls that were made to fail since breakAt

    // Remembers from now on what of this folder's files is synced. What lies there already counts as synced.
    void watch(const QString &folder);
    // Called before each sync and delete in the watched folder, when the most is unsynced.
    std::function<void()> beforeSync;
    // What would be left after a power cut now. Synced bytes are there; of the others none, some writes,
    // single sectors or all. Files made, renamed or deleted since their folder was synced: either way.
    SurvivingFiles cut(Dice &dice);
    // The worst: nothing but what was synced.
    SurvivingFiles cutToSynced() const;

private:
    friend struct FaultCalls;

    struct Change {
        qint64 offset = 0;
        QByteArray bytes; // written there
        bool truncates = false;
    };
    struct Inode {
        QByteArray synced;
        QList<Change> unsynced;

        QByteArray now() const;
        QByteArray torn(Dice &dice) const;
    };
    using InodePtr = std::shared_ptr<Inode>;
    using Entries = QMap<QString, InodePtr>; // by file name
    struct Armed {
        int at;
        Trouble trouble;
        bool lasting;
        bool done = false;
    };

    bool breaks(DiskCall call); // counts it
    bool isWatched(const char *path) const;
    InodePtr opened(const char *path, bool isNew);
    void removed(const char *path);
    Entries entriesNow();
    void folderSynced() { m_syncedEntries = entriesNow(); }
    static void apply(QByteArray &bytes, const Change &change);
    static void applySectors(QByteArray &bytes, const Change &change, Dice &dice);

    sqlite3_vfs m_vfs;
    sqlite3_vfs *m_base;
    QList<DiskCall> m_calls;
    std::optional<Armed> m_trouble;
    int m_failed = 0;
    QString m_folder;
    QHash<quint64, InodePtr> m_inodes; // by number
    Entries m_syncedEntries;
};

} // namespace flaskcards::test
