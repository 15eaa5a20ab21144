// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outsidewatch.h"

#include "library/library.h"

#include <QGuiApplication>

namespace flaskcards {

namespace {

constexpr int pauseMs = 5000;

} // namespace

OutsideWatch::OutsideWatch(Library &library, QObject *parent) : QObject(parent)
{
    m_folder.addPath(library.place().dataDir);
    m_often.setInterval(pauseMs);
    connect(&m_folder, &QFileSystemWatcher::directoryChanged, &library, &Library::lookOutside);
    connect(&m_often, &QTimer::timeout, &library, &Library::lookOutside);
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, &library, &Library::lookOutside);
    m_often.start();
}

} // namespace flaskcards
