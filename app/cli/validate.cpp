// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "core/bankrules.h"
#include "library/bankimport.h"

#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct ReadFiles {
    QList<ParsedQuestion> cards;
    QList<Problem> problems;
};

ReadFiles readFiles(const QStringList &paths)
{
    ReadFiles files;
    for (const QString &path : paths) {
        QFile file(path);
        const QString name = path.startsWith(u":/") ? path.mid(2) : path; // the built-in bank
        if (!file.open(QIODevice::ReadOnly))
            files.problems.append({name, 1, u"file"_s, u"cannot be read (%1)"_s.arg(file.errorString())});
        else
            files.cards.append(parseQuestion(name, file.readAll()));
    }
    return files;
}

} // namespace

int runValidate(const CommandLine &line, const Clock &, Terminal &terminal)
{
    const bool wholeBank = line.arguments.isEmpty();
    const auto paths = wholeBank ? bankFiles(line.place.bankDir) : Result<QStringList>(line.arguments);
    if (!paths)
        return terminal.failed(paths.error());
    ReadFiles files = readFiles(*paths);
    for (const ParsedQuestion &card : std::as_const(files.cards))
        files.problems += checkQuestion(card);
    if (wholeBank)
        files.problems += checkBank(files.cards);
    for (const Problem &problem : std::as_const(files.problems))
        terminal.line(toLine(problem));
    return files.problems.isEmpty() ? 0 : 1;
}

} // namespace flaskcards
