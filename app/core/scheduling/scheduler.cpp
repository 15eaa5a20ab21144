// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/scheduler.h"

#include "core/scheduling/fuzz.h"
#include "core/scheduling/studyday.h"

namespace flaskcards {

namespace {

constexpr double dayMs = 86'400'000;
constexpr std::array allRatings = {Rating::Again, Rating::Hard, Rating::Good, Rating::Easy};

bool isRelearning(const Schedule &before)
{
    return before.phase == Phase::Review || before.phase == Phase::Relearning;
}

int passedDays(const ReviewIntervals &intervals, Rating rating)
{
    if (rating == Rating::Hard)
        return intervals.hard;
    return rating == Rating::Good ? intervals.good : intervals.easy;
}

void setStep(Schedule &schedule, int secs, const Moment &now, std::optional<double> factor)
{
    const Delay delay = acrossRollover(secs, secondsUntilRollover(now));
    schedule.dueDay = studyDay(now) + delay.days;
    schedule.dueAtMs = delay.days > 0 ? 0 : now.atMs + fuzzedStep(delay.secs, factor) * qint64(1000);
}

void setReview(Schedule &schedule, int days, const Moment &now)
{
    schedule.phase = Phase::Review;
    schedule.remainingSteps = 0;
    schedule.intervalDays = days;
    schedule.dueDay = studyDay(now) + days;
    schedule.dueAtMs = 0;
}

} // namespace

Scheduler::Scheduler(const SchedulingSettings &settings)
    : m_settings(settings), m_model(settings.parameters, int(settings.relearningStepsMinutes.size()))
{
}

Schedule Scheduler::answered(const Schedule &before, Rating rating, const Moment &now,
                             double fuzzFactor) const
{
    return after(before, rating, now, candidates(before, now), usedFactor(fuzzFactor));
}

std::array<Schedule, 4> Scheduler::outcomes(const Schedule &before, const Moment &now,
                                            double fuzzFactor) const
{
    const Candidates all = candidates(before, now);
    std::array<Schedule, 4> schedules;
    for (const Rating rating : allRatings)
        schedules[ratingIndex(rating)] = after(before, rating, now, all, usedFactor(fuzzFactor));
    return schedules;
}

double Scheduler::recallAt(const Schedule &schedule, qint64 atMs) const
{
    if (!schedule.memory)
        return 0;
    return m_model.recall(std::max(0.0, double(atMs - schedule.lastAnswerAtMs) / dayMs), *schedule.memory);
}

Schedule Scheduler::replay(std::span<const ReviewStep> reviews, QStringView fuzzSeed) const
{
    Schedule schedule;
    for (const ReviewStep &review : reviews)
        schedule = answered(schedule, review.rating, review.moment, fuzzFactor(fuzzSeed, schedule.answers));
    return schedule;
}

Scheduler::Candidates Scheduler::candidates(const Schedule &before, const Moment &now) const
{
    Candidates all{};
    const int days = before.memory ? elapsedDays(before.lastAnswerAtMs, now) : 0;
    for (const Rating rating : allRatings) {
        const MemoryState memory = m_model.advance(before.memory, days, rating);
        all.memory[ratingIndex(rating)] = memory;
        all.raw[ratingIndex(rating)] = m_model.interval(memory, m_settings.desiredRetention);
    }
    return all;
}

Schedule Scheduler::after(const Schedule &before, Rating rating, const Moment &now,
                          const Candidates &candidates, std::optional<double> factor) const
{
    Schedule schedule = before;
    schedule.memory = candidates.memory[ratingIndex(rating)];
    schedule.lastAnswerAtMs = now.atMs;
    ++schedule.answers;
    if (before.phase == Phase::Review && rating == Rating::Again) {
        ++schedule.lapses;
        // Once a leech, always one: the later complaints change nothing here.
        schedule.leech = schedule.leech || isLeechLapse(schedule.lapses, m_settings.leechThreshold);
    }
    const StepOutcome next = outcome(before, rating, candidates.raw, factor);
    if (!next.secs) {
        setReview(schedule, next.days, now);
        return schedule;
    }
    schedule.phase = isRelearning(before) ? Phase::Relearning : Phase::Learning;
    schedule.remainingSteps = next.remaining;
    if (schedule.phase == Phase::Relearning && next.days > 0)
        schedule.intervalDays = next.days;
    setStep(schedule, *next.secs, now, factor);
    return schedule;
}

StepOutcome Scheduler::outcome(const Schedule &before, Rating rating, const RawIntervals &raw,
                               std::optional<double> factor) const
{
    const StepRules learning = stepRules(m_settings.learningStepsMinutes, factor);
    const StepRules relearning = stepRules(m_settings.relearningStepsMinutes, factor);
    switch (before.phase) {
    case Phase::New:
        return answerLearning(learning, learning.steps.count(), rating, raw);
    case Phase::Learning:
        return answerLearning(learning, before.remainingSteps, rating, raw);
    case Phase::Relearning:
        return answerRelearning(relearning, before.remainingSteps, rating, raw);
    case Phase::Review:
        break;
    }
    if (rating == Rating::Again)
        return answerLapse(relearning, raw);
    const ReviewIntervals intervals = reviewIntervals(raw, before.intervalDays, learning.limits);
    return {.secs = {}, .remaining = 0, .days = passedDays(intervals, rating)};
}

// The default parameters have both same-day weights: without parameters of one's own the same day is always
// allowed.
StepRules Scheduler::stepRules(const QList<double> &minutes, std::optional<double> factor) const
{
    const Fsrs6Parameters &w = m_model.parameters();
    return {.steps = Steps(minutes),
            .limits = {.maximumDays = m_settings.maximumIntervalDays, .factor = factor},
            .sameDayAllowed = w[17] > 0 && w[18] > 0,
            .shortTermWithSteps = m_settings.shortTermWithSteps};
}

} // namespace flaskcards
