// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opened.h"
#include "library/stepwords.h"
#include "library/words.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int stepsShown = 20;

QJsonObject toJson(const HistoryStep &step, const Library &library)
{
    const QDateTime moment = QDateTime::fromMSecsSinceEpoch(step.atMs, Qt::OffsetFromUTC,
                                                            library.clock().utcOffsetSeconds(step.atMs));
    return {{u"label"_s, step.label},
            {u"words"_s, stepWords(step, library)},
            {u"at"_s, moment.toString(Qt::ISODate)},
            {u"questions"_s, step.questions},
            {u"taken_back"_s, step.undone}};
}

void printJson(const QList<HistoryStep> &steps, const Library &library, Terminal &terminal)
{
    QJsonArray array;
    for (const HistoryStep &step : steps)
        array.append(toJson(step, library));
    terminal.print(QString::fromUtf8(QJsonDocument(array).toJson()));
}

void printLines(const QList<HistoryStep> &steps, const Library &library, Terminal &terminal)
{
    if (steps.isEmpty())
        return terminal.line(u"Nothing was done yet that could be taken back."_s);
    std::optional<int> day;
    for (const HistoryStep &step : steps) {
        if (const int its = stepDay(step, library); day != its) {
            day = its;
            terminal.line(dayWords(its, library.today()));
        }
        terminal.line(u"  %1  %2%3"_s.arg(stepTime(step, library), stepWords(step, library),
                                          step.undone ? u" [taken back]"_s : QString()));
    }
}

} // namespace

int runHistory(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    const auto library = openedLibrary(line, clock, terminal);
    if (!library)
        return 1;
    auto steps = library->store().undo.history();
    if (!steps)
        return terminal.failed(steps.error());
    const qsizetype most = line.count > 0 ? line.count : line.json ? steps->size() : stepsShown;
    if (steps->size() > most)
        steps->resize(most);
    if (line.json)
        printJson(*steps, *library, terminal);
    else
        printLines(*steps, *library, terminal);
    return 0;
}

} // namespace flaskcards
