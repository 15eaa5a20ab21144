// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/merge.h"

#include "cli/commands.h"
#include "cli/opened.h"
#include "library/backups.h"
#include "library/mergewords.h"
#include "library/sync.h"
#include "library/words.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

bool isSameFile(const QString &path, const Library &library)
{
    const QString file = QFileInfo(path).isDir() ? path + u"/flaskcards.db"_s : path;
    return QFileInfo(file).canonicalFilePath() ==
           QFileInfo(library.store().database.path()).canonicalFilePath();
}

// The shared folder of the settings, both ways.
int syncNow(Library &library, Terminal &terminal)
{
    Sync sync(library);
    if (sync.folder().isEmpty()) {
        terminal.complain(
            u"flaskcards: merge takes a data folder or a file, e.g. a copy from another machine. "
            "Without one it uses the shared folder of the settings, and there is none."_s);
        return 2;
    }
    const auto report = sync.run();
    if (!report)
        return terminal.failed(report.error());
    terminal.line(mergeWords(*report));
    return 0;
}

} // namespace

int runMerge(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    const auto library = openedLibrary(line, clock, terminal);
    if (!library)
        return 1;
    if (line.arguments.isEmpty())
        return syncNow(*library, terminal);
    const QString path = line.arguments.first();
    if (isSameFile(path, *library)) {
        terminal.complain(u"flaskcards: %1 is what is already here."_s.arg(path));
        return 2;
    }
    const auto source = MergeSource::read(path);
    if (!source)
        return terminal.failed(source.error());
    if (auto backup = Backups(*library).backUpBefore(BackupReason::BeforeMerge); !backup)
        return terminal.failed(backup.error());
    const auto report = mergeCopy(*library, **source, MergeStep::Labelled);
    if (!report)
        return terminal.failed(report.error());
    terminal.line(mergeWords(*report));
    return 0;
}

} // namespace flaskcards
