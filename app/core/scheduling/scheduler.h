// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review.h"
#include "core/scheduling/intervals.h"
#include "core/scheduling/settings.h"

namespace flaskcards {

// What a replay needs of a Review.
struct ReviewStep {
    Moment moment;
    Rating rating = Rating::Good;
};

// Makes the next Schedule of an answer. A value without state of its own: the same
// arguments give the same bits. Fuzz factors come from fuzzFactor() with the answers before this one.
class Scheduler
{
public:
    // The settings must be as checkSettings() wants them.
    explicit Scheduler(const SchedulingSettings &settings = {});

    const SchedulingSettings &settings() const { return m_settings; }
    const Fsrs6 &model() const { return m_model; }

    Schedule answered(const Schedule &before, Rating rating, const Moment &now, double fuzzFactor) const;

    // What each button would do, Again first: the same as answered().
    std::array<Schedule, 4> outcomes(const Schedule &before, const Moment &now, double fuzzFactor) const;

    // Probability of recall by the time passed, in fractions of a day; 0 for a new card.
    double recallAt(const Schedule &schedule, qint64 atMs) const;

    // The Schedule after all these answers to one new card. fuzzSeed: the slug that its fuzz factors come
    // from.
    Schedule replay(std::span<const ReviewStep> reviews, QStringView fuzzSeed) const;

private:
    // The memory after each rating, and what the model wishes for it.
    struct Candidates {
        std::array<MemoryState, 4> memory;
        RawIntervals raw;
    };

    Candidates candidates(const Schedule &before, const Moment &now) const;
    Schedule after(const Schedule &before, Rating rating, const Moment &now, const Candidates &candidates,
                   std::optional<double> factor) const;
    StepOutcome outcome(const Schedule &before, Rating rating, const RawIntervals &raw,
                        std::optional<double> factor) const;
    StepRules stepRules(const QList<double> &minutes, std::optional<double> factor) const;
    std::optional<double> usedFactor(double fuzzFactor) const
    {
        return m_settings.fuzz ? std::optional(fuzzFactor) : std::nullopt;
    }

    SchedulingSettings m_settings;
    Fsrs6 m_model;
};

} // namespace flaskcards
