// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/backupfiles.h"

#include <QFutureWatcher>
#include <QListWidget>

namespace flaskcards {

class Library;
class Theme;

// A backup with what was found in it.
struct ReadBackup {
    Backup backup;
    Result<BackupFacts> facts = Error{};
};

// The backups, newest first: when and why, below it what is inside and where it lies. They are read in the
// background; the rows before stay until then.
class BackupList : public QListWidget
{
    Q_OBJECT

public:
    BackupList(const Library &library, const Theme &theme, QWidget *parent);
    ~BackupList() override;

    void readAgain();
    const ReadBackup *current() const; // null: none is chosen

    QSize sizeHint() const override;

signals:
    void read();   // the rows are new
    void wanted(); // Enter or a double click on a row

protected:
    void keyPressEvent(QKeyEvent *event) override; // Enter

private:
    void take();
    void followTheme();
    QString titleOf(const ReadBackup &row) const;
    QString detailOf(const ReadBackup &row) const;

    const Library &m_library;
    const Theme &m_theme;
    QList<ReadBackup> m_rows;
    QFutureWatcher<QList<ReadBackup>> m_watcher;
    bool m_isStale = false;
};

} // namespace flaskcards
