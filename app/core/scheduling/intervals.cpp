// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/intervals.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace flaskcards {

namespace {

constexpr double shortestReviewDays = 0.5;
constexpr double daySecs = 86'400;

// Graduated or passed: at least minimumDays unless the maximum is less.
int spread(double rawDays, int minimumDays, const IntervalLimits &limits)
{
    const int maximum = std::max(limits.maximumDays, 1);
    const int minimum = std::clamp(minimumDays, 1, maximum);
    if (limits.factor && limits.choose)
        return (*limits.choose)(fuzzBounds(rawDays, minimum, maximum), rawDays);
    return fuzzed(rawDays, minimum, maximum, limits.factor);
}

// Least days so that fuzz does not go back behind the previous interval; 0 if the model itself does.
int leastAfter(double rawDays, int previousDays)
{
    if (std::round(rawDays) > previousDays)
        return previousDays + 1;
    return previousDays <= latestFuzzed(rawDays) ? previousDays : 0;
}

bool staysToday(const StepRules &rules, double rawDays)
{
    return rawDays < shortestReviewDays && rules.sameDayAllowed &&
           (rules.steps.isEmpty() || rules.shortTermWithSteps);
}

// No step applies: to Review, or a wait within the day if the model wishes one.
StepOutcome leaving(const StepRules &rules, int remaining, double rawDays)
{
    StepOutcome outcome{
        .secs = {}, .remaining = remaining, .days = spread(wholeDays(rawDays), 1, rules.limits)};
    if (staysToday(rules, rawDays))
        outcome.secs = int(rawDays * daySecs);
    return outcome;
}

StepOutcome answerEasy(const StepRules &rules, const RawIntervals &raw)
{
    const int good = spread(raw[ratingIndex(Rating::Good)], 1, rules.limits);
    return {.secs = {},
            .remaining = 0,
            .days = spread(wholeDays(raw[ratingIndex(Rating::Easy)]), good + 1, rules.limits)};
}

// The step that an answer leads to and what is then left.
StepOutcome stepAfter(const Steps &steps, int remaining, Rating rating)
{
    switch (rating) {
    case Rating::Again:
        return {.secs = steps.againSecs(), .remaining = steps.count(), .days = 0};
    case Rating::Hard:
        return {.secs = steps.hardSecs(remaining), .remaining = remaining, .days = 0};
    case Rating::Good:
        return {
            .secs = steps.goodSecs(remaining), .remaining = steps.remainingAfterGood(remaining), .days = 0};
    case Rating::Easy:
        break;
    }
    return {};
}

} // namespace

int wholeDays(double rawDays)
{
    return int(std::clamp<double>(std::round(rawDays), 1, std::numeric_limits<int>::max()));
}

ReviewIntervals reviewIntervals(const RawIntervals &raw, int previousDays, const IntervalLimits &limits)
{
    const auto days = [&](Rating rating, int atLeast) {
        const double wished = raw[ratingIndex(rating)];
        return spread(wished, std::max(leastAfter(wished, previousDays), atLeast), limits);
    };
    ReviewIntervals intervals;
    intervals.hard = days(Rating::Hard, 1);
    intervals.good = days(Rating::Good, intervals.hard + 1);
    intervals.easy = days(Rating::Easy, intervals.good + 1);
    return intervals;
}

StepOutcome answerLearning(const StepRules &rules, int remaining, Rating rating, const RawIntervals &raw)
{
    if (rating == Rating::Easy)
        return answerEasy(rules, raw);
    const StepOutcome step = stepAfter(rules.steps, remaining, rating);
    if (step.secs)
        return step;
    // A wait within the day is no step: only Again starts over.
    const int left = rating == Rating::Again ? rules.steps.count() : remaining;
    return leaving(rules, left, raw[ratingIndex(rating)]);
}

StepOutcome answerRelearning(const StepRules &rules, int remaining, Rating rating, const RawIntervals &raw)
{
    StepOutcome outcome = answerLearning(rules, remaining, rating, raw);
    if (rating == Rating::Again && !rules.steps.isEmpty())
        outcome.days = wholeDays(raw[ratingIndex(rating)]);
    return outcome;
}

StepOutcome answerLapse(const StepRules &rules, const RawIntervals &raw)
{
    const double again = raw[ratingIndex(Rating::Again)];
    StepOutcome outcome{
        .secs = rules.steps.againSecs(), .remaining = rules.steps.count(), .days = wholeDays(again)};
    if (!outcome.secs && staysToday(rules, again))
        outcome.secs = int(again * daySecs);
    return outcome;
}

bool isLeechLapse(int lapses, int threshold)
{
    if (threshold <= 0 || lapses < threshold)
        return false;
    return (lapses - threshold) % std::max((threshold + 1) / 2, 1) == 0;
}

} // namespace flaskcards
