// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/opened.h"

#include "library/catalogue.h"
#include "library/clockwarning.h"
#include "library/rescuewords.h"
#include "library/words.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

void complainAboutBank(const BankReport &report, Terminal &terminal)
{
    for (const QString &problem : report.problems)
        terminal.complain(problem);
    if (!report.problems.isEmpty())
        terminal.complain(u"Card files with these problems were left out; the rest is loaded."_s);
    if (report.error)
        terminal.complain(u"The bank could not be read, so the questions are those of the last time. "_s +
                          errorSentence(*report.error));
}

void complainAboutClock(const Library &library, Terminal &terminal)
{
    const auto warning = clockWarning(library);
    if (warning && *warning)
        terminal.complain(clockWarningWords(**warning) + u' ' + clockWarningAdvice(**warning));
}

} // namespace

void adviseOnDamage(const LibraryPlace &place, const Clock &clock, Terminal &terminal)
{
    if (const auto backup = newestBackup(place.dataDir))
        terminal.complain(u"%1: %2\n    flaskcards restore %3"_s.arg(
            backupOfferTitle(*backup, clock), backupOfferWords(*backup, clock), backup->path));
    terminal.complain(u"What is readable of the damaged file goes into a new one with\n"
                      "    flaskcards salvage %1 --to NEW"_s.arg(databasePath(place.dataDir)));
}

std::unique_ptr<Library> openedLibrary(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    auto library = Library::open(line.place, clock);
    if (!library) {
        terminal.failed(library.error());
        if (library.error().code == ErrorCode::Corrupt)
            adviseOnDamage(line.place, clock, terminal);
        return nullptr;
    }
    if (line.command == "drill"_L1 && (*library)->isReadOnly())
        terminal.complain(u"Read-only: what you answer here is not kept."_s);
    complainAboutBank((*library)->bankReport(), terminal);
    for (const QString &key : (*library)->damagedSettings())
        terminal.complain(u"The setting %1 could not be understood; its default is used."_s.arg(key));
    complainAboutClock(**library, terminal);
    return *std::move(library);
}

std::optional<QList<QuestionFacts>> searched(const CommandLine &line, const Library &library,
                                             Terminal &terminal)
{
    const ParsedQuery parsed = parseQuery(line.arguments.join(u' '));
    if (parsed.error) {
        terminal.complain(u"flaskcards: "_s + queryErrorText(*parsed.error));
        return std::nullopt;
    }
    Catalogue catalogue(library);
    if (auto read = catalogue.refresh(); !read) {
        terminal.failed(read.error());
        return std::nullopt;
    }
    const auto found = catalogue.search(parsed.query);
    if (!found) {
        terminal.failed(found.error());
        return std::nullopt;
    }
    return *found;
}

} // namespace flaskcards
