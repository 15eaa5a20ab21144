// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/outlookrun.h"

#include <QtConcurrentRun>

namespace flaskcards {

namespace {

constexpr int pauseMs = 300;

}

OutlookRun::OutlookRun(const Library &library, QObject *parent) : QObject(parent), m_library(library)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &OutlookRun::start);
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &OutlookRun::take);
}

OutlookRun::~OutlookRun()
{
    cancel();
    m_watcher.disconnect();
    m_watcher.waitForFinished();
}

void OutlookRun::request(int days)
{
    cancel();
    m_days = days;
    m_pause.start();
}

void OutlookRun::cancel()
{
    m_pause.stop();
    m_running = false;
    if (m_cancelled)
        *m_cancelled = true;
}

void OutlookRun::start()
{
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_running = true;
    const auto goOn = [cancelled = m_cancelled] {
        return !*cancelled;
    };
    m_watcher.setFuture(
        QtConcurrent::run([path = m_library.store().database.path(), preferences = m_library.preferences(),
                           now = m_library.now(), days = m_days,
                           goOn] { return readOutlook(path, preferences, now, days, goOn); }));
}

void OutlookRun::take()
{
    if (!m_running)
        return;
    m_running = false;
    const auto result = m_watcher.result();
    if (result)
        emit finished(*result);
    else
        emit failed(result.error());
}

} // namespace flaskcards
