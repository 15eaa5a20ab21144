// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/reviewlog.h"

#include "core/scheduling/studyday.h"
#include "storage/database.h"
#include "storage/ranges.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

Review reviewFrom(const Row &row)
{
    Review review;
    review.question = {row.int64(0)};
    review.orderedAtMs = row.int64(1);
    review.moment = momentIn(row, 2);
    review.rating = choiceIn(row, 5, Rating::Again, Rating::Easy);
    review.durationMs = ranged(row, 6, 0, mostOfAnything);
    review.preset = {row.int64(7)};
    review.phaseBefore = phaseIn(row, 8);
    review.shownHash = row.text(9);
    review.chosenDays = intervalIn(row, 10);
    return review;
}

RecitedAnswer recitedFrom(const Row &row)
{
    return {.question = {row.int64(0)},
            .atMs = msIn(row, 1),
            .rating = choiceIn(row, 2, Rating::Again, Rating::Easy),
            .shownHash = row.text(3),
            .recital = {.points = row.text(4),
                        .confidence = choiceIn(row, 5, Confidence::NotAsked, Confidence::Sure),
                        .thoughtMs = ranged(row, 6, 0, mostOfAnything)}};
}

DayTotals totalsFrom(const Row &row)
{
    return {.day = dayIn(row, 0),
            .byRating = {row.integer(1), row.integer(2), row.integer(3), row.integer(4)},
            .reviewed = row.integer(5),
            .recalled = row.integer(6),
            .introduced = row.integer(7),
            .durationMs = row.int64(8)};
}

Move moveFrom(const Row &row)
{
    Move move{.question = {row.int64(0)}, .orderedAtMs = row.int64(1), .atMs = msIn(row, 2)};
    if (!row.isNull(3))
        move.preset = PresetId{row.int64(3)};
    move.intervalDays = intervalIn(row, 4);
    move.dueDay = dayIn(row, 5);
    move.reset = row.boolean(6);
    return move;
}

} // namespace

Result<void> ReviewLog::append(const Review &review, const Recital &recital)
{
    auto id =
        m_database.insert("reviews/insert", {{":question", review.question.value},
                                             {":answered_at", review.moment.atMs},
                                             {":utc_offset", review.moment.utcOffsetSeconds},
                                             {":rollover_hour", review.moment.rolloverHour},
                                             {":day", studyDay(review.moment)},
                                             {":rating", int(review.rating)},
                                             {":duration", review.durationMs},
                                             {":preset", review.preset.value},
                                             {":phase_before", int(review.phaseBefore)},
                                             {":shown_hash", review.shownHash},
                                             {":chosen_days", review.chosenDays},
                                             {":points", recital.points.isNull() ? u""_s : recital.points},
                                             {":confidence", int(recital.confidence)},
                                             {":thought", recital.thoughtMs}});
    if (!id)
        return id.error();
    return {};
}

Result<int> ReviewLog::count() const
{
    return m_database.one<int>("reviews/count", {}, 0, [](const Row &row) { return row.integer(0); });
}

Result<QList<RecitedAnswer>> ReviewLog::recitals() const
{
    return m_database.list<RecitedAnswer>("reviews/recitals", {}, recitedFrom);
}

Result<QList<RecitedAnswer>> ReviewLog::recitalsOf(QuestionId question) const
{
    return m_database.list<RecitedAnswer>("reviews/recitals_of_question", {{":question", question.value}},
                                          recitedFrom);
}

Result<QList<RecitedAnswer>> ReviewLog::lastTicked(int most) const
{
    return m_database.list<RecitedAnswer>("reviews/last_ticked", {{":most", most}}, recitedFrom);
}

Result<QList<ConfidenceTally>> ReviewLog::confidence() const
{
    return m_database.list<ConfidenceTally>("reviews/confidence", {}, [](const Row &row) {
        return ConfidenceTally{choiceIn(row, 0, Confidence::NotAsked, Confidence::Sure), row.integer(1),
                               row.integer(2)};
    });
}

Result<QList<QuestionId>> ReviewLog::failedOn(int day) const
{
    return m_database.list<QuestionId>("reviews/failed_on_day", {{":day", day}},
                                       [](const Row &row) { return QuestionId{row.int64(0)}; });
}

Result<QList<Review>> ReviewLog::ofQuestion(QuestionId question) const
{
    return m_database.list<Review>("reviews/of_question", {{":question", question.value}}, reviewFrom);
}

Result<QList<Review>> ReviewLog::allByQuestion() const
{
    return m_database.list<Review>("reviews/all_by_question", {}, reviewFrom);
}

Result<QList<Review>> ReviewLog::allSinceReset() const
{
    return m_database.list<Review>("reviews/all_since_reset", {}, reviewFrom);
}

Result<void> ReviewLog::append(const Move &move)
{
    auto id = m_database.insert(
        "moves/insert",
        {{":question", move.question.value},
         {":moved_at", move.atMs},
         {":preset", move.preset ? QVariant(move.preset->value) : QVariant(QMetaType::fromType<qint64>())},
         {":interval_days", move.intervalDays},
         {":due_day", move.dueDay},
         {":reset", int(move.reset)}});
    if (!id)
        return id.error();
    return {};
}

Result<QList<Move>> ReviewLog::movesOf(QuestionId question) const
{
    return m_database.list<Move>("moves/of_question", {{":question", question.value}}, moveFrom);
}

Result<QList<Move>> ReviewLog::allMovesByQuestion() const
{
    return m_database.list<Move>("moves/all_by_question", {}, moveFrom);
}

Result<QList<DayTotals>> ReviewLog::perDay(int firstDay, int lastDay) const
{
    return m_database.list<DayTotals>("reviews/per_day", {{":first", firstDay}, {":last", lastDay}},
                                      totalsFrom);
}

Result<QList<int>> ReviewLog::days() const
{
    return m_database.list<int>("reviews/days", {}, [](const Row &row) { return dayIn(row, 0); });
}

Result<QList<SingleGap>> ReviewLog::singleGaps(int today) const
{
    return m_database.list<SingleGap>("reviews/single_gaps", {{":today", today}}, [](const Row &row) {
        SingleGap gap{dayIn(row, 0), momentIn(row, 1), {}};
        if (!row.isNull(4))
            gap.laterMs = msIn(row, 4);
        return gap;
    });
}

Result<QList<qint64>> ReviewLog::after(qint64 atMs) const
{
    // West of UTC with a late start of the day a study day is behind that of UTC by up to two.
    const int firstDay = localDay(atMs, 0) - 2;
    return m_database.list<qint64>("reviews/after", {{":day", firstDay}, {":moment", atMs}},
                                   [](const Row &row) { return row.int64(0); });
}

Result<QList<OddTime>> ReviewLog::outside(const TimeBounds &bounds) const
{
    return m_database.list<OddTime>("reviews/outside",
                                    {{":earliest", bounds.earliestMs},
                                     {":latest", bounds.latestMs},
                                     {":widest_offset", bounds.widestOffsetSeconds},
                                     {":longest", bounds.longestMs}},
                                    [](const Row &row) {
                                        return OddTime{row.int64(0),
                                                       {row.int64(1)},
                                                       {row.int64(2), row.integer(3), row.integer(4)},
                                                       row.int64(5)};
                                    });
}

Result<MeanDuration> ReviewLog::meanDuration() const
{
    MeanDuration mean;
    auto done = m_database.forEach("reviews/mean_duration", {}, [&](const Row &row) {
        (row.boolean(0) ? mean.newCount : mean.otherCount) = row.integer(1);
        (row.boolean(0) ? mean.newMs : mean.otherMs) = row.int64(2);
    });
    if (!done)
        return done.error();
    return mean;
}

Result<PresetId> ReviewLog::presetFor(const QString &schedulingJson)
{
    auto preset = m_database.one<PresetId>("presets/id_of", {{":scheduling", schedulingJson}}, {},
                                           [](const Row &row) { return PresetId{row.int64(0)}; });
    if (!preset || preset->isValid())
        return preset;
    auto inserted = m_database.insert("presets/insert", {{":scheduling", schedulingJson}});
    if (!inserted)
        return inserted.error();
    return PresetId{*inserted};
}

Result<QList<std::pair<PresetId, QString>>> ReviewLog::presets() const
{
    return m_database.list<std::pair<PresetId, QString>>(
        "presets/all", {}, [](const Row &row) { return std::pair(PresetId{row.int64(0)}, row.text(1)); });
}

} // namespace flaskcards
