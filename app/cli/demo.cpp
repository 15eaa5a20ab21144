// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/demo.h"

#include "cli/commandline.h"
#include "cli/commands.h"
#include "cli/terminal.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

int runDemo(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    const auto answers = fillWithDemo(line.place, {.days = line.days, .seed = line.seed}, clock);
    if (!answers)
        return terminal.failed(answers.error());
    terminal.line(
        u"%1 answers over %2 days are now in %3."_s.arg(*answers).arg(line.days).arg(line.place.dataDir));
    return 0;
}

} // namespace flaskcards
