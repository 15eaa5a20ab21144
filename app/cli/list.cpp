// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "cli/opened.h"
#include "library/catalogue.h"
#include "library/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

QString phaseWord(Phase phase)
{
    static const QStringList words = {u"new"_s, u"learning"_s, u"review"_s, u"relearning"_s};
    return words.at(int(phase));
}

QJsonObject toJson(const QuestionFacts &question, std::optional<double> recall)
{
    const Schedule &schedule = question.card.schedule;
    const bool unseen = schedule.phase == Phase::New;
    return {{u"id"_s, question.slug},
            {u"title"_s, question.title},
            {u"topic"_s, question.topic},
            {u"level"_s, levelWord(question.level)},
            {u"kind"_s, kindWord(question.kind)},
            {u"tags"_s, QJsonArray::fromStringList(question.tags)},
            {u"asked"_s, question.asked},
            {u"state"_s, phaseWord(schedule.phase)},
            {u"due"_s, unseen ? QJsonValue()
                              : QJsonValue(QDate(1970, 1, 1).addDays(schedule.dueDay).toString(Qt::ISODate))},
            {u"recall"_s, recall ? QJsonValue(*recall) : QJsonValue()},
            {u"suspended"_s, question.card.suspended},
            {u"flag"_s, question.card.flag}};
}

QString toRow(const QuestionFacts &question, std::optional<double> recall)
{
    return u"%1  %2  %3"_s.arg(question.slug, -36)
        .arg(recall ? percentWords(*recall) : u"new"_s, 5)
        .arg(question.title);
}

} // namespace

int runList(const CommandLine &line, const Clock &clock, Terminal &terminal)
{
    const auto library = openedLibrary(line, clock, terminal);
    if (!library)
        return 1;
    const auto found = searched(line, *library, terminal);
    if (!found)
        return 1;
    const Catalogue catalogue(*library);
    QJsonArray rows;
    for (const QuestionFacts &question : *found) {
        if (line.json)
            rows.append(toJson(question, catalogue.recall(question)));
        else
            terminal.line(toRow(question, catalogue.recall(question)));
    }
    if (line.json)
        terminal.print(QString::fromUtf8(QJsonDocument(rows).toJson()));
    else if (found->isEmpty())
        terminal.complain(u"No question fits. Fewer words find more; `flaskcards list` shows all."_s);
    return 0;
}

} // namespace flaskcards
