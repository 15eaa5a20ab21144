// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/checking.h"

#include "library/check.h"

#include <QDeadlineTimer>
#include <QThread>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr QLatin1StringView foundKey = "check/found"_L1;

bool isOfTheFile(const Findings &found)
{
    return std::any_of(found.cbegin(), found.cend(),
                       [](const Finding &one) { return one.kind == FindingKind::File; });
}

} // namespace

Checking::Checking(Library &library, QObject *parent) : QObject(parent), m_library(library)
{
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &Checking::take);
    connect(&m_look, &QFutureWatcherBase::finished, this, [this] {
        if (const auto looked = m_look.result(); !looked && looked.error().code == ErrorCode::Corrupt)
            m_library.noteDamage();
    });
    connect(&library, &Library::changed, this, [this] { m_isChanged = true; });
}

Checking::~Checking()
{
    if (m_cancelled)
        *m_cancelled = true;
    m_watcher.disconnect();
    m_look.disconnect();
    m_watcher.waitForFinished();
    m_look.waitForFinished();
}

void Checking::start()
{
    if (isRunning())
        return;
    m_cancelled = std::make_shared<std::atomic<bool>>(false);
    m_watcher.setFuture(QtConcurrent::run(
        [path = m_library.store().database.path(), nowMs = m_library.clock().nowMs(),
         cancelled = m_cancelled] { return findingsOf(path, nowMs, [cancelled] { return !*cancelled; }); }));
    emit started();
}

void Checking::take()
{
    const auto result = m_watcher.result();
    if (!result) {
        emit failed(result.error());
        return;
    }
    m_found = *result;
    emit finished();
    if (isOfTheFile(*m_found))
        m_library.noteDamage();
}

void Checking::lookThroughLargeFile()
{
    const QString path = m_library.store().database.path();
    if (!Database::isCheckedWhole(path))
        m_look.setFuture(QtConcurrent::run([path] { return lookThrough(path); }));
}

void Checking::finish(int limitMs)
{
    if (!m_isChanged || !Database::isCheckedWhole(m_library.store().database.path()))
        return;
    m_watcher.disconnect();
    m_watcher.waitForFinished();
    start();
    const QDeadlineTimer deadline(limitMs);
    while (!m_watcher.isFinished() && !deadline.hasExpired())
        QThread::msleep(2);
    *m_cancelled = true;
    m_watcher.waitForFinished();
    const auto result = m_watcher.result();
    m_library.setViewState(foundKey, QString::number(result ? result->size() : 0));
}

int Checking::takeRemembered()
{
    const int found = m_library.viewState(foundKey).toInt();
    if (found > 0)
        m_library.setViewState(foundKey, u"0"_s);
    return found;
}

} // namespace flaskcards
