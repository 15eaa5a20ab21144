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

std::optional<MemoryState> memoryAfter(std::span<const Review> reviews, const MemoryModel &model)
{
    std::optional<MemoryState> memory;
    const Review *last = nullptr;
    for (const Review &review : reviews) {
        const Elapsed elapsed = last ? elapsedSince(last->moment.atMs, review.moment) : Elapsed();
        memory = model.advance(memory, elapsed, review.rating);
        last = &review;
    }
    return memory;
}

Scheduler::Scheduler(const SchedulingSettings &settings)
    : m_settings(settings), m_model(memoryModel(settings))
{
}

Schedule Scheduler::answered(const Schedule &before, Rating rating, const Moment &now, double fuzzFactor,
                             const DayChooser &choose) const
{
    return after(before, rating, now, candidates(before, now), limits(fuzzFactor, choose));
}

std::array<Schedule, 4> Scheduler::outcomes(const Schedule &before, const Moment &now, double fuzzFactor,
                                            const DayChooser &choose) const
{
    const Candidates all = candidates(before, now);
    std::array<Schedule, 4> schedules;
    for (const Rating rating : allRatings)
        schedules[ratingIndex(rating)] = after(before, rating, now, all, limits(fuzzFactor, choose));
    return schedules;
}

Schedule Scheduler::replayed(const Schedule &before, Rating rating, const Moment &now, double fuzzFactor,
                             int chosenDays) const
{
    Schedule schedule = answered(before, rating, now, fuzzFactor);
    if (chosenDays > 0 && schedule.phase == Phase::Review)
        setReview(schedule, chosenDays, now);
    return schedule;
}

int Scheduler::reviewDays(const MemoryState &memory, int previousDays, double fuzzFactor) const
{
    RawIntervals raw{};
    raw.fill(m_model.interval(memory, m_settings.desiredRetention));
    return reviewIntervals(raw, previousDays, limits(fuzzFactor, {})).hard;
}

double Scheduler::recallAt(const Schedule &schedule, qint64 atMs) const
{
    if (!schedule.memory)
        return 0;
    return m_model.recall(std::max(0.0, double(atMs - schedule.lastAnswerAtMs) / dayMs), *schedule.memory);
}

Scheduler::Candidates Scheduler::candidates(const Schedule &before, const Moment &now) const
{
    Candidates all{};
    Elapsed elapsed;
    if (before.memory)
        elapsed = elapsedSince(before.lastAnswerAtMs, now);
    for (const Rating rating : allRatings) {
        const MemoryState memory = m_model.advance(before.memory, elapsed, rating);
        all.memory[ratingIndex(rating)] = memory;
        all.raw[ratingIndex(rating)] = m_model.interval(memory, m_settings.desiredRetention);
    }
    return all;
}

Schedule Scheduler::after(const Schedule &before, Rating rating, const Moment &now,
                          const Candidates &candidates, const IntervalLimits &limits) const
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
    const StepOutcome next = outcome(before, rating, candidates.raw, limits);
    if (!next.secs) {
        setReview(schedule, next.days, now);
        return schedule;
    }
    schedule.phase = isRelearning(before) ? Phase::Relearning : Phase::Learning;
    schedule.remainingSteps = next.remaining;
    if (schedule.phase == Phase::Relearning && next.days > 0)
        schedule.intervalDays = next.days;
    setStep(schedule, *next.secs, now, limits.factor);
    return schedule;
}

StepOutcome Scheduler::outcome(const Schedule &before, Rating rating, const RawIntervals &raw,
                               const IntervalLimits &limits) const
{
    const StepRules learning = stepRules(m_settings.learningStepsMinutes, limits);
    const StepRules relearning = stepRules(m_settings.relearningStepsMinutes, limits);
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
    const ReviewIntervals intervals = reviewIntervals(raw, before.intervalDays, limits);
    return {.secs = {}, .remaining = 0, .days = passedDays(intervals, rating)};
}

// FSRS-6 speaks of the same day when both of its same-day weights do, as those of the defaults. FSRS-7 would
// bring a card back after seconds: there the steps decide, and one of ten minutes stands in where there are
// none.
StepRules Scheduler::stepRules(const QList<double> &minutes, const IntervalLimits &limits) const
{
    static const QList<double> standIn = {10};
    const Fsrs6 *fsrs6 = m_model.fsrs6();
    return {.steps = Steps(!fsrs6 && minutes.isEmpty() ? standIn : minutes),
            .limits = limits,
            .sameDayAllowed = fsrs6 && fsrs6->parameters()[17] > 0 && fsrs6->parameters()[18] > 0,
            .shortTermWithSteps = m_settings.shortTermWithSteps};
}

} // namespace flaskcards
