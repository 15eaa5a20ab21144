// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"

#include "cli/commands.h"
#include "cli/opened.h"
#include "library/backupfiles.h"
#include "library/repair.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

QJsonObject toJson(const Finding &finding)
{
    const bool isTime = finding.atMs && QDateTime::fromMSecsSinceEpoch(*finding.atMs).isValid();
    return {{u"kind"_s, findingWord(finding.kind)},
            {u"question"_s, finding.question.isEmpty() ? QJsonValue() : QJsonValue(finding.question)},
            {u"answered"_s,
             isTime ? QJsonValue(
                          QDateTime::fromMSecsSinceEpoch(*finding.atMs, Qt::UTC).toString(Qt::ISODateWithMs))
                    : QJsonValue()},
            {u"sentence"_s, finding.sentence},
            {u"canBeRepaired"_s, finding.canBeRepaired}};
}

void print(const Findings &found, bool json, Terminal &terminal)
{
    QJsonArray rows;
    for (const Finding &finding : found) {
        rows.append(toJson(finding));
        if (!json)
            terminal.line(finding.sentence);
    }
    if (json)
        terminal.print(QString::fromUtf8(QJsonDocument(rows).toJson()));
}

bool canBeRepaired(const Findings &found)
{
    return std::any_of(found.cbegin(), found.cend(), [](const Finding &one) { return one.canBeRepaired; });
}

// What to do about it.
void advise(const Findings &found, const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    if (canBeRepaired(found))
        terminal.complain(u"`flaskcards check --repair` repairs this, after a backup."_s);
    if (std::any_of(found.cbegin(), found.cend(), [](const Finding &one) { return !one.canBeRepaired; }))
        adviseOnDamage(line.place, clock, terminal);
}

int repairFound(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    const auto library = openedLibrary(line, clock, terminal);
    if (!library)
        return 1;
    const auto report = repair(*library, [&]() -> Result<QString> {
        const auto made = makeBackup(line.place.dataDir, BackupReason::BeforeRepair, clock);
        if (!made)
            return made.error();
        terminal.line(u"Backup before the repair: %1"_s.arg(made->path));
        return made->path;
    });
    if (!report)
        return terminal.failed(report.error());
    print(report->left, false, terminal);
    advise(report->left, line, clock, terminal);
    if (report->left.isEmpty())
        terminal.line(u"Repaired; a second check finds nothing wrong."_s);
    return report->left.isEmpty() ? 0 : 1;
}

} // namespace

// Works on the store alone: the bank is not brought in, so that checking changes nothing.
int runCheck(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    const auto report = reportOnFile(databasePath(line.place.dataDir), clock.nowMs());
    if (!report)
        return terminal.failed(report.error());
    const Findings &found = report->found;
    if (line.json || !found.isEmpty())
        print(found, line.json, terminal);
    if (line.repair && canBeRepaired(found))
        return repairFound(line, clock, terminal);
    if (!found.isEmpty()) {
        advise(found, line, clock, terminal);
        return 1;
    }
    if (!line.json)
        terminal.line(u"Nothing wrong: %1 answers replayed, file and index sound."_s.arg(report->answers));
    return 0;
}

} // namespace flaskcards
