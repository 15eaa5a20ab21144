// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/undotable.h"

#include "storage/database.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

HistoryStep stepFrom(const Row &row)
{
    return {.id = row.int64(0),
            .label = row.text(1),
            .detail = row.text(2),
            .questions = row.integer(3),
            .question = {row.int64(4)},
            .atMs = row.int64(5),
            .undone = row.boolean(6)};
}

Result<std::optional<HistoryStep>> oneStep(Database &database, const char *statement)
{
    return database.one<std::optional<HistoryStep>>(statement, {}, std::nullopt, stepFrom);
}

} // namespace

Result<void> UndoTable::push(const HistoryStep &step, const QByteArray &changeset)
{
    if (auto dropped = m_database.run("undo/delete_undone"); !dropped)
        return dropped.error();
    auto inserted = m_database.insert("undo/insert", {{":label", step.label},
                                                      {":detail", step.detail.isNull() ? u""_s : step.detail},
                                                      {":questions", step.questions},
                                                      {":question", step.question.value},
                                                      {":at", step.atMs},
                                                      {":changes", changeset}});
    if (!inserted)
        return inserted.error();
    return done(m_database.run("undo/thin", {{":keep", keptSteps}}));
}

Result<std::optional<HistoryStep>> UndoTable::lastDone() const
{
    return oneStep(m_database, "undo/last_done");
}

Result<std::optional<HistoryStep>> UndoTable::nextUndone() const
{
    return oneStep(m_database, "undo/first_undone");
}

Result<QList<HistoryStep>> UndoTable::history() const
{
    return m_database.list<HistoryStep>("undo/history", {}, stepFrom);
}

Result<QByteArray> UndoTable::changeset(qint64 id) const
{
    return m_database.one<QByteArray>("undo/changes", {{":id", id}}, {},
                                      [](const Row &row) { return row.blob(0); });
}

Result<void> UndoTable::setUndone(qint64 id, bool undone)
{
    return done(m_database.run("undo/set_undone", {{":id", id}, {":undone", int(undone)}}));
}

} // namespace flaskcards
