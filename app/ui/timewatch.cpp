// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timewatch.h"

#include "core/scheduling/studyday.h"
#include "library/library.h"

#include <QEvent>
#include <QTimer>

#include <algorithm>

namespace flaskcards {

TimeWatch::TimeWatch(Library &library, QObject *window)
    : QObject(window), m_library(library), m_timer(new QTimer(this))
{
    setObjectName(QStringLiteral("timeWatch"));
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &TimeWatch::look);
    window->installEventFilter(this);
    wait();
}

void TimeWatch::setLongestWaitMs(int ms)
{
    m_longestWaitMs = ms;
    wait();
}

bool TimeWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowActivate)
        look();
    return QObject::eventFilter(watched, event);
}

void TimeWatch::look()
{
    m_library.noticeDay();
    emit looked();
    wait();
}

void TimeWatch::wait()
{
    const Moment now = m_library.now();
    const qint64 untilRolloverMs = nextRolloverMs(now) - now.atMs;
    m_timer->start(int(std::clamp<qint64>(untilRolloverMs, 1, m_longestWaitMs)));
}

} // namespace flaskcards
