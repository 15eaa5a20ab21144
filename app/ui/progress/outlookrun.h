// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/outlook.h"

#include <QFutureWatcher>
#include <QTimer>

#include <atomic>

namespace flaskcards {

// Plays the coming days in the background. A later request overtakes an earlier one, whose result is never
// told.
class OutlookRun : public QObject
{
    Q_OBJECT

public:
    // The library must outlive it.
    explicit OutlookRun(const Library &library, QObject *parent = nullptr);
    ~OutlookRun() override; // cancels and waits

    bool isBusy() const { return m_pause.isActive() || m_running; }
    void request(int days); // begins after a short pause, in which more changes may come
    void cancel();

signals:
    void finished(const flaskcards::Outlook &outlook);
    void failed(const flaskcards::Error &error);

private:
    void start();
    void take();

    const Library &m_library;
    QTimer m_pause;
    QFutureWatcher<Result<Outlook>> m_watcher;
    std::shared_ptr<std::atomic<bool>> m_cancelled; // of the run that began last
    int m_days = 0;
    bool m_running = false;
};

} // namespace flaskcards
