// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logfaults.h"

#include "core/scheduling/studyday.h"

namespace flaskcards {

std::optional<TimeFault> timeFault(const AnswerRow &row, const TimeBounds &bounds)
{
    const Review review = toReview(row);
    return timeFault(review.moment, row.durationMs, bounds);
}

bool isPossibleMoment(qint64 atMs, const TimeBounds &bounds)
{
    return atMs >= bounds.earliestMs && atMs <= bounds.latestMs;
}

bool isPossibleRating(qint64 rating)
{
    return rating >= int(Rating::Again) && rating <= int(Rating::Easy);
}

bool isPossiblePhase(qint64 phase)
{
    return phase >= int(Phase::New) && phase <= int(Phase::Relearning);
}

bool isPossibleHour(qint64 rolloverHour)
{
    return rolloverHour >= 0 && rolloverHour <= 23;
}

bool isPossibleInterval(qint64 chosenDays)
{
    return chosenDays >= 0 && chosenDays <= longestIntervalDays;
}

bool hasPossibleFigures(const AnswerRow &row)
{
    return isPossibleRating(row.rating) && isPossiblePhase(row.phaseBefore) &&
           isPossibleHour(row.rolloverHour) && isPossibleInterval(row.chosenDays);
}

bool countsToItsDay(const AnswerRow &row)
{
    constexpr qint64 farthest = qint64(1) << 60; // no overflow on the way
    return row.atMs > -farthest && row.atMs < farthest && studyDay(toReview(row).moment) == row.day;
}

QSet<QuestionId> withoutOrder(const LogRows &log)
{
    QSet<std::pair<QuestionId, qint64>> places;
    QSet<QuestionId> found;
    const auto note = [&](QuestionId question, qint64 orderedAtMs) {
        const auto before = places.size();
        places.insert({question, orderedAtMs});
        if (places.size() == before)
            found.insert(question);
    };
    for (const AnswerRow &row : log.answers)
        note(row.question, row.orderedAtMs);
    for (const MoveRow &row : log.moves)
        note(row.question, row.orderedAtMs);
    return found;
}

} // namespace flaskcards
