// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logfaults.h"

#include "core/scheduling/studyday.h"

#include <algorithm>

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

bool isPossibleConfidence(qint64 confidence)
{
    return confidence >= int(Confidence::NotAsked) && confidence <= int(Confidence::Sure);
}

bool isPossibleThought(qint64 thoughtMs)
{
    return thoughtMs >= 0 && thoughtMs <= longestThoughtMs;
}

bool arePossiblePoints(QByteArrayView points)
{
    constexpr qsizetype mostPoints = 64;
    return points.size() <= mostPoints &&
           std::all_of(points.begin(), points.end(), [](char point) { return point == '0' || point == '1'; });
}

bool hasPossibleFigures(const AnswerRow &row)
{
    return isPossibleRating(row.rating) && isPossiblePhase(row.phaseBefore) &&
           isPossibleHour(row.rolloverHour) && isPossibleInterval(row.chosenDays) &&
           isPossibleConfidence(row.confidence) && isPossibleThought(row.thoughtMs) &&
           arePossiblePoints(row.points);
}

bool countsToItsDay(const AnswerRow &row)
{
    constexpr qint64 farthest = qint64(1) << 60; // no overflow on the way
    return row.atMs > -farthest && row.atMs < farthest && studyDay(toReview(row).moment) == row.day;
}

QSet<QuestionId> withoutOrder(const LogRows &log)
{
    QSet<QuestionId> found;
    const auto note = [&](const auto &rows) {
        for (const auto &row : rows) {
            if (row.orderedAtMs < row.atMs)
                found.insert(row.question);
        }
    };
    note(log.answers);
    note(log.moves);
    return found;
}

} // namespace flaskcards
