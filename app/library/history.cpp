// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/history.h"

#include "library/questions.h"
#include "library/replay.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

Changes changesOf(const ChangedRows &rows)
{
    return {rows.questions, rows.cards, rows.reviews, rows.settings, rows.moves};
}

// While it lives, triggers stamp what is changed by hand.
class Stamping
{
public:
    Stamping(Database &database, bool byHand, qint64 nowMs) : m_database(database)
    {
        m_database.setEditTime(byHand ? std::optional(nowMs) : std::nullopt);
    }
    ~Stamping() { m_database.setEditTime(std::nullopt); }
    Q_DISABLE_COPY_MOVE(Stamping)

private:
    Database &m_database;
};

HistoryStep stepOf(const Operation &operation, const ChangedRows &rows, qint64 nowMs)
{
    const QSet<QuestionId> touched = rows.questions + rows.cards;
    return {.label = operation.label,
            .detail = operation.detail,
            .questions = int(touched.size()),
            .question = touched.size() == 1 ? *touched.begin() : QuestionId(),
            .atMs = nowMs};
}

Result<void> replayCard(Store &store, QuestionId question)
{
    const auto seed = store.cards.fuzzSeed(question);
    if (!seed)
        return seed.error();
    const auto replay = Replay::read(store, question);
    if (!replay)
        return replay.error();
    return store.cards.saveSchedule(question, replay->run(question, *seed));
}

// The full-text index is no part of a changeset.
Result<void> followText(Store &store, const ChangedRows &rows)
{
    for (const QuestionId question : rows.questions) {
        if (auto done = indexAnew(store, question); !done)
            return done;
    }
    for (const QuestionId card : rows.cards - rows.questions) {
        if (auto done = store.search.followTags(card); !done)
            return done;
    }
    return {};
}

void add(Changes &all, const Changes &more)
{
    all.questions += more.questions;
    all.cards += more.cards;
    all.reviews = all.reviews || more.reviews;
    all.moves = all.moves || more.moves;
    all.settings = all.settings || more.settings;
}

// One step, back or forth, noted in `all`.
Result<void> moveOver(Store &store, Direction direction, const HistoryStep &step, qint64 nowMs, Stepped &all)
{
    const auto changeset = store.undo.changeset(step.id);
    if (!changeset)
        return changeset.error();
    const auto rows = describeChangeset(*changeset);
    if (!rows)
        return rows.error();
    const Stamping stamping(store.database, !rows->bookkeeping, nowMs);
    const auto left = applyChangeset(store.database, *changeset, direction);
    if (!left)
        return left.error();
    for (const QuestionId card : left->cards) {
        if (auto done = replayCard(store, card); !done)
            return done;
    }
    if (auto done = followText(store, *rows); !done)
        return done;
    all.steps.append(step);
    all.steps.last().undone = direction == Direction::Back;
    add(all.changes, changesOf(*rows));
    all.partly = all.partly || left->byHand;
    return store.undo.setUndone(step.id, direction == Direction::Back);
}

} // namespace

Result<Changes> performed(Store &store, const Operation &operation, qint64 nowMs)
{
    if (operation.lasting) {
        if (auto done = operation.lasting(store); !done)
            return done.error();
    }
    const bool undoable = !operation.label.isEmpty();
    const bool byHand = undoable && operation.bookkeeping == Bookkeeping::Stamped;
    const Stamping stamping(store.database, byHand, nowMs);
    auto recorder = ChangeRecorder::start(store.database, operation.bookkeeping);
    if (!recorder)
        return recorder.error();
    if (auto done = operation.work(store); !done)
        return done.error();
    const auto changeset = (*recorder)->changeset();
    if (!changeset)
        return changeset.error();
    const auto rows = describeChangeset(*changeset);
    if (!rows)
        return rows.error();
    if (undoable && !changeset->isEmpty()) {
        if (auto kept = store.undo.push(stepOf(operation, *rows, nowMs), *changeset); !kept)
            return kept.error();
    }
    Changes changes = changesOf(*rows);
    changes.settings |= bool(operation.lasting);
    return changes;
}

Result<Stepped> stepped(Store &store, Direction direction, qint64 until, qint64 nowMs)
{
    Stepped all;
    do {
        const auto step = direction == Direction::Back ? store.undo.lastDone() : store.undo.nextUndone();
        if (!step)
            return step.error();
        if (!*step)
            return Error{ErrorCode::NotFound, u"undo"_s};
        if (auto done = moveOver(store, direction, **step, nowMs, all); !done)
            return done.error();
    } while (until > 0 && all.steps.last().id != until);
    return all;
}

} // namespace flaskcards
