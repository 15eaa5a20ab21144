// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingspage.h"

#include <QKeySequence>

class QKeySequenceEdit;

namespace flaskcards {

struct CommandInfo;
enum class Command;

// Which key does what. A key that means two things at the same place is not taken.
class KeysPage : public SettingsPage
{
    Q_OBJECT

public:
    KeysPage(const Theme &theme, QWidget *parent);

    void fill(const Preferences &preferences) override;
    std::optional<FieldProblem> read(Preferences &into) override;

private:
    struct Row {
        const CommandInfo *info; // of defaultCommands()
        QKeySequenceEdit *field;
        QKeySequence key; // in force before anything is changed here
        bool isOwn;
    };

    void addCommand(const CommandInfo &info);
    void setDefaults();
    QString otherMeaning(const Row &row) const; // of its key; empty: none

    QList<Row> m_rows;
};

} // namespace flaskcards
