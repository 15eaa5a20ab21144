// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileSystemWatcher>
#include <QTimer>

namespace flaskcards {

class Library;

// Lets the library look outside where something may have happened there: when files come and go in the data
// folder, when the person returns to the window, and now and then, as folders of a network tell nothing.
class OutsideWatch : public QObject
{
    Q_OBJECT

public:
    // The library must outlive the watch.
    explicit OutsideWatch(Library &library, QObject *parent = nullptr);

private:
    QFileSystemWatcher m_folder;
    QTimer m_often;
};

} // namespace flaskcards
