// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rawlog.h"

#include "core/storedtext.h"
#include "storage/database.h"

namespace flaskcards {

namespace {

AnswerRow answerFrom(const Row &row)
{
    return {.id = row.int64(0),
            .uid = row.int64(1),
            .question = {row.int64(2)},
            .atMs = row.int64(3),
            .orderedAtMs = row.int64(4),
            .utcOffsetSeconds = row.int64(5),
            .rolloverHour = row.int64(6),
            .day = row.int64(7),
            .rating = row.int64(8),
            .durationMs = row.int64(9),
            .preset = {row.int64(10)},
            .phaseBefore = row.int64(11),
            .shownHash = row.blob(12),
            .chosenDays = row.int64(13),
            .points = row.blob(14),
            .confidence = row.int64(15),
            .thoughtMs = row.int64(16)};
}

MoveRow moveFrom(const Row &row)
{
    return {.id = row.int64(0),
            .uid = row.int64(1),
            .question = {row.int64(2)},
            .atMs = row.int64(3),
            .orderedAtMs = row.int64(4),
            .preset = row.isNull(5) ? std::nullopt : std::optional(PresetId{row.int64(5)}),
            .intervalDays = row.int64(6),
            .dueDay = row.int64(7),
            .reset = row.int64(8)};
}

Result<void> replace(Database &database, qint64 id, const char *remove, const char *insert,
                     const Bindings &bindings)
{
    if (auto removed = database.run(remove, {{":id", id}}); !removed)
        return removed.error();
    if (auto inserted = database.insert(insert, bindings); !inserted)
        return inserted.error();
    return {};
}

} // namespace

Result<LogRows> readLogRows(Database &database)
{
    const auto answers = database.list<AnswerRow>("reviews/rows", {}, answerFrom);
    if (!answers)
        return answers.error();
    const auto moves = database.list<MoveRow>("moves/rows", {}, moveFrom);
    if (!moves)
        return moves.error();
    return LogRows{*answers, *moves};
}

Result<void> replaceRow(Database &database, const AnswerRow &row)
{
    const auto text = [](const QByteArray &bytes) {
        const QString mended = mendedText(bytes);
        return mended.isNull() ? QStringLiteral("") : mended;
    };
    return replace(database, row.id, "reviews/delete", "reviews/insert_repaired",
                   {{":uid", row.uid},
                    {":question", row.question.value},
                    {":answered_at", row.atMs},
                    {":ordered_at", row.orderedAtMs},
                    {":utc_offset", row.utcOffsetSeconds},
                    {":rollover_hour", row.rolloverHour},
                    {":day", row.day},
                    {":rating", row.rating},
                    {":duration", row.durationMs},
                    {":preset", row.preset.value},
                    {":phase_before", row.phaseBefore},
                    {":shown_hash", text(row.shownHash)},
                    {":chosen_days", row.chosenDays},
                    {":points", text(row.points)},
                    {":confidence", row.confidence},
                    {":thought", row.thoughtMs}});
}

Result<void> replaceRow(Database &database, const MoveRow &row)
{
    return replace(
        database, row.id, "moves/delete", "moves/insert_repaired",
        {{":uid", row.uid},
         {":question", row.question.value},
         {":moved_at", row.atMs},
         {":ordered_at", row.orderedAtMs},
         {":preset", row.preset ? QVariant(row.preset->value) : QVariant(QMetaType::fromType<qint64>())},
         {":interval_days", row.intervalDays},
         {":due_day", row.dueDay},
         {":reset", row.reset}});
}

} // namespace flaskcards
