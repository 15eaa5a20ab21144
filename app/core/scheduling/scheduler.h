// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review.h"
#include "core/scheduling/intervals.h"
#include "core/scheduling/settings.h"

namespace flaskcards {

// What these answers, oldest first, make of a memory; none without answers.
std::optional<MemoryState> memoryAfter(std::span<const Review> reviews, const MemoryModel &model);

// Makes the next Schedule of an answer. A value without state of its own: the same
// arguments give the same bits. Fuzz factors come from fuzzFactor() with the answers before this one.
class Scheduler
{
public:
    // The settings must be as checkSettings() wants them.
    explicit Scheduler(const SchedulingSettings &settings = {});

    const SchedulingSettings &settings() const { return m_settings; }
    const MemoryModel &model() const { return m_model; }

    // A chooser, unless it is empty, takes the place of the factor where a day of review is to be chosen.
    Schedule answered(const Schedule &before, Rating rating, const Moment &now, double fuzzFactor,
                      const DayChooser &choose = {}) const;

    // What each button would do, Again first: the same as answered().
    std::array<Schedule, 4> outcomes(const Schedule &before, const Moment &now, double fuzzFactor,
                                     const DayChooser &choose = {}) const;

    // answered(), for an answer whose day was chosen then: the interval is `chosenDays` (0: by the factor).
    Schedule replayed(const Schedule &before, Rating rating, const Moment &now, double fuzzFactor,
                      int chosenDays) const;

    // The interval that this memory asks for after one of `previousDays` before its last answer; for cards
    // that are moved to other settings.
    int reviewDays(const MemoryState &memory, int previousDays, double fuzzFactor) const;

    // Probability of recall by the time passed, in fractions of a day; 0 for a new card.
    double recallAt(const Schedule &schedule, qint64 atMs) const;

private:
    // The memory after each rating, and what the model wishes for it.
    struct Candidates {
        std::array<MemoryState, 4> memory;
        RawIntervals raw;
    };

    Candidates candidates(const Schedule &before, const Moment &now) const;
    Schedule after(const Schedule &before, Rating rating, const Moment &now, const Candidates &candidates,
                   const IntervalLimits &limits) const;
    StepOutcome outcome(const Schedule &before, Rating rating, const RawIntervals &raw,
                        const IntervalLimits &limits) const;
    StepRules stepRules(const QList<double> &minutes, const IntervalLimits &limits) const;
    IntervalLimits limits(double fuzzFactor, const DayChooser &choose) const
    {
        return {.maximumDays = m_settings.maximumIntervalDays,
                .factor = m_settings.fuzz ? std::optional(fuzzFactor) : std::nullopt,
                .choose = choose ? &choose : nullptr};
    }

    SchedulingSettings m_settings;
    MemoryModel m_model;
};

} // namespace flaskcards
