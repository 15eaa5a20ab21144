// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace flaskcards {

class Backups;
class Checking;
class Fitting;
class Library;
class Sync;

// What the program does by itself beside the person's work.
class Background : public QObject
{
    Q_OBJECT

public:
    // The library must outlive it.
    explicit Background(Library &library, QObject *parent = nullptr);

    Fitting &fitting() const { return *m_fitting; }
    Backups &backups() const { return *m_backups; }
    Checking &checking() const { return *m_checking; }
    Sync &sync() const { return *m_sync; }

private:
    Fitting *m_fitting;
    Backups *m_backups;
    Checking *m_checking;
    Sync *m_sync;
};

} // namespace flaskcards
