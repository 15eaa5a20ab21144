// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/backups.h"
#include "ui/settings/settingspage.h"

class QTimer;
class QVBoxLayout;

namespace flaskcards {

class BackupList;
class Button;
class Panel;

// The backups there are, a way back to each, and a second folder for them. What is done here is done at once,
// not when the settings are saved.
class BackupsPage : public SettingsPage
{
    Q_OBJECT

public:
    BackupsPage(const Library &library, Backups &backups, const Theme &theme, QWidget *parent);

    // Below everything else.
    void addCheck(QWidget *panel);

    void fill(const Preferences &) override {}
    std::optional<FieldProblem> read(Preferences &) override { return {}; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addDone(QVBoxLayout *rows);
    void addList(QVBoxLayout *rows);
    void addQuestion(QVBoxLayout *rows);
    void addSecondFolder();
    Button *newButton(const QString &text, const QString &objectName, QWidget *parent);
    void showState();
    void showSecondFolder();
    void showList();
    void showButtons();
    void ask();
    void dismiss();
    void restoreChosen();
    void restore(const QString &path, const QString &what);
    void chooseSecondFolder();
    void takeSecondFolder(const QString &folder);

    const Library &m_library;
    Backups &m_backups;
    QString m_before; // the backup of the present that the last restore made

    Label *m_state = nullptr;
    Label *m_problem = nullptr;
    Panel *m_done = nullptr;
    Label *m_doneDetail = nullptr;
    Button *m_goBack = nullptr;
    Label *m_empty = nullptr;
    BackupList *m_list = nullptr;
    Button *m_now = nullptr;
    Button *m_restore = nullptr;
    Panel *m_question = nullptr;
    Label *m_warning = nullptr;
    Button *m_yes = nullptr;
    Label *m_folder = nullptr;
    Label *m_folderState = nullptr;
    Button *m_stop = nullptr;
    QTimer *m_minute = nullptr;
    bool m_isRead = false;
};

} // namespace flaskcards
