// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bankstats.h"
#include "cli/commands.h"
#include "cli/opened.h"
#include "library/today.h"
#include "library/words.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct Figures {
    TodaySummary today;
    int reviews = 0;
    int unseen = 0;
    std::optional<double> recall30Days;
};

Result<Figures> figuresOf(const Library &library)
{
    Figures figures;
    const auto today = todaySummary(library);
    if (!today)
        return today.error();
    figures.today = *today;
    const auto reviews = library.store().reviews.count();
    if (!reviews)
        return reviews.error();
    figures.reviews = *reviews;
    const auto unseen = library.store().cards.newCount();
    if (!unseen)
        return unseen.error();
    figures.unseen = *unseen;
    const auto days = library.store().reviews.perDay(library.today() - 29, library.today());
    if (!days)
        return days.error();
    figures.recall30Days = recallOf(*days);
    return figures;
}

QJsonObject toJson(const Figures &figures)
{
    const TodaySummary &today = figures.today;
    return {{u"questions"_s, today.questions},
            {u"unseen"_s, figures.unseen},
            {u"reviews"_s, figures.reviews},
            {u"due"_s, today.due},
            {u"new"_s, today.fresh},
            {u"done_today"_s, today.done},
            {u"streak_days"_s, today.streak.current},
            {u"longest_streak_days"_s, today.streak.longest},
            {u"recall_30_days"_s, figures.recall30Days ? QJsonValue(*figures.recall30Days) : QJsonValue()}};
}

void print(const Figures &figures, Terminal &terminal)
{
    const TodaySummary &today = figures.today;
    const auto row = [&](const QString &name, const QString &value) {
        terminal.line(u"%1%2"_s.arg(name, -22).arg(value));
    };
    row(u"Questions"_s, u"%1, %2 not seen yet"_s.arg(today.questions).arg(figures.unseen));
    row(u"Answers so far"_s, QString::number(figures.reviews));
    row(u"Today"_s, u"%1 due, %2 new, %3 done"_s.arg(today.due).arg(today.fresh).arg(today.done));
    row(u"Days in a row"_s, u"%1 (longest %2)"_s.arg(today.streak.current).arg(today.streak.longest));
    row(u"Recalled in 30 days"_s,
        figures.recall30Days ? percentWords(*figures.recall30Days) : u"no reviews yet"_s);
}

} // namespace

int runStats(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    if (line.bankFigures)
        return printBankStats(line.json, terminal);
    const auto library = openedLibrary(line, clock, terminal);
    if (!library)
        return 1;
    const auto figures = figuresOf(*library);
    if (!figures)
        return terminal.failed(figures.error());
    if (line.json)
        terminal.print(QString::fromUtf8(QJsonDocument(toJson(*figures)).toJson()));
    else
        print(*figures, terminal);
    return 0;
}

} // namespace flaskcards
