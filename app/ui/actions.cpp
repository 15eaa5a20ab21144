// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/actions.h"

#include <QAction>
#include <QCoreApplication>
#include <QMetaEnum>
#include <QPointer>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr const char *anywhere = QT_TRANSLATE_NOOP("Commands", "Anywhere");
constexpr const char *sitting = QT_TRANSLATE_NOOP("Commands", "Studying");
constexpr const char *browsing = QT_TRANSLATE_NOOP("Commands", "Browsing");
constexpr const char *mocking = QT_TRANSLATE_NOOP("Commands", "Mock interview");
constexpr const char *writing = QT_TRANSLATE_NOOP("Commands", "Writing a question");

QList<QKeySequence> keys(std::initializer_list<const char *> texts)
{
    QList<QKeySequence> sequences;
    for (const char *text : texts)
        sequences.append(QKeySequence(QString::fromLatin1(text)));
    return sequences;
}

QList<CommandInfo> makeTable()
{
    return {
        {Command::Today, anywhere, QT_TRANSLATE_NOOP("Commands", "Today"), keys({"Alt+1"})},
        {Command::Study, anywhere, QT_TRANSLATE_NOOP("Commands", "Study"), keys({"Alt+2"})},
        {Command::Browse, anywhere, QT_TRANSLATE_NOOP("Commands", "Browse"), keys({"Alt+3"})},
        {Command::Progress, anywhere, QT_TRANSLATE_NOOP("Commands", "Progress"), keys({"Alt+4"})},
        {Command::Interview, anywhere, QT_TRANSLATE_NOOP("Commands", "Interview"), keys({"Alt+5"})},
        {Command::Search, anywhere, QT_TRANSLATE_NOOP("Commands", "Search"), keys({"Ctrl+F"})},
        {Command::Undo, anywhere, QT_TRANSLATE_NOOP("Commands", "Undo the last step"), keys({"Ctrl+Z"})},
        {Command::Redo, anywhere, QT_TRANSLATE_NOOP("Commands", "Do it again after all"),
         keys({"Ctrl+Shift+Z", "Ctrl+Y"})},
        {Command::History, anywhere, QT_TRANSLATE_NOOP("Commands", "History: go back to any step"),
         keys({"Ctrl+H"})},
        {Command::NewQuestion, anywhere, QT_TRANSLATE_NOOP("Commands", "New question"), keys({"Ctrl+N"})},
        {Command::Settings, anywhere, QT_TRANSLATE_NOOP("Commands", "Settings"), keys({"Ctrl+,"})},
        {Command::Larger, anywhere, QT_TRANSLATE_NOOP("Commands", "Larger text"), keys({"Ctrl++", "Ctrl+="})},
        {Command::Smaller, anywhere, QT_TRANSLATE_NOOP("Commands", "Smaller text"), keys({"Ctrl+-"})},
        {Command::NormalSize, anywhere, QT_TRANSLATE_NOOP("Commands", "Normal text size"), keys({"Ctrl+0"})},
        {Command::Keys, anywhere, QT_TRANSLATE_NOOP("Commands", "All keys"), keys({"F1", "?"})},
        {Command::Quit, anywhere, QT_TRANSLATE_NOOP("Commands", "Quit"), keys({"Ctrl+Q"})},

        {Command::Reveal, sitting, QT_TRANSLATE_NOOP("Commands", "Show the answer"),
         keys({"Space", "Return", "Enter"})},
        {Command::Sure, sitting, QT_TRANSLATE_NOOP("Commands", "Sure of it: show the answer, if asked for"),
         keys({"Y"})},
        {Command::Unsure, sitting, QT_TRANSLATE_NOOP("Commands", "Unsure: show the answer, if asked for"),
         keys({"N"})},
        {Command::Again, sitting, QT_TRANSLATE_NOOP("Commands", "Again: not recalled"), keys({"1"})},
        {Command::Hard, sitting, QT_TRANSLATE_NOOP("Commands", "Hard: recalled with effort"), keys({"2"})},
        {Command::Good, sitting, QT_TRANSLATE_NOOP("Commands", "Good: recalled (Space after the answer)"),
         keys({"3"})},
        {Command::Easy, sitting, QT_TRANSLATE_NOOP("Commands", "Easy: recalled at once"), keys({"4"})},
        {Command::Choose, sitting, QT_TRANSLATE_NOOP("Commands", "Choose an option"), {}, "A, B, C, D, E"},
        {Command::Tick,
         sitting,
         QT_TRANSLATE_NOOP("Commands", "Tick a key point you said"),
         {},
         "Ctrl+1 … Ctrl+6"},
        {Command::WriteCode, sitting,
         QT_TRANSLATE_NOOP("Commands", "Write the code asked for; Esc leaves it"), keys({"W"})},
        {Command::RunCode,
         sitting,
         QT_TRANSLATE_NOOP("Commands", "Run what is written, or stop it"),
         {},
         "Ctrl+Return"},
        {Command::ChooseLine,
         sitting,
         QT_TRANSLATE_NOOP("Commands", "Bug hunt: choose the faulty line"),
         {},
         "↑, ↓"},
        {Command::TenMinutes,
         sitting,
         QT_TRANSLATE_NOOP("Commands", "Design: start or stop the ten minutes"),
         {},
         "C"},
        {Command::PlayVoice, sitting,
         QT_TRANSLATE_NOOP("Commands", "Play what was recorded of your answer, or stop"), keys({"P"})},
        {Command::KeepVoice, sitting, QT_TRANSLATE_NOOP("Commands", "Keep the recording of your answer"),
         keys({"K"})},
        {Command::FollowUp, sitting, QT_TRANSLATE_NOOP("Commands", "Ask a follow-up question next"),
         keys({"F"})},
        {Command::Why, sitting, QT_TRANSLATE_NOOP("Commands", "Why this card, why today"), keys({"I"})},
        {Command::Skip, sitting, QT_TRANSLATE_NOOP("Commands", "Skip until later today (2 hours)"),
         keys({"S"})},
        {Command::Bury, sitting, QT_TRANSLATE_NOOP("Commands", "Bury until tomorrow"), keys({"-"})},
        {Command::Suspend, sitting, QT_TRANSLATE_NOOP("Commands", "Suspend"), keys({"@"})},
        {Command::Flag, sitting, QT_TRANSLATE_NOOP("Commands", "Flag"), keys({"!"})},
        {Command::ReallyAsked, sitting, QT_TRANSLATE_NOOP("Commands", "I was really asked this …"),
         keys({"*"})},
        {Command::TakeBack, sitting, QT_TRANSLATE_NOOP("Commands", "Undo the last step"), keys({"U"})},
        {Command::EditCard, sitting, QT_TRANSLATE_NOOP("Commands", "Edit the question"), keys({"E"})},
        {Command::EndSitting, sitting, QT_TRANSLATE_NOOP("Commands", "End the sitting"), keys({"Esc"})},

        {Command::StudyThese, browsing, QT_TRANSLATE_NOOP("Commands", "Study these questions"),
         keys({"Ctrl+Return"})},
        {Command::CramThese, browsing,
         QT_TRANSLATE_NOOP("Commands", "Cram these questions; nothing is rescheduled"),
         keys({"Ctrl+Shift+Return"})},
        {Command::FlagRows,
         browsing,
         QT_TRANSLATE_NOOP("Commands", "Flag red … purple"),
         {},
         "Ctrl+1 … Ctrl+7"},
        {Command::SuspendRows, browsing, QT_TRANSLATE_NOOP("Commands", "Suspend or bring back"),
         keys({"Ctrl+J"})},
        {Command::EditRow, browsing, QT_TRANSLATE_NOOP("Commands", "Edit the question"), keys({"E"})},
        {Command::AskedRow, browsing, QT_TRANSLATE_NOOP("Commands", "I was really asked this…"), keys({"*"})},
        {Command::SavePath, browsing, QT_TRANSLATE_NOOP("Commands", "Save as path…"), keys({"Ctrl+Shift+P"})},
        {Command::TagRows, browsing, QT_TRANSLATE_NOOP("Commands", "Tags…"), keys({"T"})},
        {Command::ResetRows, browsing, QT_TRANSLATE_NOOP("Commands", "Make new again"), keys({"Ctrl+R"})},
        {Command::DeleteRows, browsing, QT_TRANSLATE_NOOP("Commands", "Delete own questions"), keys({"Del"})},

        {Command::MockNext, mocking, QT_TRANSLATE_NOOP("Commands", "Next question"),
         keys({"Space", "Return", "Enter"})},
        {Command::MockSure, mocking, QT_TRANSLATE_NOOP("Commands", "Sure of the answer"), keys({"S"})},
        {Command::MockUnsure, mocking, QT_TRANSLATE_NOOP("Commands", "Unsure of the answer"), keys({"U"})},
        {Command::MockPoint,
         mocking,
         QT_TRANSLATE_NOOP("Commands", "Choose an option; in the review tick a key point"),
         {},
         "A … F"},
        {Command::MockWrite, mocking,
         QT_TRANSLATE_NOOP("Commands", "Write the code asked for; Esc leaves it"), keys({"W"})},
        {Command::MockLine,
         mocking,
         QT_TRANSLATE_NOOP("Commands", "Bug hunt: choose the faulty line"),
         {},
         "↑, ↓"},
        {Command::MockBack, mocking, QT_TRANSLATE_NOOP("Commands", "Back to the question before"),
         keys({"Backspace"})},
        {Command::MockLeave, mocking, QT_TRANSLATE_NOOP("Commands", "Leave the mock interview"),
         keys({"Esc"})},

        {Command::SaveText, writing, QT_TRANSLATE_NOOP("Commands", "Save"),
         keys({"Ctrl+S", "Ctrl+Return", "Ctrl+Enter"})},
        {Command::BankText, writing, QT_TRANSLATE_NOOP("Commands", "Take the bank’s text"), keys({"Ctrl+B"})},
        {Command::CloseEditor, writing,
         QT_TRANSLATE_NOOP("Commands", "Close; asks if something is not saved"), keys({"Esc"})},
    };
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Commands", text);
}

QList<CommandInfo> &tableInForce()
{
    static QList<CommandInfo> table = makeTable();
    return table;
}

QHash<QAction *, Command> &actionsThere()
{
    static QHash<QAction *, Command> actions;
    return actions;
}

void giveKeys(QAction &action, const CommandInfo &info)
{
    action.setShortcuts(info.keys);
    action.setToolTip(withKeys(action.text(), info.command));
}

struct Follower {
    QPointer<QObject> context;
    std::function<void()> show;
};

QList<Follower> &followers()
{
    static QList<Follower> all;
    return all;
}

std::optional<QKeySequence> ownKey(const CommandInfo &info, const QHash<QString, QString> &keys)
{
    const QKeySequence own(keys.value(commandName(info.command)), QKeySequence::PortableText);
    if (info.keys.isEmpty() || own.count() != 1 || own[0].key() == Qt::Key_unknown)
        return {};
    return own;
}

} // namespace

const QList<CommandInfo> &defaultCommands()
{
    static const QList<CommandInfo> table = makeTable();
    return table;
}

const QList<CommandInfo> &commandTable()
{
    return tableInForce();
}

QString commandName(Command command)
{
    return QString::fromLatin1(QMetaEnum::fromType<Command>().valueToKey(int(command)));
}

void takeOwnKeys(const QHash<QString, QString> &keys)
{
    tableInForce() = commandsWith(keys);
    for (const auto &[action, command] : actionsThere().asKeyValueRange())
        giveKeys(*action, commandInfo(command));
    followers().removeIf([](const Follower &follower) { return !follower.context; });
    const QList<Follower> all = followers();
    for (const Follower &follower : all) {
        if (follower.context)
            follower.show();
    }
}

QList<CommandInfo> commandsWith(const QHash<QString, QString> &keys)
{
    QList<CommandInfo> table = makeTable();
    QList<CommandInfo> own;
    for (CommandInfo &info : table) {
        if (const auto key = ownKey(info, keys)) {
            info.keys = {*key};
            own.append(info);
        }
    }
    for (CommandInfo &info : table) {
        if (ownKey(info, keys))
            continue;
        info.keys.removeIf([&](const QKeySequence &key) {
            return std::any_of(own.cbegin(), own.cend(), [&](const CommandInfo &other) {
                return other.keys.contains(key) && canMeet(info, other);
            });
        });
    }
    return table;
}

bool canMeet(const CommandInfo &a, const CommandInfo &b)
{
    return a.group == b.group || a.group == anywhere || b.group == anywhere;
}

void followKeys(QObject *context, const std::function<void()> &show)
{
    followers().append({context, show});
    show();
}

QList<QKeySequence> fixedKeys(Command command)
{
    const auto numbered = [](int first, int last) {
        QList<QKeySequence> keys;
        for (int number = first; number <= last; ++number)
            keys.append(QKeySequence(Qt::CTRL | Qt::Key(Qt::Key_0 + number)));
        return keys;
    };
    switch (command) {
    case Command::Choose:
        return keys({"A", "B", "C", "D"});
    case Command::MockPoint:
        return keys({"A", "B", "C", "D", "E", "F"});
    case Command::Tick:
        return numbered(1, 6);
    case Command::FlagRows:
        return numbered(0, 7);
    default:
        return {};
    }
}

const CommandInfo &commandInfo(Command command)
{
    const QList<CommandInfo> &table = commandTable();
    const auto info = std::find_if(table.cbegin(), table.cend(), [&](const CommandInfo &candidate) {
        return candidate.command == command;
    });
    Q_ASSERT(info != table.cend());
    return *info;
}

QString commandGroup(const CommandInfo &info)
{
    return translated(info.group);
}

QString commandText(const CommandInfo &info)
{
    return translated(info.text);
}

QString commandKeys(const CommandInfo &info)
{
    if (info.shownKeys)
        return QString::fromUtf8(info.shownKeys);
    return QKeySequence::listToString(info.keys, QKeySequence::NativeText).replace(u"; "_s, u", "_s);
}

QString firstKey(Command command)
{
    const QList<QKeySequence> &keys = commandInfo(command).keys;
    return keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
}

QString withKeys(const QString &text, Command command)
{
    const QString keys = commandKeys(commandInfo(command));
    return keys.isEmpty() ? text : u"%1 (%2)"_s.arg(text, keys);
}

QAction *makeAction(Command command, QObject *parent)
{
    const CommandInfo &info = commandInfo(command);
    auto *action = new QAction(commandText(info), parent);
    giveKeys(*action, info);
    actionsThere().insert(action, command);
    QObject::connect(action, &QObject::destroyed, [action] { actionsThere().remove(action); });
    // A key held down must not run through the history, nor be its own second yes.
    action->setAutoRepeat(command != Command::Undo && command != Command::Redo);
    return action;
}

} // namespace flaskcards
