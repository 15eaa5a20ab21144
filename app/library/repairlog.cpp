// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/repairlog.h"

#include "core/logfaults.h"
#include "core/logrepair.h"
#include "core/storedtext.h"
#include "library/replay.h"
#include "storage/rawlog.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// The settings of another row once more: no two rows are the same, so it says whose place it takes.
QString standInText(const QString &json, PresetId preset)
{
    QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    object.insert(u"inPlaceOf"_s, preset.value);
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QSet<PresetId> presetsOf(const LogRows &log)
{
    QSet<PresetId> presets;
    for (const AnswerRow &row : log.answers)
        presets.insert(row.preset);
    for (const MoveRow &row : log.moves) {
        if (row.preset)
            presets.insert(*row.preset);
    }
    return presets;
}

// The phases of one question's answers, by their places in its log.
using Phases = QHash<qint64, Phase>;

Phases phasesOf(const Replay &replay, QuestionId question, const QString &seed)
{
    Phases phases;
    Phase before = Phase::New;
    replay.run(question, seed, [&](const ReplayStep &step) {
        if (step.answer)
            phases.insert(step.answer->orderedAtMs, before);
        before = step.schedule.phase;
    });
    return phases;
}

QList<Review> inLogOrder(const LogRows &log)
{
    QList<AnswerRow> rows = log.answers;
    std::sort(rows.begin(), rows.end(), [](const AnswerRow &a, const AnswerRow &b) {
        return std::tuple(a.question, a.orderedAtMs, a.uid) < std::tuple(b.question, b.orderedAtMs, b.uid);
    });
    QList<Review> reviews;
    for (const AnswerRow &row : std::as_const(rows))
        reviews.append(toReview(row));
    return reviews;
}

Result<void> mendPhases(const Store &store, LogRows &log)
{
    const auto moves = store.reviews.allMovesByQuestion();
    if (!moves)
        return moves.error();
    const auto replay = Replay::of(store, inLogOrder(log), *moves);
    if (!replay)
        return replay.error();
    for (AnswerRow &row : log.answers) {
        if (isPossiblePhase(row.phaseBefore))
            continue;
        const auto seed = store.cards.fuzzSeed(row.question);
        if (!seed)
            return seed.error();
        row.phaseBefore = int(phasesOf(*replay, row.question, *seed).value(row.orderedAtMs));
    }
    return {};
}

bool needsReplacing(const AnswerRow &before, const AnswerRow &after)
{
    return before != after || !isSoundText(before.shownHash);
}

bool needsReplacing(const MoveRow &before, const MoveRow &after)
{
    return before != after;
}

template <typename Rows>
Result<void> replaceChanged(Store &store, const Rows &before, const Rows &after)
{
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (!needsReplacing(before.at(i), after.at(i)))
            continue;
        if (auto replaced = replaceRow(store.database, after.at(i)); !replaced)
            return replaced;
    }
    return {};
}

} // namespace

Result<void> mendPresets(Store &store)
{
    const auto log = readLogRows(store.database);
    if (!log)
        return log.error();
    const auto known = store.reviews.presets();
    if (!known)
        return known.error();
    const auto replay = Replay::of(store, {}, {});
    if (!replay)
        return replay.error();
    QHash<PresetId, QString> texts;
    QSet<PresetId> wanted = presetsOf(*log);
    for (const auto &[id, json] : *known) {
        texts.insert(id, json);
        wanted.insert(id);
    }
    for (const PresetId preset : std::as_const(wanted)) {
        if (replay->knows(preset))
            continue;
        const QString text = standInText(texts.value(replay->standIn(preset)), preset);
        auto put = store.database.run("presets/put", {{":id", preset.value}, {":scheduling", text}});
        if (!put)
            return put.error();
    }
    return {};
}

Result<void> mendImpossibleAnswers(Store &store)
{
    const auto log = readLogRows(store.database);
    if (!log)
        return log.error();
    LogRows wanted = withPossibleFigures(*log);
    if (auto mended = mendPhases(store, wanted); !mended)
        return mended;
    for (qsizetype i = 0; i < wanted.answers.size(); ++i) {
        if (hasPossibleFigures(log->answers.at(i)))
            continue;
        if (auto replaced = replaceRow(store.database, wanted.answers.at(i)); !replaced)
            return replaced;
    }
    return {};
}

Result<void> mendLog(Store &store, qint64 nowMs)
{
    const auto log = readLogRows(store.database);
    if (!log)
        return log.error();
    const LogRows wanted = repairedLog(*log, nowMs);
    if (auto replaced = replaceChanged(store, log->answers, wanted.answers); !replaced)
        return replaced;
    return replaceChanged(store, log->moves, wanted.moves);
}

Result<void> mendCards(Store &store)
{
    const auto replay = Replay::read(store);
    if (!replay)
        return replay.error();
    const auto cards = store.cards.all();
    if (!cards)
        return cards.error();
    for (const StoredCard &stored : *cards) {
        const QuestionId question = stored.card.question;
        const Schedule wanted = replay->run(question, stored.fuzzSeed);
        if (wanted == stored.card.schedule)
            continue;
        if (auto saved = store.cards.saveSchedule(question, wanted); !saved)
            return saved;
    }
    return {};
}

} // namespace flaskcards
