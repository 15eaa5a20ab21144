// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/salvage.h"

#include "cli/commandline.h"
#include "cli/commands.h"
#include "cli/terminal.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int misused = 2;

QString savedWords(const SalvageReport &report)
{
    const QString newest =
        report.newestAnswerMs > 0
            ? u", the newest of %1"_s.arg(
                  QDateTime::fromMSecsSinceEpoch(report.newestAnswerMs).toString(u"yyyy-MM-dd HH:mm"_s))
            : QString();
    return u"Saved %1 of at least %2 answers%3, with %4 questions, into %5."_s.arg(report.answers)
        .arg(report.answersKnown)
        .arg(newest)
        .arg(report.questions)
        .arg(report.path);
}

} // namespace

int runSalvage(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    if (line.arguments.isEmpty() || line.target.isEmpty()) {
        terminal.complain(u"flaskcards: salvage takes the damaged file and, behind --to, a new name."_s);
        return misused;
    }
    const auto report = salvageFile(line.arguments.first(), line.target, line.place.bankDir, clock);
    if (!report)
        return terminal.failed(report.error());
    terminal.line(savedWords(*report));
    for (const Finding &finding : report->left)
        terminal.line(finding.sentence);
    terminal.line(
        u"The damaged file is as it was. To study with the new one, end the program, move the damaged "
        "file away and put the new one in its place."_s);
    return report->left.isEmpty() ? 0 : 1;
}

} // namespace flaskcards
