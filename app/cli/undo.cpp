// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opened.h"
#include "library/stepwords.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

int step(const CommandLine &line, const Clock &clock, Terminal &terminal, Direction direction)
{
    const auto library = openedLibrary(line, clock, terminal);
    if (!library)
        return 1;
    const auto done = library->step(direction);
    if (!done && done.error().code == ErrorCode::NotFound) {
        terminal.line(direction == Direction::Back ? u"There is nothing to take back."_s
                                                   : u"There is nothing to do again."_s);
        return 1;
    }
    if (!done)
        return terminal.failed(done.error());
    terminal.line(u"%1 (%2)"_s.arg(steppedWords(*done, *library), stepMoment(done->steps.first(), *library)));
    if (done->partly)
        terminal.line(partlyWords(*done));
    return 0;
}

} // namespace

int runUndo(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    return step(line, clock, terminal, Direction::Back);
}

int runRedo(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    return step(line, clock, terminal, Direction::Forth);
}

} // namespace flaskcards
