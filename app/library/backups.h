// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/backupfiles.h"
#include "library/library.h"

#include <QFutureWatcher>
#include <QTimer>

namespace flaskcards {

// Backs the store up by itself: half an hour after the last backup if something changed, and at the end. One
// at a time, in the background, with a connection of its own. Lives in the library's thread.
class Backups : public QObject
{
    Q_OBJECT

public:
    static constexpr qint64 everyMs = 30 * 60'000;
    static constexpr qint64 retryAfterMs = 5 * 60'000; // after a failure

    // The library must outlive it.
    explicit Backups(Library &library, QObject *parent = nullptr);
    ~Backups() override; // stops and waits

    bool isRunning() const { return m_running; }
    // Starts, unless it runs.
    void start(BackupReason reason);
    void startIfDue();

    // Here and now, after the one under way: what a risky act begins with. The new backup's path.
    Result<QString> backUpBefore(BackupReason reason);

    // At the end of the program: backs up what changed since the last backup. Waits at most `limitMs`, and
    // calls `slow` once if it takes longer than one notices. False: it was given up or failed; nothing is
    // half-made then, and the next run of the program begins with it.
    bool finish(int limitMs, const std::function<void()> &slow = {});

    // Makes the store what the backup (a file of this program, of any version) is, all or nothing, after
    // backing up the present. Result: the path of that backup; empty if the present was damaged and was put
    // aside beside the store instead.
    Result<QString> restore(const QString &path);

    QString folder() const;
    QString secondFolder() const;
    // Empty: none. Takes over the newest backup at once. Invalid: it is the program's own.
    Result<void> setSecondFolder(const QString &folder);

    qint64 lastMs() const { return m_lastMs; } // the newest backup's time; 0: none
    // Why the last attempt failed, and why the second folder has not got the last one. NotFound for the
    // second: it is not there.
    const std::optional<Error> &problem() const { return m_problem; }
    const std::optional<Error> &secondProblem() const { return m_secondProblem; }

signals:
    void started();
    void made(const QString &path);
    void failed(const flaskcards::Error &error); // once for several failures in a row
    void restored();

private:
    bool isPossible() const; // not of a store that is read only, or not the one in the place any more
    void noteChange();
    void rememberIsDue(bool due);
    void schedule(int leastMs = 0);
    bool waitFor(const QDeadlineTimer &deadline, const std::function<void()> &slow);
    void waitForRunning();
    void take();
    void settle(const Result<MadeBackup> &result);

    Library &m_library;
    QFutureWatcher<Result<MadeBackup>> m_watcher;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    QTimer m_timer;
    bool m_running = false;
    bool m_due = false; // something changed that is in no backup
    qint64 m_lastMs = 0;
    qint64 m_failedMs = 0;
    std::optional<Error> m_problem;
    std::optional<Error> m_secondProblem;
};

} // namespace flaskcards
