// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opened.h"
#include "library/outlookfigures.h"
#include "library/words.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int mostDays = 3650;

QString isoDay(int studyDay)
{
    return QDate(1970, 1, 1).addDays(studyDay).toString(Qt::ISODate);
}

QJsonObject toJson(const OutlookSpan &span)
{
    return {{u"from"_s, isoDay(span.firstDay)},
            {u"days"_s, span.days},
            {u"reviews_a_day"_s, span.reviews},
            {u"new_a_day"_s, span.introduced},
            {u"minutes_a_day"_s, span.minutes},
            {u"recalled"_s, span.recalled},
            {u"recalled_without_studying"_s, span.withoutWork}};
}

QJsonObject toJson(const WhatIf &choice)
{
    return {{u"desired_retention"_s, choice.retention},
            {u"minutes_a_day"_s, choice.minutesPerDay},
            {u"reviews_a_day"_s, choice.reviewsPerDay},
            {u"recalled"_s, choice.recalledAtEnd}};
}

template <typename Rows>
QJsonArray toJsonRows(const Rows &rows)
{
    QJsonArray array;
    for (const auto &row : rows)
        array.append(toJson(row));
    return array;
}

QJsonObject toJson(const Outlook &outlook)
{
    return {{u"days"_s, int(outlook.days.size())},
            {u"questions"_s, outlook.questions},
            {u"new_question_seconds"_s, outlook.newQuestionSeconds},
            {u"now"_s, toJson(presentOf(outlook))},
            {u"spans"_s, toJsonRows(spansOf(outlook))},
            {u"what_if"_s, toJsonRows(outlook.retentions)}};
}

QString number(double value, int width, int decimals)
{
    return QString::number(value, 'f', decimals).rightJustified(width);
}

void printSpans(const Outlook &outlook, Terminal &terminal)
{
    terminal.line(u"From        reviews   new   minutes a day   recalled   without studying"_s);
    for (const OutlookSpan &span : spansOf(outlook))
        terminal.line(isoDay(span.firstDay) + number(span.reviews, 9, 1) + number(span.introduced, 6, 1) +
                      number(span.minutes, 16, 1) + number(span.recalled, 11, 0) +
                      number(span.withoutWork, 19, 0));
}

void printChoices(const Outlook &outlook, Terminal &terminal)
{
    terminal.line(u"Desired     reviews a day   minutes a day   recalled at the end"_s);
    for (const WhatIf &choice : outlook.retentions) {
        const bool now = std::abs(choice.retention - outlook.desiredRetention) < 1e-9;
        terminal.line(percentWords(choice.retention).leftJustified(7) + (now ? u"now"_s : u"   "_s) +
                      number(choice.reviewsPerDay, 15, 1) + number(choice.minutesPerDay, 16, 1) +
                      number(choice.recalledAtEnd, 22, 0));
    }
}

void print(const Outlook &outlook, Terminal &terminal)
{
    if (outlook.questions == 0)
        return terminal.line(u"No question takes part: the bank is empty or all of it is suspended."_s);
    terminal.line(u"A simulation of %1 days with %2 questions, chance in the place of the person."_s
                      .arg(outlook.days.size())
                      .arg(outlook.questions));
    terminal.line(u"A new question is expected to take %1 minutes in its first year."_s.arg(
        outlook.newQuestionSeconds / 60, 0, 'f', 1));
    terminal.line();
    printSpans(outlook, terminal);
    terminal.line();
    printChoices(outlook, terminal);
}

} // namespace

int runOutlook(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    if (line.days > mostDays) {
        terminal.complain(u"--days takes at most %1 for an outlook."_s.arg(mostDays));
        return 2;
    }
    const auto library = openedLibrary(line, clock, terminal);
    if (!library)
        return 1;
    const auto outlook =
        readOutlook(library->store().database.path(), library->preferences(), library->now(), line.days, {});
    if (!outlook)
        return terminal.failed(outlook.error());
    if (line.json)
        terminal.print(QString::fromUtf8(QJsonDocument(toJson(*outlook)).toJson()));
    else
        print(*outlook, terminal);
    return 0;
}

} // namespace flaskcards
