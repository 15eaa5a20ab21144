// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/questionstore.h"

#include "storage/cardstore.h"
#include "storage/database.h"
#include "storage/ranges.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

Bindings bindingsOf(const StoredQuestion &stored)
{
    return {{":slug", stored.question.slug},
            {":topic", stored.question.topic},
            {":level", int(stored.question.level)},
            {":kind", int(stored.question.kind)},
            {":title", stored.question.title},
            {":tags", stored.question.tags.join(u',') + u""_s},
            {":asked", askedCount(stored.question)},
            {":position", stored.position},
            {":needed_by", stored.neededBy},
            {":hash", stored.hash},
            {":source", stored.source},
            {":origin", int(stored.origin)},
            {":bank_hash", stored.bankHash + u""_s},
            {":base_hash", stored.baseHash + u""_s}};
}

QuestionFacts factsFrom(const Row &row)
{
    QuestionFacts facts;
    facts.id = {row.int64(0)};
    facts.slug = row.text(1);
    facts.topic = row.text(2);
    facts.level = choiceIn(row, 3, Level::Basic, Level::Advanced);
    facts.kind = choiceIn(row, 4, Kind::Concept, Kind::Design);
    facts.tags = row.text(5).split(u',', Qt::SkipEmptyParts);
    facts.asked = ranged(row, 6, 0, mostOfAnything);
    facts.title = row.text(7);
    facts.origin = Origin(row.integer(8));
    facts.ownTags = row.text(9).split(u',', Qt::SkipEmptyParts);
    facts.card = cardFrom(row, 10);
    return facts;
}

} // namespace

Result<QHash<QString, KnownQuestion>> QuestionStore::known() const
{
    QHash<QString, KnownQuestion> known;
    auto read = m_database.forEach("questions/all_known", {}, [&](const Row &row) {
        known.insert(row.text(1), {{row.int64(0)},
                                   row.text(2),
                                   row.integer(3),
                                   row.integer(4),
                                   row.boolean(5),
                                   Origin(row.integer(6)),
                                   row.text(7)});
    });
    if (!read)
        return read.error();
    return known;
}

Result<QuestionId> QuestionStore::insert(const StoredQuestion &question)
{
    auto id = m_database.insert("questions/insert", bindingsOf(question));
    if (!id)
        return id.error();
    return QuestionId{*id};
}

Result<void> QuestionStore::update(QuestionId id, const StoredQuestion &question)
{
    return done(m_database.run("questions/update", bindingsOf(question) << Binding{":id", id.value}));
}

Result<void> QuestionStore::setOrder(QuestionId id, int position, int neededBy)
{
    return done(m_database.run("questions/set_order",
                               {{":id", id.value}, {":position", position}, {":needed_by", neededBy}}));
}

Result<void> QuestionStore::retire(QuestionId id)
{
    return done(m_database.run("questions/retire", {{":id", id.value}}));
}

Result<void> QuestionStore::bringBack(QuestionId id)
{
    return done(m_database.run("questions/bring_back", {{":id", id.value}}));
}

Result<void> QuestionStore::setBankHash(QuestionId id, const QString &hash)
{
    return done(m_database.run("questions/set_bank_hash", {{":id", id.value}, {":hash", hash}}));
}

Result<int> QuestionStore::countBehindBank() const
{
    return m_database.one<int>("questions/count_behind_bank", {}, 0,
                               [](const Row &row) { return row.integer(0); });
}

Result<int> QuestionStore::lastPosition() const
{
    return m_database.one<int>("questions/last_position", {}, 0,
                               [](const Row &row) { return row.integer(0); });
}

Result<void> QuestionStore::rename(QuestionId id, const QString &slug)
{
    return done(m_database.run("questions/rename", {{":id", id.value}, {":slug", slug}}));
}

Result<void> QuestionStore::remove(QuestionId id)
{
    return done(m_database.run("questions/delete", {{":id", id.value}}));
}

Result<QuestionSource> QuestionStore::source(QuestionId id) const
{
    auto source =
        m_database.one<QuestionSource>("questions/source", {{":id", id.value}}, {}, [](const Row &row) {
            return QuestionSource{row.text(0),   row.text(1),    row.text(2),
                                  row.text(3),   row.boolean(4), Origin(row.integer(5)),
                                  row.text(6),   row.text(7),    row.integer(8),
                                  row.integer(9)};
        });
    if (source && source->slug.isEmpty())
        return Error{ErrorCode::NotFound, u"question %1"_s.arg(id.value)};
    return source;
}

Result<QString> QuestionStore::title(QuestionId id) const
{
    return m_database.one<QString>("questions/title", {{":id", id.value}}, {},
                                   [](const Row &row) { return row.text(0); });
}

Result<QuestionId> QuestionStore::idOf(const QString &slug) const
{
    auto id = m_database.one<QuestionId>("questions/id_of_slug", {{":slug", slug}}, {},
                                         [](const Row &row) { return QuestionId{row.int64(0)}; });
    if (id && !id->isValid())
        return Error{ErrorCode::NotFound, slug};
    return id;
}

Result<QList<QuestionFacts>> QuestionStore::facts() const
{
    return m_database.list<QuestionFacts>("questions/facts", {}, factsFrom);
}

Result<QList<DeletedQuestion>> QuestionStore::deleted() const
{
    return m_database.list<DeletedQuestion>("questions/deleted", {}, [](const Row &row) {
        return DeletedQuestion{{row.int64(0)}, row.text(1), row.text(2)};
    });
}

Result<QHash<QuestionId, QString>> QuestionStore::texts(const char *statement) const
{
    QHash<QuestionId, QString> texts;
    auto read =
        m_database.forEach(statement, {}, [&](const Row &row) { texts.insert({row.int64(0)}, row.text(1)); });
    if (!read)
        return read.error();
    return texts;
}

Result<QHash<QuestionId, QString>> QuestionStore::topics() const
{
    return texts("questions/topics");
}

Result<QHash<QuestionId, QString>> QuestionStore::headers() const
{
    return texts("questions/headers");
}

} // namespace flaskcards
