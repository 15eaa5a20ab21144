// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/merge.h"

#include <QDateTime>
#include <QFileSystemWatcher>
#include <QFutureWatcher>
#include <QTimer>

namespace flaskcards {

// A copy that another machine has put into the shared folder.
struct SharedCopy {
    QString path;
    QString machine; // its name, for a person
    QDateTime written;
    QString fingerprint; // another one when the file is another one
};

// Keeps one person's data on several machines the same through a folder that some other program carries
// between them: each machine writes its own file there and merges those of the others. Reading, checking and
// writing run in the pool; only the merge itself in the library's thread.
class Sync : public QObject
{
    Q_OBJECT

public:
    static constexpr int everyMs = 60'000;          // a look into the folder
    static constexpr int writeAfterMs = 5 * 60'000; // at most so often

    // The library must outlive it.
    explicit Sync(Library &library, QObject *parent = nullptr);
    ~Sync() override; // waits for what runs

    QString folder() const; // empty: none
    // Invalid: it is no folder, or the one the program's own data are in. Empty: no more.
    Result<void> setFolder(const QString &folder);

    // Merges what is new there, then writes what is new here; unless it runs.
    void start();
    // The same here and now: for the end of the program and the terminal.
    Result<MergeReport> run();

    bool isRunning() const { return m_watcher.isRunning(); }
    QList<SharedCopy> others() const;
    QString ownFile() const;
    const std::optional<Error> &problem() const { return m_problem; } // of the last time

signals:
    void finished();                                    // folder(), others() and problem() may be others now
    void merged(const flaskcards::MergeReport &report); // something new came in

private:
    struct Found {
        SharedCopy copy;
        std::shared_ptr<MergeSource> source;
    };
    struct Reading {
        QList<Found> found;
        std::optional<Error> error;
    };
    static Reading read(const QList<SharedCopy> &copies);
    bool mayRun() const;
    QList<SharedCopy> unseen() const;
    MergeReport take(const Reading &reading);
    void takeReading();
    bool isWriteDue() const;
    void write();
    void settle(const Result<void> &written);
    void watch();

    Library &m_library;
    QFutureWatcher<Reading> m_watcher;
    QFutureWatcher<Result<void>> m_writer;
    QFileSystemWatcher m_files;
    QTimer m_timer;
    bool m_changed = false; // here, since our file was written
    qint64 m_writtenMs = 0;
    std::optional<Error> m_problem;
};

} // namespace flaskcards
