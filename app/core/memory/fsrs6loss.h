// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/fsrs6.h"

#include <span>
#include <vector>

namespace flaskcards {

// One answer of a card as the loss sees it.
struct WeightedStep {
    int elapsedDays = 0; // whole study days since the answer before; 0 for the first
    Rating rating = Rating::Good;
    float weight = 0; // of the prediction; 0: none is scored here
};

constexpr size_t fsrs6Count = std::tuple_size_v<Fsrs6Parameters>;

// Second derivatives by the parameters, row by row.
using Fsrs6Curvature = std::array<double, fsrs6Count * fsrs6Count>;

// Weighted log loss of FSRS-6 over the answers of a card, with its derivatives by all parameters. Where a
// value is cut to its bounds the derivative stops; where a floor or a cap decides, only its own passes. An
// object works for one thread.
class Fsrs6Loss
{
public:
    // Within their bounds, as the trainer keeps them.
    explicit Fsrs6Loss(const Fsrs6Parameters &parameters);

    double of(std::span<const WeightedStep> steps); // the loss of one card

    // The same; adds its derivatives to `gradient`: one pass forward, one back.
    double add(std::span<const WeightedStep> steps, Fsrs6Parameters &gradient);

    // Adds the expected second derivatives (Gauss-Newton; the lower triangle only).
    void addCurvature(std::span<const WeightedStep> steps, Fsrs6Curvature &curvature);

private:
    // What an answer's stability depends on directly, beside the state before.
    struct Dependence {
        std::array<quint8, 5> parameters;
        quint8 count;
    };
    static constexpr Dependence none = {{}, 0};
    static constexpr Dependence onSameDay = {{17, 18, 19}, 3};
    static constexpr Dependence onCap = {{17, 18}, 2};
    static constexpr Dependence onLapse = {{11, 12, 13, 14, 20}, 5};
    static constexpr Dependence onHard = {{8, 9, 10, 20, 15}, 5};
    static constexpr Dependence onGood = {{8, 9, 10, 20}, 4};
    static constexpr Dependence onEasy = {{8, 9, 10, 20, 16}, 5};

    // The derivatives of one answer.
    struct Slopes {
        double recallByStability; // of R by the S before; 0 on the same day
        double recallByDecay;     // of R by w20
        double lossByRecall;      // 0: nothing scored
        double weight;            // of the expected second derivative of the loss by R
        double byStability;       // of the S after, by way of R too
        double byDifficulty;
        std::array<double, 5> byParameter;
        const Dependence *dependence;
        double difficultyByDifficulty;               // of the D after
        std::array<double, 4> difficultyByParameter; // w4 to w7
    };

    struct Recall {
        double value;
        double byStability;
        double byDecay;
        double logBase; // ln(1 + F t / S)
    };

    double forward(std::span<const WeightedStep> steps);
    MemoryState first(int grade, Slopes &slopes) const;
    double nextDifficulty(double difficulty, int grade, Slopes &slopes) const;
    Recall recall(double stability, double logStability, int elapsedDays) const;
    double scored(const Recall &recall, const WeightedStep &step, Slopes &slopes) const;
    double sameDay(double stability, double logStability, int grade, Slopes &slopes) const;
    double lapse(const MemoryState &before, const Recall &recall, Slopes &slopes) const;
    double success(const MemoryState &before, double logStability, const Recall &recall, int grade,
                   Slopes &slopes) const;

    Fsrs6Parameters m_w;
    double m_factor;       // F
    double m_factorSlope;  // dF/dw20
    double m_growth;       // exp(w8)
    double m_easiest;      // D0(4), not cut
    double m_easiestSlope; // dD0(4)/dw5
    double m_lapseCap;     // exp(-w17 w18)
    std::vector<Slopes> m_slopes;
};

} // namespace flaskcards
