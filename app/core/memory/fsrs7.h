// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"
#include "core/result.h"

#include <array>
#include <span>

namespace flaskcards {

using Fsrs7Parameters = std::array<double, 34>; // w0 … w33

// FSRS-7 in double precision: a memory of two traces, a slow one (MemoryState::stability) and a fast one
// (MemoryState::fastStability), whose recalls are mixed. Times are days with their fraction; a negative time
// counts as 0. Values only. States are bounded before use; one of another model means nothing here: replay
// the answers instead.
class Fsrs7
{
public:
    static constexpr double minStability = 0.0001; // of both traces
    static constexpr double maxStability = 36500;
    static constexpr double minDifficulty = 1;
    static constexpr double maxDifficulty = 10;
    static constexpr double minInterval = 1.0 / 86400; // a second
    static constexpr double maxInterval = 36500;
    static constexpr Fsrs7Parameters defaults = {
        0.1104, 2.2395, 3.9221, 11.7841,                                 // first stability by rating
        6.1686, 0.6457, 3.6807,                                          // difficulty
        1.9795, 0,      1.3826, 0.7024,  0.5999, 0.8146, 0.6398, 1,      // slow trace
        1.3207, 0.6707, 3.8668, 0.4416,  0.0934, 1.8631, 0.6162, 1.0869, // fast trace
        0.1567, 0.0801, 0.2421, 0.9464,                                  // the two curves
        0.1433, 0.7145, 0,      0.5667,                                  // weights of the mixture
        0.3734, 0.5333, 0.3048,                                          // what bends curves and weights
    };

    // 34 values, or none: the defaults. Invalid for any other number of values and for one that is not
    // finite: the parameters of earlier models cannot be converted. Not clipped yet.
    static Result<Fsrs7Parameters> complete(std::span<const double> values);

    // Into their bounds, then w0 <= w1 <= w2 <= w3 and w25 <= w26.
    static Fsrs7Parameters clipped(Fsrs7Parameters parameters);

    // The parameters must be finite; they are clipped.
    explicit Fsrs7(const Fsrs7Parameters &parameters = defaults);

    const Fsrs7Parameters &parameters() const { return m_w; }

    // After the very first answer.
    MemoryState initial(Rating rating) const { return m_initial[index(rating)]; }

    // After a later answer.
    MemoryState next(const MemoryState &state, double elapsedDays, Rating rating) const;

    // initial() without a state, next() with one.
    MemoryState advance(const std::optional<MemoryState> &before, double elapsedDays, Rating rating) const
    {
        return before ? next(*before, elapsedDays, rating) : initial(rating);
    }

    // Probability of recall, within [0.00001, 0.99999].
    double recall(double elapsedDays, const MemoryState &state) const;

    // Days until recall falls to `retention`, within [minInterval, maxInterval]; 0 for a retention of 0.9999
    // and above. With the defaults an Again leads to seconds: whoever shows cards needs a floor or steps.
    double interval(const MemoryState &state, double retention) const;

private:
    // How one trace answers to an answer.
    struct Trace {
        std::array<double, 4> growth; // by rating, with the Hard and Easy factors
        double slowing;               // of growth, with stability
        double surprise;              // of growth, with what was forgotten
        double left;                  // after a lapse
        double leftPower;
        double leftSurprise;

        // `forgotten` is the probability that the answer was gone.
        double next(double stability, double forgotten, double difficulty, Rating rating) const;
    };

    // The forgetting that a state leads to. It is computed instead of recall because it is exact near 0.
    struct Curve {
        double fastDecay; // exponents, negative
        double slowDecay;
        double fastRate; // per day
        double slowRate;
        double fastShare; // of the mixture

        double fastForgotten(double days) const;
        double slowForgotten(double days) const;
        double forgotten(double days) const; // the mixture
        double slope(double days) const;     // d forgotten / d ln days

        // Days until so much is forgotten.
        std::optional<double> steppedTo(double wanted, double startDays) const;
        double halvedTo(double wanted) const;
    };

    static size_t index(Rating rating) { return static_cast<size_t>(rating) - 1; }
    static MemoryState bounded(const MemoryState &state);

    Trace trace(size_t offset) const;
    Curve curve(const MemoryState &bounded) const;
    double initialDifficulty(int grade) const; // not bounded
    double nextDifficulty(double difficulty, double recalled, Rating rating) const;

    Fsrs7Parameters m_w;
    Trace m_slow;
    Trace m_fast;
    double m_slowDecay;
    double m_slowFactor;                  // makes the slow recall w26 at t = S and medium difficulty
    std::array<MemoryState, 4> m_initial; // by rating
};

} // namespace flaskcards
