// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opened.h"
#include "cli/questiontext.h"
#include "library/questions.h"
#include "library/why.h"
#include "library/words.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

int runShow(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    if (line.arguments.isEmpty()) {
        terminal.complain(u"flaskcards: show takes the id of a question; `flaskcards list` shows them."_s);
        return 2;
    }
    const auto library = openedLibrary(line, clock, terminal);
    if (!library)
        return 1;
    const auto id = library->store().questions.idOf(line.arguments.first());
    if (!id)
        return terminal.failed(id.error());
    const auto loaded = loadQuestion(*library, *id);
    if (!loaded)
        return terminal.failed(loaded.error());
    const auto why = whyReport(*library, *id);
    if (!why)
        return terminal.failed(why.error());

    terminal.line(placeLine(loaded->question));
    terminal.line(questionText(loaded->question));
    terminal.line(answerText(loaded->question));
    terminal.line(whyWords(*why));
    if (const QString history = whyHistory(*why); !history.isEmpty())
        terminal.line(history + u'.');
    return 0;
}

} // namespace flaskcards
