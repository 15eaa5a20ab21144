// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"
#include "core/result.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace flaskcards {

using Fsrs6Parameters = std::array<double, 21>; // w0 … w20

// FSRS-6 in double precision. Stability and intervals in days. Values only; meant
// to be called tens of millions of times.
class Fsrs6
{
public:
    static constexpr double minStability = 0.001;
    static constexpr double maxStability = 36500;
    static constexpr double minDifficulty = 1;
    static constexpr double maxDifficulty = 10;
    static constexpr Fsrs6Parameters defaults = {0.212,  1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194,
                                                 0.001,  1.8722, 0.1666, 0.796,  1.4835, 0.0614, 0.2629,
                                                 1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542};

    // 21 values; also 19 (FSRS-5) and 17 (FSRS-4), which are converted, or none: the defaults. Invalid for
    // any other number of values and for one that is not finite. Not clipped yet.
    static Result<Fsrs6Parameters> complete(std::span<const double> values);

    // Into their bounds as for scheduling: w19 may be 0. More than one relearning step lowers the upper bound
    // of w17 and w18, so that the steps cannot lift stability above what it was before the lapse.
    static Fsrs6Parameters clipped(Fsrs6Parameters parameters, int relearningSteps = 1);

    // complete() and clipped().
    static Result<Fsrs6> make(std::span<const double> values, int relearningSteps = 1);

    // The parameters must be finite; they are clipped.
    explicit Fsrs6(const Fsrs6Parameters &parameters = defaults, int relearningSteps = 1);

    const Fsrs6Parameters &parameters() const { return m_w; }

    // After the very first answer.
    MemoryState initial(Rating rating) const { return m_initial[index(rating)]; }

    // After a later answer; elapsedDays are whole study days, 0 for the same one.
    MemoryState next(const MemoryState &state, int elapsedDays, Rating rating) const;

    // initial() without a state, next() with one.
    MemoryState advance(const std::optional<MemoryState> &before, int elapsedDays, Rating rating) const
    {
        return before ? next(*before, elapsedDays, rating) : initial(rating);
    }

    // Probability of recall, 0.9 after `stability` days.
    double recall(double elapsedDays, double stability) const
    {
        return std::exp(m_decay * std::log(1 + m_factor * elapsedDays / stability));
    }
    double recall(double elapsedDays, const MemoryState &state) const
    {
        return recall(elapsedDays, state.stability);
    }

    // Days until recall falls to `retention`, in (0, 1).
    double interval(double stability, double retention) const
    {
        return stability * intervalFactor(retention);
    }
    double interval(const MemoryState &state, double retention) const
    {
        return interval(state.stability, retention);
    }

    // interval() of a stability of one day; all others are multiples of it. Exactly 1 at 0.9.
    double intervalFactor(double retention) const
    {
        return (std::exp(std::log(retention) / m_decay) - 1) / m_factor;
    }

private:
    static size_t index(Rating rating) { return static_cast<size_t>(rating) - 1; }
    static double boundedStability(double value) { return std::clamp(value, minStability, maxStability); }
    static double boundedDifficulty(double value) { return std::clamp(value, minDifficulty, maxDifficulty); }
    double initialDifficulty(int grade) const { return m_w[4] - std::exp(m_w[5] * (grade - 1)) + 1; }

    double afterSameDay(double stability, Rating rating) const;
    double afterLapse(const MemoryState &before, double recalled) const;
    double afterSuccess(const MemoryState &before, double recalled, Rating rating) const;
    double nextDifficulty(double difficulty, Rating rating) const
    {
        const size_t i = index(rating);
        const double moved = difficulty + m_difficultyStep[i] * (maxDifficulty - difficulty);
        return boundedDifficulty(m_easiestPull + (1 - m_w[7]) * moved);
    }

    Fsrs6Parameters m_w;
    double m_decay;       // exponent of the curve, negative
    double m_factor;      // F: makes recall 0.9 at t = S
    double m_easiestPull; // w7 * D0(Easy), D0 not clamped
    double m_lapseCap;    // stability after a lapse is at most this share of the one before
    // By rating.
    std::array<MemoryState, 4> m_initial;
    std::array<double, 4> m_sameDayGain;    // without S^(-w19)
    std::array<double, 4> m_growth;         // exp(w8), with the Hard and Easy factors
    std::array<double, 4> m_difficultyStep; // of the way to the hardest
};

inline double Fsrs6::afterSameDay(double stability, Rating rating) const
{
    const double gain = m_sameDayGain[index(rating)] * std::exp(-m_w[19] * std::log(stability));
    return stability * (rating == Rating::Again ? gain : std::max(gain, 1.0));
}

inline double Fsrs6::afterLapse(const MemoryState &before, double recalled) const
{
    const double left = std::exp(m_w[13] * std::log(before.stability + 1)) - 1;
    const double lapse =
        m_w[11] * left * std::exp(m_w[14] * (1 - recalled) - m_w[12] * std::log(before.difficulty));
    return std::min(lapse, before.stability * m_lapseCap);
}

inline double Fsrs6::afterSuccess(const MemoryState &before, double recalled, Rating rating) const
{
    const double slowing = std::exp(-m_w[9] * std::log(before.stability));
    const double surprise = std::exp(m_w[10] * (1 - recalled)) - 1;
    return before.stability *
           (1 + m_growth[index(rating)] * (maxDifficulty + 1 - before.difficulty) * slowing * surprise);
}

inline MemoryState Fsrs6::next(const MemoryState &state, int elapsedDays, Rating rating) const
{
    const MemoryState before{boundedStability(state.stability), boundedDifficulty(state.difficulty)};
    double stability = 0;
    if (elapsedDays <= 0) {
        stability = afterSameDay(before.stability, rating);
    } else {
        const double recalled = recall(elapsedDays, before.stability);
        stability =
            rating == Rating::Again ? afterLapse(before, recalled) : afterSuccess(before, recalled, rating);
    }
    return {boundedStability(stability), nextDifficulty(before.difficulty, rating)};
}

} // namespace flaskcards
