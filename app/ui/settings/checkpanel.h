// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/backups.h"
#include "library/checking.h"
#include "ui/widgets/panel.h"

namespace flaskcards {

class Button;

// Checks the store on demand, says in words what it found, and repairs it after a backup.
class CheckPanel : public Panel
{
    Q_OBJECT

public:
    CheckPanel(Library &library, Backups &backups, const Theme &theme, QWidget *parent);

    bool event(QEvent *event) override; // takes the height that its texts need

private:
    void build();
    Button *newButton(const QString &text, const QString &objectName);
    void tell(const QString &title, const QString &words);
    void check();
    void showFound();
    void showFailure(const Error &error);
    void mend();

    Library &m_library;
    Backups &m_backups;
    Checking m_checking;
    Label *m_words;
    Button *m_check = nullptr;
    Button *m_repair = nullptr;
};

} // namespace flaskcards
