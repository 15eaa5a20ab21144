// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/backups.h"
#include "library/sync.h"
#include "ui/settings/settingspage.h"

#include <QFutureWatcher>

namespace flaskcards {

class Button;
class Notice;

// One person's cards on several machines: a shared folder, and a copy merged by hand. What is done here is
// done at once, not when the settings are saved.
class MachinesPage : public SettingsPage
{
    Q_OBJECT

public:
    MachinesPage(Library &library, Sync &sync, Backups &backups, const Theme &theme, QWidget *parent);

    void fill(const Preferences &) override {}
    std::optional<FieldProblem> read(Preferences &) override { return {}; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addFolder();
    void addCopy();
    QWidget *rowOf(const QList<Button *> &buttons);
    Button *newButton(const QString &text, const QString &objectName);
    void showState();
    void chooseFolder();
    void takeFolder(const QString &folder);
    void chooseCopy();
    void readCopy(const QString &path);
    void mergeRead();
    void tell(const QString &what, const QString &more);
    void tellFailure(const Error &error);

    using Read = Result<std::shared_ptr<MergeSource>>;

    Library &m_library;
    Sync &m_sync;
    Backups &m_backups;
    QFutureWatcher<Read> m_reader;
    Label *m_folder = nullptr;
    Label *m_machines = nullptr;
    Label *m_problem = nullptr;
    Button *m_look = nullptr;
    Button *m_stop = nullptr;
    Button *m_copyFolder = nullptr;
    Button *m_copyFile = nullptr;
    Notice *m_done = nullptr;
};

} // namespace flaskcards
