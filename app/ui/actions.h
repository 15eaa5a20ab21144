// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QMetaType>

#include <functional>

class QAction;
class QObject;

namespace flaskcards {

Q_NAMESPACE

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
    Sure,
    Unsure,
    Again,
    Hard,
    Good,
    Easy,
    Choose,
    Tick,
    WriteCode,
    RunCode,
    ChooseLine,
    TenMinutes,
    PlayVoice,
    KeepVoice,
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
    CramThese,
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
    MockWrite,
    MockLine,
};

Q_ENUM_NS(Command) // the names stand in the settings: only add to them

struct CommandInfo {
    Command command;
    const char *group; // translated as "Commands"
    const char *text;
    QList<QKeySequence> keys; // empty where `shownKeys` tells of keys that are handled one by one
    const char *shownKeys = nullptr;
};

const QList<CommandInfo> &commandTable(); // with the keys in force
const QList<CommandInfo> &defaultCommands();
QString commandName(Command command); // "Skip", for the settings
// The person's own keys, by commandName(), in portable text; the actions there are follow. What is no key or
// names no command is left out. A command that came with a key which is a person's own for another one at the
// same place loses it, and may have none.
void takeOwnKeys(const QHash<QString, QString> &keys);
// The commands as they would be with these.
QList<CommandInfo> commandsWith(const QHash<QString, QString> &keys);
// Whether both can be asked for at the same place, so that one key cannot mean both.
bool canMeet(const CommandInfo &a, const CommandInfo &b);
// Calls `show` now and whenever the keys in force have changed, as long as `context` is there.
void followKeys(QObject *context, const std::function<void()> &show);
// Keys of a command that are always there, such as those of options and flags.
QList<QKeySequence> fixedKeys(Command command);
const CommandInfo &commandInfo(Command command);
QString commandGroup(const CommandInfo &info);
QString commandText(const CommandInfo &info);
QString commandKeys(const CommandInfo &info);           // "Ctrl+Z, U"; empty where there is none
QString firstKey(Command command);                      // "Ctrl+Z"
QString withKeys(const QString &text, Command command); // "Undo (Ctrl+Z, U)", for a tool tip

// An action with the text and keys of the table, owned by `parent`.
QAction *makeAction(Command command, QObject *parent);

} // namespace flaskcards
