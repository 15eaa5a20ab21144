// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/terminal.h"
#include "library/translation.h"
#include "ui/window.h"

#include <QApplication>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

constexpr int misused = 2;

QStringList argumentsOf(int argc, char *argv[])
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

void nameProgram()
{
    QCoreApplication::setApplicationName(u"flaskcards"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(FLASKCARDS_VERSION));
}

int runTerminal(int &argc, char **argv, const CommandLine &line, const Clock &clock)
{
    const QCoreApplication application(argc, argv);
    nameProgram();
    installTranslation();
    return runCommand(line, clock);
}

int runWindow(int &argc, char **argv, const CommandLine &line, const Clock &clock)
{
    QApplication application(argc, argv);
    nameProgram();
    installTranslation();
    return showWindow(line.place, clock);
}

} // namespace

int main(int argc, char *argv[])
{
    auto line = parseCommandLine(argumentsOf(argc, argv));
    Terminal terminal;
    if (!line) {
        terminal.complain(u"flaskcards: %1\nTry `flaskcards --help`."_s.arg(line.error().context));
        return misused;
    }
    if (line->help || line->version) {
        terminal.print(line->help ? helpText() : QStringLiteral("Flaskcards " FLASKCARDS_VERSION "\n"));
        return 0;
    }
    qint64 shiftMs = 0;
    if (line->now) {
        const auto shift = clockShiftMs(*line->now);
        if (!shift) {
            terminal.complain(u"flaskcards: "_s + shift.error().context);
            return misused;
        }
        shiftMs = *shift;
    }
    const SystemClock clock(shiftMs);
    if (line->command.isEmpty() && !hasDisplay()) {
        terminal.complain(u"There is no display, so this is the drill in the terminal."_s);
        line->command = u"drill"_s;
    }
    return line->command.isEmpty() ? runWindow(argc, argv, *line, clock)
                                   : runTerminal(argc, argv, *line, clock);
}
