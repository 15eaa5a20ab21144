// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduling/balancer.h"
#include "core/scheduling/fuzz.h"
#include "core/scheduling/intervals.h"
#include "core/scheduling/studyday.h"
#include "fields.h"

#include <QHash>

namespace flaskcards::probe {

// One line of `probe rules` and the test of its data: the case goes through the function that the scheduler
// calls.

inline QJsonValue orNull(std::optional<int> number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

inline QJsonValue fuzzBoundsAnswer(Fields &in)
{
    const double interval = in.number("interval"_L1);
    const int minimum = in.whole("minimum"_L1);
    const DayRange range = fuzzBounds(interval, minimum, in.whole("maximum"_L1));
    return QJsonArray{range.first, range.last};
}

inline QJsonValue fuzzedAnswer(Fields &in)
{
    const double interval = in.number("interval"_L1);
    const int minimum = in.whole("minimum"_L1);
    const int maximum = in.whole("maximum"_L1);
    return fuzzed(interval, minimum, maximum, in.numberOrNull("factor"_L1));
}

inline IntervalLimits limitsOf(Fields &in)
{
    return {.maximumDays = in.whole("maximum"_L1), .factor = in.numberOrNull("factor"_L1)};
}

inline QJsonValue reviewIntervalsAnswer(Fields &in)
{
    Fields raw(in.object("raw"_L1));
    const RawIntervals wished{0, raw.number("hard"_L1), raw.number("good"_L1), raw.number("easy"_L1)};
    if (raw.error())
        in.fail(raw.error()->context);
    const ReviewIntervals days = reviewIntervals(wished, in.whole("previous"_L1), limitsOf(in));
    return QJsonArray{days.hard, days.good, days.easy};
}

inline QJsonValue stepDelaysAnswer(Fields &in)
{
    const QList<double> minutes = in.numbers("steps"_L1);
    const Steps steps(minutes);
    const int remaining = in.whole("remaining"_L1);
    return QJsonObject{{u"again"_s, orNull(steps.againSecs())},
                       {u"hard"_s, orNull(steps.hardSecs(remaining))},
                       {u"good"_s, orNull(steps.goodSecs(remaining))}};
}

inline Rating ratingOf(Fields &in)
{
    const int grade = in.whole("rating"_L1);
    if (grade >= 1 && grade <= 4)
        return Rating(grade);
    in.fail(u"\"rating\" must be 1 to 4"_s);
    return Rating::Good;
}

inline QJsonValue answerLearningAnswer(Fields &in)
{
    const QList<double> minutes = in.numbers("steps"_L1);
    const StepRules rules{.steps = Steps(minutes),
                          .limits = limitsOf(in),
                          .sameDayAllowed = in.flag("shortTermAllowed"_L1),
                          .shortTermWithSteps = in.flag("shortTermWithSteps"_L1)};
    Fields raw(in.object("raw"_L1));
    const RawIntervals wished{raw.number("again"_L1), raw.number("hard"_L1), raw.number("good"_L1),
                              raw.number("easy"_L1)};
    if (raw.error())
        in.fail(raw.error()->context);
    const int remaining = in.whole("remaining"_L1);
    const StepOutcome next = answerLearning(rules, remaining, ratingOf(in), wished);
    if (next.secs)
        return QJsonObject{{u"to"_s, u"step"_s}, {u"secs"_s, *next.secs}, {u"remaining"_s, next.remaining}};
    return QJsonObject{{u"to"_s, u"review"_s}, {u"days"_s, next.days}};
}

inline QJsonValue acrossRolloverAnswer(Fields &in)
{
    const int secs = in.whole("secs"_L1);
    const Delay delay = acrossRollover(secs, in.large("secsUntilRollover"_L1));
    return delay.days > 0 ? QJsonObject{{u"days"_s, delay.days}} : QJsonObject{{u"secs"_s, delay.secs}};
}

inline QJsonValue stepFuzzLimitAnswer(Fields &in)
{
    return stepFuzzLimit(in.whole("secs"_L1));
}

inline QJsonValue studyDayAnswer(Fields &in)
{
    const int firstDay = localDay(in.large("created"_L1) * 1000, in.whole("createdOffset"_L1) * 60);
    const Moment now{.atMs = in.large("now"_L1) * 1000,
                     .utcOffsetSeconds = in.whole("nowOffset"_L1) * 60,
                     .rolloverHour = in.whole("rolloverHour"_L1)};
    return QJsonObject{{u"day"_s, studyDaysSince(firstDay, now)},
                       {u"nextRollover"_s, nextRolloverMs(now) / 1000}};
}

inline QJsonValue elapsedDaysAnswer(Fields &in)
{
    const qint64 reviewedAtMs = in.large("reviewedAt"_L1) * 1000;
    return elapsedDays(reviewedAtMs, in.large("nextRollover"_L1) * 1000);
}

inline QJsonValue leechAnswer(Fields &in)
{
    const int lapses = in.whole("lapses"_L1);
    return isLeechLapse(lapses, in.whole("threshold"_L1));
}

inline EasyDay easyDayOf(Fields &in, const QString &word)
{
    static const QHash<QString, EasyDay> words = {
        {u"normal"_s, EasyDay::Normal}, {u"reduced"_s, EasyDay::Reduced}, {u"minimum"_s, EasyDay::Minimum}};
    if (!words.contains(word))
        in.fail(u"\"easyDays\" must be normal, reduced or minimum"_s);
    return words.value(word);
}

inline QJsonValue dayWeightsAnswer(Fields &in)
{
    DayLoads loads{.firstDay = in.whole("firstDay"_L1),
                   .counts = in.wholes("counts"_L1),
                   .easyDays = {},
                   .siblingDays = in.wholes("siblingDays"_L1)};
    for (const auto &word : in.array("easyDays"_L1))
        loads.easyDays.append(easyDayOf(in, word.toString()));
    if (loads.easyDays.size() != loads.counts.size())
        in.fail(u"\"easyDays\" must be as many as \"counts\""_s);
    if (in.error())
        return {};
    QJsonArray weights;
    for (const double weight : dayWeights(loads))
        weights.append(weight);
    return weights;
}

inline Result<QJsonValue> ruleAnswer(const QJsonObject &line)
{
    static const QHash<QString, QJsonValue (*)(Fields &)> rules = {
        {u"fuzz-bounds"_s, fuzzBoundsAnswer},
        {u"fuzzed"_s, fuzzedAnswer},
        {u"review-intervals"_s, reviewIntervalsAnswer},
        {u"answer-learning"_s, answerLearningAnswer},
        {u"step-delays"_s, stepDelaysAnswer},
        {u"across-rollover"_s, acrossRolloverAnswer},
        {u"step-fuzz-limit"_s, stepFuzzLimitAnswer},
        {u"study-day"_s, studyDayAnswer},
        {u"elapsed-days"_s, elapsedDaysAnswer},
        {u"leech"_s, leechAnswer},
        {u"day-weights"_s, dayWeightsAnswer}};
    Fields fields(line);
    const QString kind = fields.word("kind"_L1);
    Fields in(fields.object("in"_L1));
    if (fields.error())
        return *fields.error();
    const auto rule = rules.value(kind);
    if (!rule)
        return Error{ErrorCode::Invalid, u"there is no kind \"%1\""_s.arg(kind)};
    const QJsonValue answer = rule(in);
    if (in.error())
        return Error{in.error()->code, u"%1: %2"_s.arg(kind, in.error()->context)};
    return answer;
}

} // namespace flaskcards::probe
