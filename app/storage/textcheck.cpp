// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/textcheck.h"

#include "core/storedtext.h"
#include "storage/database.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

using Of = DamagedTexts::Of;

struct TextTable {
    Of table;
    int columns;
    const char *read;
    const char *write;
};
constexpr TextTable tables[] = {{Of::Questions, 6, "questions/texts", "questions/set_texts"},
                                {Of::Cards, 2, "cards/texts", "cards/set_texts"},
                                {Of::Undo, 2, "undo/texts", "undo/set_texts"}};
constexpr std::array names = {":text0", ":text1", ":text2", ":text3", ":text4", ":text5"};

bool areSound(const QList<QByteArray> &texts)
{
    return std::all_of(texts.cbegin(), texts.cend(),
                       [](const QByteArray &text) { return isSoundText(text); });
}

QString written(const QByteArray &text)
{
    return mendedText(text) + u""_s; // never null
}

Result<void> mendSetting(Database &database, const QList<QByteArray> &texts)
{
    if (auto removed = database.run("settings/delete_bytes", {{":key", texts.at(0)}}); !removed)
        return removed.error();
    auto set =
        database.run("settings/set", {{":key", written(texts.at(0))}, {":value", written(texts.at(1))}});
    if (!set)
        return set.error();
    return {};
}

} // namespace

Result<QList<DamagedTexts>> damagedTexts(Database &database)
{
    QList<DamagedTexts> damaged;
    const auto note = [&](Of table, qint64 id, const QList<QByteArray> &texts) {
        if (!areSound(texts))
            damaged.append({table, id, texts});
    };
    for (const TextTable &table : tables) {
        auto read = database.forEach(table.read, {}, [&](const Row &row) {
            QList<QByteArray> texts;
            for (int column = 1; column <= table.columns; ++column)
                texts.append(row.blob(column));
            note(table.table, row.int64(0), texts);
        });
        if (!read)
            return read.error();
    }
    auto read = database.forEach("settings/bytes", {}, [&](const Row &row) {
        note(Of::Settings, 0, {row.blob(0), row.blob(1)});
    });
    if (!read)
        return read.error();
    return damaged;
}

Result<void> mendTexts(Database &database, const DamagedTexts &damaged)
{
    if (damaged.table == Of::Settings)
        return mendSetting(database, damaged.texts);
    const auto table = std::find_if(std::begin(tables), std::end(tables),
                                    [&](const TextTable &known) { return known.table == damaged.table; });
    Bindings bindings{{":id", damaged.row}};
    for (qsizetype i = 0; i < damaged.texts.size(); ++i)
        bindings.append({names[size_t(i)], written(damaged.texts.at(i))});
    auto done = database.run(table->write, bindings);
    if (!done)
        return done.error();
    return {};
}

} // namespace flaskcards
