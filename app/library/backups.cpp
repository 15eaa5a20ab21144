// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/backups.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QThread>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int afterStartMs = 10'000;
constexpr int noticedMs = 300;

// Is there while something changed that is in no backup, also after a killed run. A file: what the store
// holds is the person's, and comes back with a restore.
QString dueFile(const QString &dataDir)
{
    return backupsFolder(dataDir) + u"/due"_s;
}

// Those from after now are of a clock that was wrong.
qint64 newestBackupMs(const QString &dataDir, qint64 nowMs)
{
    for (const Backup &backup : allBackups(dataDir)) {
        if (backup.name.atMs <= nowMs)
            return backup.name.atMs;
    }
    return 0;
}

} // namespace

Backups::Backups(Library &library, QObject *parent)
    : QObject(parent),
      m_library(library),
      m_due(QFile::exists(dueFile(library.place().dataDir))),
      m_lastMs(newestBackupMs(library.place().dataDir, library.clock().nowMs()))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &Backups::startIfDue);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &Backups::take);
    connect(&library, &Library::changed, this, &Backups::noteChange);
    schedule(afterStartMs);
}

Backups::~Backups()
{
    if (m_cancelled)
        *m_cancelled = true;
    m_watcher.disconnect();
    m_watcher.waitForFinished();
}

QString Backups::folder() const
{
    return backupsFolder(m_library.place().dataDir);
}

QString Backups::secondFolder() const
{
    return secondBackupsFolder(m_library.place().dataDir);
}

Result<void> Backups::setSecondFolder(const QString &folder)
{
    waitForRunning();
    if (auto set = setSecondBackupsFolder(m_library.place().dataDir, folder); !set)
        return set;
    m_secondProblem.reset();
    if (!folder.isEmpty())
        start(BackupReason::ByHand);
    return {};
}

bool Backups::isPossible() const
{
    return !m_library.isReadOnly() && !m_library.isReplaced();
}

void Backups::noteChange()
{
    if (!isPossible())
        return;
    if (!m_due)
        rememberIsDue(true);
    schedule();
}

void Backups::rememberIsDue(bool due)
{
    QFile file(dueFile(m_library.place().dataDir));
    if (!due)
        file.remove();
    else if (QDir().mkpath(folder()) && !file.exists() && !file.open(QIODevice::WriteOnly))
        qWarning("It could not be noted that a backup is due: %s", qPrintable(file.fileName()));
    m_due = due;
}

// By the library's clock; a clock that was set back must not put it off for long.
void Backups::schedule(int leastMs)
{
    if (!m_due || m_running || !isPossible())
        return;
    const qint64 now = m_library.clock().nowMs();
    const qint64 sinceLast = m_lastMs > 0 && m_lastMs <= now ? now - m_lastMs : everyMs;
    const qint64 sinceFailure = m_failedMs > 0 && m_failedMs <= now ? now - m_failedMs : retryAfterMs;
    const qint64 wait = std::max(everyMs - sinceLast, retryAfterMs - sinceFailure);
    m_timer.start(int(std::clamp<qint64>(wait, leastMs, everyMs)));
}

void Backups::startIfDue()
{
    if (!m_due || m_running || !isPossible())
        return;
    start(BackupReason::Auto);
}

void Backups::start(BackupReason reason)
{
    if (m_running)
        return;
    m_timer.stop();
    m_running = true;
    m_due = false; // what changes from here on may be in it or not
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_watcher.setFuture(QtConcurrent::run(
        [dataDir = m_library.place().dataDir, reason, &clock = m_library.clock(), cancelled = m_cancelled] {
            return makeBackup(dataDir, reason, clock, [cancelled] { return !*cancelled; });
        }));
    emit started();
}

void Backups::take()
{
    if (!m_running || !m_watcher.isFinished())
        return;
    m_running = false;
    settle(m_watcher.result());
}

void Backups::settle(const Result<MadeBackup> &result)
{
    const bool failedBefore = m_problem.has_value();
    const qint64 now = m_library.clock().nowMs();
    if (!result) {
        m_problem = result.error();
        m_failedMs = now;
        rememberIsDue(true);
    } else {
        m_problem.reset();
        m_failedMs = 0;
        m_secondProblem = result->second;
        m_lastMs = now;
        if (!m_due)
            rememberIsDue(false);
    }
    schedule();
    if (result)
        emit made(result->path);
    else if (!failedBefore)
        emit failed(result.error());
}

Result<QString> Backups::backUpBefore(BackupReason reason)
{
    waitForRunning();
    m_timer.stop();
    m_due = false;
    const auto result = makeBackup(m_library.place().dataDir, reason, m_library.clock());
    settle(result);
    if (!result)
        return result.error();
    return result->path;
}

void Backups::waitForRunning()
{
    m_watcher.waitForFinished();
    take();
}

bool Backups::waitFor(const QDeadlineTimer &deadline, const std::function<void()> &slow)
{
    QElapsedTimer since;
    since.start();
    bool told = false;
    while (m_running && !m_watcher.isFinished() && !deadline.hasExpired()) {
        QThread::msleep(2);
        if (!told && slow && since.elapsed() > noticedMs) {
            told = true;
            slow();
        }
    }
    const bool done = !m_running || m_watcher.isFinished();
    if (!done)
        *m_cancelled = true;
    waitForRunning();
    return done;
}

bool Backups::finish(int limitMs, const std::function<void()> &slow)
{
    const QDeadlineTimer deadline(limitMs);
    if (!waitFor(deadline, slow))
        return false;
    if (m_due && isPossible()) {
        start(BackupReason::Close);
        if (!waitFor(deadline, slow))
            return false;
    }
    m_timer.stop();
    return !m_problem;
}

Result<QString> Backups::restore(const QString &path)
{
    const QString &dataDir = m_library.place().dataDir;
    if (QFileInfo(path).canonicalFilePath() == QFileInfo(databasePath(dataDir)).canonicalFilePath())
        return Error{ErrorCode::Invalid, tr("This is the file that is in use; there is nothing to restore.")};
    waitForRunning();
    auto prepared = PreparedBackup::prepare(dataDir, path, m_library.clock());
    if (!prepared)
        return prepared.error();
    auto before = backUpBefore(BackupReason::BeforeRestore);
    if (!before && before.error().code == ErrorCode::Corrupt) {
        if (auto kept = keepDamagedStore(dataDir, m_library.clock()); !kept)
            return kept.error();
        before = QString();
    }
    if (!before)
        return before;
    if (auto done = m_library.replaceWith((*prepared)->database()); !done)
        return Error{done.error().code,
                     done.error().code == ErrorCode::Corrupt ? path : done.error().context};
    emit restored();
    return before;
}

} // namespace flaskcards
