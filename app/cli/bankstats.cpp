// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/bankstats.h"

#include "cli/terminal.h"
#include "core/questionfile.h"
#include "core/statistics/bankfigures.h"
#include "library/bankimport.h"
#include "library/words.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

Result<QList<Question>> readBank()
{
    const auto paths = bankFiles(QString());
    if (!paths)
        return paths.error();
    QList<Question> bank;
    for (const QString &path : *paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return Error{ErrorCode::Io, path};
        bank.append(parseQuestion(path, file.readAll()).question);
    }
    return bank;
}

QJsonObject toJson(const BankFigures &figures)
{
    QJsonObject topics;
    for (const auto &[topic, levels] : figures.byTopic.asKeyValueRange())
        topics.insert(
            topic,
            QJsonObject{{u"basic"_s, levels[0]}, {u"intermediate"_s, levels[1]}, {u"advanced"_s, levels[2]}});
    QJsonObject kinds;
    for (const auto &[kind, count] : figures.byKind.asKeyValueRange())
        kinds.insert(kind, count);
    QJsonObject lists;
    for (const auto &[list, rows] : figures.rowsOfList.asKeyValueRange())
        lists.insert(list, rows);
    return {{u"cards"_s, figures.cards},
            {u"with_executed_code"_s, figures.withExecutedCode},
            {u"topics"_s, topics},
            {u"kinds"_s, kinds},
            {u"list_rows_covered"_s, lists}};
}

void print(const BankFigures &figures, Terminal &terminal)
{
    const double share = figures.cards > 0 ? double(figures.withExecutedCode) / figures.cards : 0;
    terminal.line(
        u"%1 cards, %2 of them with code that is run"_s.arg(figures.cards).arg(percentWords(share)));
    terminal.line(u"\n%1 basic  interm.  advanced  all"_s.arg(u"Topic"_s, -22));
    for (const auto &[topic, levels] : figures.byTopic.asKeyValueRange()) {
        terminal.line(u"%1 %2 %3 %4 %5"_s.arg(topicName(topic), -22)
                          .arg(levels[0], 5)
                          .arg(levels[1], 8)
                          .arg(levels[2], 9)
                          .arg(levels[0] + levels[1] + levels[2], 4));
    }
    terminal.line(u"\nKind"_s);
    for (const auto &[kind, count] : figures.byKind.asKeyValueRange())
        terminal.line(u"%1 %2"_s.arg(kind, -22).arg(count, 5));
    terminal.line(u"\nRows of published lists with a card"_s);
    for (const auto &[list, rows] : figures.rowsOfList.asKeyValueRange())
        terminal.line(u"%1 %2"_s.arg(list, -22).arg(rows, 5));
}

} // namespace

int printBankStats(bool json, Terminal &terminal)
{
    const auto bank = readBank();
    if (!bank)
        return terminal.failed(bank.error());
    const BankFigures figures = bankFigures(*bank);
    if (json)
        terminal.print(QString::fromUtf8(QJsonDocument(toJson(figures)).toJson()));
    else
        print(figures, terminal);
    return 0;
}

} // namespace flaskcards
