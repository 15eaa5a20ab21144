// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>

class QAction;
class QObject;

namespace flaskcards {

// Everything a key does outside of text fields. One table holds words and keys; actions, tool tips and the
// sheet of keys are made from it.
enum class Command {
    Today,
    Study,
    Browse,
    Progress,
    Interview,
    Settings,
    Keys,
    Search,
    Undo,
    Redo,
    History,
    NewQuestion,
    Larger,
    Smaller,
    NormalSize,
    Quit,
    Reveal,
    Again,
    Hard,
    Good,
    Easy,
    Choose,
    Tick,
    FollowUp,
    Why,
    Skip,
    Bury,
    Suspend,
    Flag,
    ReallyAsked,
    TakeBack,
    EditCard,
    EndSitting,
    StudyThese,
    FlagRows,
    SuspendRows,
    EditRow,
    TagRows,
    ResetRows,
    DeleteRows,
    AskedRow,
    SavePath,
    MockNext,
    MockSure,
    MockUnsure,
    MockPoint,
    MockBack,
    MockLeave,
    SaveText,
    BankText,
    CloseEditor,
};

struct CommandInfo {
    Command command;
    const char *group; // translated as "Commands"
    const char *text;
    QList<QKeySequence> keys; // empty where `shownKeys` tells of keys that are handled one by one
    const char *shownKeys = nullptr;
};

const QList<CommandInfo> &commandTable();
const CommandInfo &commandInfo(Command command);
QString commandGroup(const CommandInfo &info);
QString commandText(const CommandInfo &info);
QString commandKeys(const CommandInfo &info); // "Ctrl+Z, U"

// An action with the text and keys of the table, owned by `parent`.
QAction *makeAction(Command command, QObject *parent);

} // namespace flaskcards
