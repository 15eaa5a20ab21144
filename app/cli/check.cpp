// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"

#include "cli/commands.h"
#include "cli/opened.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

// Works on the store alone: the bank is not brought in, so that checking changes nothing.
int runCheck(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    auto database = Database::open(line.place.dataDir + u"/flaskcards.db"_s, Database::Access::ReadOnly);
    if (!database)
        return terminal.failed(database.error());
    const Store store(**database);
    const auto found = checkStore(store, clock.nowMs());
    if (!found)
        return terminal.failed(found.error());
    const auto reviews = store.reviews.count();
    if (!reviews)
        return terminal.failed(reviews.error());
    for (const QString &fault : *found)
        terminal.line(fault);
    if (found->isEmpty())
        terminal.line(u"Nothing wrong: %1 answers replayed, file and index sound."_s.arg(*reviews));
    return found->isEmpty() ? 0 : 1;
}

} // namespace flaskcards
