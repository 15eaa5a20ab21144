// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/commands.h"
#include "cli/terminal.h"

#include <QCommandLineParser>

#include <array>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// What a command does to the store.
enum class Use { Reads, Studies, Writes };

struct Command {
    QLatin1StringView name;
    int mostArguments;
    Use use;
    int (*run)(const CommandLine &, const Clock &, Terminal &);
};

constexpr std::array commands = {
    Command{"list"_L1, 99, Use::Reads, runList},      Command{"show"_L1, 1, Use::Reads, runShow},
    Command{"stats"_L1, 0, Use::Reads, runStats},     Command{"check"_L1, 0, Use::Reads, runCheck},
    Command{"drill"_L1, 99, Use::Studies, runDrill},  Command{"validate"_L1, 9999, Use::Reads, runValidate},
    Command{"demo"_L1, 0, Use::Writes, runDemo},      Command{"new"_L1, 99, Use::Reads, runNew},
    Command{"outlook"_L1, 0, Use::Reads, runOutlook}, Command{"backup"_L1, 0, Use::Writes, runBackup},
    Command{"backups"_L1, 0, Use::Reads, runBackups}, Command{"restore"_L1, 1, Use::Writes, runRestore},
    Command{"salvage"_L1, 1, Use::Reads, runSalvage}, Command{"merge"_L1, 1, Use::Writes, runMerge},
    Command{"undo"_L1, 0, Use::Writes, runUndo},      Command{"redo"_L1, 0, Use::Writes, runRedo},
    Command{"history"_L1, 0, Use::Reads, runHistory},
};

const Command *commandNamed(const QString &name)
{
    for (const Command &command : commands) {
        if (command.name == name)
            return &command;
    }
    return nullptr;
}

void addOptions(QCommandLineParser &parser)
{
    parser.addOptions({{{u"h"_s, u"help"_s}, {}},
                       {{u"v"_s, u"version"_s}, {}},
                       {u"data"_s, {}, u"DIR"_s},
                       {u"bank"_s, {}, u"DIR"_s},
                       {u"read-only"_s, {}},
                       {u"now"_s, {}, u"TIME"_s},
                       {u"json"_s, {}},
                       {u"repair"_s, {}},
                       {u"to"_s, {}, u"FILE"_s},
                       {u"count"_s, {}, u"N"_s},
                       {u"days"_s, {}, u"N"_s},
                       {u"seed"_s, {}, u"S"_s}});
}

// A whole number from `least` on, or an error that names the option.
template <typename Number>
Result<void> readNumber(const QCommandLineParser &parser, const QString &option, Number least, Number &into)
{
    if (!parser.isSet(option))
        return {};
    bool ok = false;
    const qlonglong value = parser.value(option).toLongLong(&ok);
    if (!ok || value < qlonglong(least) || value > 1'000'000'000)
        return Error{ErrorCode::Invalid, u"--%1 takes a whole number from %2 on, not “%3”."_s.arg(
                                             option, QString::number(least), parser.value(option))};
    into = Number(value);
    return {};
}

// `stats --bank` asks for the bank's figures; with a folder behind it --bank is the option of all commands.
bool takeBankFlag(QStringList &words)
{
    const qsizetype flag = words.indexOf(u"--bank"_s);
    if (flag < 0 || !words.contains(u"stats"_s))
        return false;
    if (flag + 1 < words.size() && !words.at(flag + 1).startsWith(u"--"_s))
        return false;
    words.remove(flag);
    return true;
}

// A private copy does for what only reads. What is there to write must not be done to one.
Result<void> chooseOpening(Use use, CommandLine &line)
{
    if (use == Use::Reads && line.place.opening == Opening::ReadWrite)
        line.place.opening = Opening::AsPermitted;
    if (use == Use::Writes && line.place.opening == Opening::ReadOnly)
        return Error{ErrorCode::Invalid, u"%1 writes, which --read-only rules out."_s.arg(
                                             line.repair ? line.command + u" --repair"_s : line.command)};
    return {};
}

Result<void> readCommand(const QStringList &words, CommandLine &line)
{
    if (words.isEmpty())
        return {};
    line.command = words.first();
    line.arguments = words.mid(1);
    const Command *command = commandNamed(line.command);
    if (!command)
        return Error{ErrorCode::Invalid, u"There is no command “%1”."_s.arg(line.command)};
    if (line.arguments.size() > command->mostArguments)
        return Error{ErrorCode::Invalid, command->mostArguments == 0
                                             ? u"%1 takes no arguments."_s.arg(line.command)
                                             : u"%1 takes one argument."_s.arg(line.command)};
    return chooseOpening(line.repair ? Use::Writes : command->use, line);
}

} // namespace

Result<CommandLine> parseCommandLine(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    CommandLine line;
    QStringList words = arguments;
    line.bankFigures = takeBankFlag(words);
    if (!parser.parse(words))
        return Error{ErrorCode::Invalid, parser.errorText()};
    line.help = parser.isSet(u"help"_s);
    line.version = parser.isSet(u"version"_s);
    if (line.help || line.version)
        return line;
    line.place = {parser.isSet(u"data"_s) ? parser.value(u"data"_s) : defaultDataDir(),
                  parser.value(u"bank"_s),
                  parser.isSet(u"read-only"_s) ? Opening::ReadOnly : Opening::ReadWrite};
    line.json = parser.isSet(u"json"_s);
    line.repair = parser.isSet(u"repair"_s);
    line.target = parser.value(u"to"_s);
    if (parser.isSet(u"now"_s))
        line.now = parser.value(u"now"_s);
    if (auto read = readNumber(parser, u"count"_s, 1, line.count); !read)
        return read.error();
    if (auto read = readNumber(parser, u"days"_s, 1, line.days); !read)
        return read.error();
    if (auto read = readNumber<quint64>(parser, u"seed"_s, 0, line.seed); !read)
        return read.error();
    if (auto read = readCommand(parser.positionalArguments(), line); !read)
        return read.error();
    return line;
}

QString helpText()
{
    return uR"(Flaskcards: study for a Flask interview.

Usage: flaskcards [OPTIONS]                 opens the window
       flaskcards [OPTIONS] COMMAND ...

Commands
  drill [QUERY] [--count N]   study in the terminal: Enter reveals, 1-4 grade, u undoes, q ends
  list [QUERY] [--json]       questions that fit a search, e.g. 'topic:routing is:due blueprint'
  show ID                     one question with its answer
  stats [--json]              what was studied and what is due
  stats --bank [--json]       what the bank holds: cards by topic, level and kind
  outlook [--days N] [--json] plays the coming days through: work, recall, other targets (180 days)
  check [--json]              looks for damage and replays every answer against the cards
  check --repair              names the damage, makes a backup, repairs and checks again
  salvage FILE --to NEW       saves what is readable of a damaged file into a new one
  undo                        takes back the last step: an answer, a change of cards or settings
  redo                        does again what was last taken back
  history [--count N] [--json] what can be taken back or done again, newest first (20 steps)
  backup                      writes a verified backup and prints where
  backups [--json]            the backups there are, newest first
  merge [FOLDER|FILE]         takes over what is new in another copy; without one, in the shared folder
  restore FILE|NAME           brings a backup back, after backing up the present
  validate [FILES]            checks card files, by default the whole bank of --bank
  new TOPIC ID                writes a card file to fill in, under --bank or questions
  demo --days N --seed S      fills an empty data folder with a made-up learner's months

Options
  --data DIR    where your cards and answers are kept
  --bank DIR    card files to use instead of the built-in bank
  --read-only   study on a copy: nothing is written, what you answer is not kept
  --now TIME    the moment to take as now, e.g. 2026-12-01T09:00
  -h, --help    this text
  -v, --version
)"_s;
}

Result<qint64> clockShiftMs(const QString &local)
{
    const QDateTime moment = QDateTime::fromString(local, Qt::ISODate);
    if (!moment.isValid())
        return Error{ErrorCode::Invalid, u"--now takes a time like 2026-12-01T09:00, not “%1”."_s.arg(local)};
    return moment.toMSecsSinceEpoch() - SystemClock().nowMs();
}

int runCommand(const CommandLine &line, const Clock &clock)
{
    Terminal terminal;
    const Command *command = commandNamed(line.command);
    Q_ASSERT(command); // parseCommandLine saw to it
    return command->run(line, clock, terminal);
}

} // namespace flaskcards
