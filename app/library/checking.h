// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/finding.h"
#include "library/library.h"

#include <QFutureWatcher>

#include <atomic>

namespace flaskcards {

// Checks the store in the background, with a connection of its own that only reads; one at a time. Lives in
// the library's thread.
class Checking : public QObject
{
    Q_OBJECT

public:
    // The library must outlive it.
    explicit Checking(Library &library, QObject *parent = nullptr);
    ~Checking() override; // stops and waits

    bool isRunning() const { return m_watcher.isRunning(); }
    void start(); // unless it runs

    // A file that is too large to be looked through when it is opened is looked through now. If it is damaged
    // the library says so.
    void lookThroughLargeFile();

    // At the end of the program: checks once more, if something was changed and the file is small, and waits
    // at most that long. What it finds is remembered for the next start.
    void finish(int limitMs);
    // How many findings the last finish() remembered; then they are forgotten.
    int takeRemembered();

    // The last result in this run of the program, if there is one.
    const std::optional<Findings> &found() const { return m_found; }

signals:
    void finished();                             // found() is new
    void failed(const flaskcards::Error &error); // it could not be read
    void started();

private:
    void take();

    Library &m_library;
    QFutureWatcher<Result<Findings>> m_watcher;
    QFutureWatcher<Result<void>> m_look;
    std::shared_ptr<std::atomic<bool>> m_cancelled;
    std::optional<Findings> m_found;
    bool m_isChanged = false;
};

} // namespace flaskcards
