// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/move.h"
#include "core/result.h"
#include "core/review.h"
#include "core/statistics/daytotals.h"
#include "core/timefaults.h"

#include <QList>

#include <optional>

namespace flaskcards {

class Database;

struct MeanDuration {
    int newCount = 0;
    qint64 newMs = 0;
    int otherCount = 0;
    qint64 otherMs = 0;
};

struct SingleGap {
    int day = 0;
    Moment before;                 // of the answer before that
    std::optional<qint64> laterMs; // of the first answer on the day after; none if that is today
};

// The times of an answer as they were written, in no range.
struct OddTime {
    qint64 uid = 0; // of the row
    QuestionId question = {};
    Moment moment = {};
    qint64 durationMs = 0;
};

class ReviewLog
{
public:
    explicit ReviewLog(Database &database) : m_database(database) {}

    // Study day and place in the log are derived; `orderedAtMs` is ignored.
    Result<void> append(const Review &review, const Recital &recital = {});
    Result<int> count() const;
    // The answers of which more is known than the grade; grouped by question, oldest first.
    Result<QList<RecitedAnswer>> recitals() const;
    Result<QList<RecitedAnswer>> recitalsOf(QuestionId question) const;
    // Of each question the last answers whose key points were ticked, at most so many; as recitals().
    Result<QList<RecitedAnswer>> lastTicked(int most) const;
    Result<QList<ConfidenceTally>> confidence() const; // at most one for each of those that were said
    // Questions whose last answer was Again and on that study day, in the order of those answers.
    Result<QList<QuestionId>> failedOn(int day) const;
    Result<QList<Review>> ofQuestion(QuestionId question) const; // oldest first
    Result<QList<Review>> allByQuestion() const;                 // grouped by question, oldest first
    // The same without what came before a card was reset: what its memory is made of.
    Result<QList<Review>> allSinceReset() const;

    Result<void> append(const Move &move);
    Result<QList<Move>> movesOf(QuestionId question) const; // oldest first
    Result<QList<Move>> allMovesByQuestion() const;         // grouped by question, oldest first

    Result<QList<DayTotals>> perDay(int firstDay, int lastDay) const; // days without an answer are left out
    Result<QList<int>> days() const;                                  // study days with answers, newest first
    // Days without an answer that stand alone between two with some, or between one and `today`.
    Result<QList<SingleGap>> singleGaps(int today) const;
    Result<QList<qint64>> after(qint64 atMs) const; // times of the answers after it, ascending
    Result<QList<OddTime>> outside(const TimeBounds &bounds) const;
    Result<MeanDuration> meanDuration() const; // of the last thousand answers

    // The preset with exactly these settings, made if there is none yet.
    Result<PresetId> presetFor(const QString &schedulingJson);
    Result<QList<std::pair<PresetId, QString>>> presets() const;

private:
    Database &m_database;
};

} // namespace flaskcards
