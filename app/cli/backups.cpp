// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/backups.h"

#include "cli/commands.h"
#include "cli/opened.h"
#include "library/backupwords.h"
#include "library/words.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

QJsonObject toJson(const Backup &backup, const Result<BackupFacts> &facts)
{
    QJsonObject row{
        {u"file"_s, backup.path},
        {u"at"_s, QDateTime::fromMSecsSinceEpoch(backup.name.atMs, Qt::UTC).toString(Qt::ISODate)},
        {u"reason"_s, backupReasonWord(backup.name.reason)},
        {u"in_second_folder"_s, backup.isInSecond},
        {u"verifies"_s, bool(facts)}};
    if (facts) {
        row.insert(u"answers"_s, facts->answers);
        row.insert(u"questions"_s, facts->questions);
        row.insert(u"bytes"_s, facts->bytes);
        row.insert(u"schema"_s, facts->schemaVersion);
    }
    return row;
}

QString lineOf(const Backup &backup, const Result<BackupFacts> &facts, const Clock &clock)
{
    return u"%1  %2, %3: %4"_s.arg(QFileInfo(backup.path).fileName(), momentWords(backup.name.atMs, clock),
                                   backupReasonWords(backup.name.reason),
                                   facts ? backupFactsWords(*facts) : backupErrorSentence(facts.error()));
}

// A file as named, or the backup of that name, with or without its ending.
QString foundBackup(const QString &dataDir, const QString &name)
{
    if (QFileInfo(name).isFile())
        return name;
    for (const Backup &backup : allBackups(dataDir)) {
        const QFileInfo file(backup.path);
        if (file.fileName() == name || file.completeBaseName() == name)
            return backup.path;
    }
    return {};
}

// A store that cannot be opened makes room; any other one is backed up and changed in place.
int restoreInto(const CommandLine &line, const QString &path, const Clock &clock, Terminal &terminal)
{
    auto library = Library::open(line.place, clock);
    if (!library && library.error().code == ErrorCode::Corrupt) {
        const auto aside = putInPlace(line.place.dataDir, path, clock);
        if (!aside)
            return terminal.failed(aside.error());
        terminal.line(u"Restored %1. The damaged file is now %2."_s.arg(path, *aside));
        return 0;
    }
    if (!library)
        return terminal.failed(library.error());
    const auto before = Backups(**library).restore(path);
    if (!before) {
        terminal.complain(u"flaskcards: Nothing was restored. "_s + backupErrorSentence(before.error()));
        return 1;
    }
    terminal.line(u"Restored %1."_s.arg(path));
    if (!before->isEmpty())
        terminal.line(u"To go back: flaskcards restore %1"_s.arg(QFileInfo(*before).fileName()));
    return 0;
}

} // namespace

int runBackup(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    const auto library = openedLibrary(line, clock, terminal);
    if (!library)
        return 1;
    Backups backups(*library);
    const auto path = backups.backUpBefore(BackupReason::ByHand);
    if (!path)
        return terminal.failed(path.error());
    terminal.line(*path);
    if (const auto &problem = backups.secondProblem())
        terminal.complain(u"It is not in the second folder: "_s + errorSentence(*problem));
    return 0;
}

// Works on the files alone, so that it helps when the store cannot be opened.
int runBackups(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    QList<Backup> backups = allBackups(line.place.dataDir);
    QJsonArray rows;
    for (Backup &backup : backups) {
        const auto facts = readFacts(backup, line.place.dataDir);
        if (line.json)
            rows.append(toJson(backup, facts));
        else
            terminal.line(lineOf(backup, facts, clock));
    }
    if (line.json)
        terminal.print(QString::fromUtf8(QJsonDocument(rows).toJson()));
    else if (backups.isEmpty())
        terminal.line(u"There is no backup yet. `flaskcards backup` makes one."_s);
    return 0;
}

int runRestore(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    if (line.arguments.isEmpty()) {
        terminal.complain(u"flaskcards: restore takes a file, or a name that `flaskcards backups` lists."_s);
        return 2;
    }
    const QString path = foundBackup(line.place.dataDir, line.arguments.first());
    if (path.isEmpty())
        return terminal.failed({ErrorCode::NotFound, line.arguments.first()});
    return restoreInto(line, path, clock, terminal);
}

} // namespace flaskcards
