// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/othercopy.h"

#include "storage/database.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

std::optional<QString> optionalText(const Row &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.text(column));
}

} // namespace

Result<std::unique_ptr<OtherCopy>> OtherCopy::attach(Database &own, const QString &path)
{
    const QByteArray name = path.toUtf8().replace('\'', "''");
    if (auto attached = own.executeScript("ATTACH '" + name + "' AS other"); !attached)
        return attached.error();
    std::unique_ptr<OtherCopy> other(new OtherCopy(own));
    if (auto made = own.executeScript(
            "CREATE TEMP TABLE question_map (other INTEGER PRIMARY KEY, own INTEGER NOT NULL);"
            "CREATE UNIQUE INDEX temp.question_map_own ON question_map (own);"
            "CREATE TEMP TABLE touched (question INTEGER PRIMARY KEY)");
        !made)
        return made.error();
    return other;
}

OtherCopy::~OtherCopy()
{
    const auto detached = m_own.executeScript("DROP TABLE IF EXISTS temp.question_map;"
                                              "DROP TABLE IF EXISTS temp.touched; DETACH other");
    if (!detached)
        qWarning("The other copy is still attached: %s", qPrintable(detached.error().context));
}

Result<void> OtherCopy::begin()
{
    return m_own.executeScript("DELETE FROM temp.question_map; DELETE FROM temp.touched");
}

Result<QList<OtherQuestion>> OtherCopy::questions() const
{
    return m_own.list<OtherQuestion>("merge/questions", {}, [](const Row &row) {
        return OtherQuestion{.id = {row.int64(0)},
                             .slug = row.text(1),
                             .topic = row.text(2),
                             .source = row.text(3),
                             .origin = row.integer(4),
                             .fuzzSeed = row.text(5),
                             .used = row.boolean(6)};
    });
}

Result<void> OtherCopy::map(QuestionId other, QuestionId own)
{
    return done(m_own.run("merge/map", {{":other", other.value}, {":own", own.value}}));
}

Result<QuestionId> OtherCopy::bringQuestion(QuestionId other, const QString &slug)
{
    const auto id = m_own.insert("merge/insert_question", {{":other", other.value}, {":slug", slug}});
    if (!id)
        return id.error();
    if (auto card = m_own.run("merge/insert_card", {{":other", other.value}, {":own", *id}}); !card)
        return card.error();
    if (auto mapped = map(other, {*id}); !mapped)
        return mapped.error();
    return QuestionId{*id};
}

Result<QList<NewerText>> OtherCopy::newerTexts() const
{
    return m_own.list<NewerText>("merge/newer_texts", {}, [](const Row &row) {
        return NewerText{{row.int64(0)}, {row.int64(1)}, row.integer(2)};
    });
}

Result<void> OtherCopy::takeText(const NewerText &text)
{
    return done(m_own.run("merge/take_text", {{":other", text.other.value}, {":own", text.own.value}}));
}

Result<int> OtherCopy::takeHandSet()
{
    int taken = 0;
    for (const char *statement :
         {"merge/take_suspended", "merge/take_buried_until_day", "merge/take_flag", "merge/take_tags"}) {
        const auto changed = m_own.run(statement);
        if (!changed)
            return changed;
        taken += *changed;
    }
    return taken;
}

Result<void> OtherCopy::takeStamps()
{
    return done(m_own.run("merge/stamps"));
}

Result<OtherCopy::LogChange> OtherCopy::uniteLogs()
{
    LogChange change;
    const struct {
        const char *statement;
        int *count;
    } steps[] = {
        {"merge/touch_seeds", nullptr},
        {"merge/seeds", nullptr},
        {"merge/lives", nullptr},
        {"merge/touch_dead_reviews", nullptr},
        {"merge/touch_dead_moves", nullptr},
        {"merge/remove_dead_moves", &change.movesRemoved},
        {"merge/remove_dead_reviews", &change.reviewsRemoved},
        {"merge/presets", nullptr},
        {"merge/touch_new_reviews", nullptr},
        {"merge/touch_new_moves", nullptr},
        {"merge/bring_reviews", &change.reviewsAdded},
        {"merge/bring_moves", &change.movesAdded},
    };
    for (const auto &[statement, count] : steps) {
        const auto changed = m_own.run(statement);
        if (!changed)
            return changed.error();
        if (count)
            *count = *changed;
    }
    return change;
}

Result<QList<QuestionId>> OtherCopy::touched() const
{
    return m_own.list<QuestionId>("merge/touched", {},
                                  [](const Row &row) { return QuestionId{row.int64(0)}; });
}

Result<QList<SettingPair>> OtherCopy::settings(const QString &keyPattern) const
{
    return m_own.list<SettingPair>("merge/settings", {{":keys", keyPattern}}, [](const Row &row) {
        return SettingPair{.key = row.text(0),
                           .other = optionalText(row, 1),
                           .otherAtMs = row.int64(2),
                           .own = optionalText(row, 3),
                           .ownAtMs = row.int64(4)};
    });
}

Result<void> OtherCopy::stampSetting(const QString &key, qint64 atMs)
{
    return done(m_own.run("merge/stamp_setting", {{":key", key}, {":at", atMs}}));
}

} // namespace flaskcards
