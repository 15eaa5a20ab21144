// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/fsrs6loss.h"

namespace flaskcards {

namespace {

constexpr double leastChance = 1e-7;
constexpr size_t w4 = 4; // the first of the four parameters of difficulty

bool isStabilityWithin(double value)
{
    return value >= Fsrs6::minStability && value <= Fsrs6::maxStability;
}

bool isDifficultyWithin(double value)
{
    return value >= Fsrs6::minDifficulty && value <= Fsrs6::maxDifficulty;
}

} // namespace

Fsrs6Loss::Fsrs6Loss(const Fsrs6Parameters &parameters)
    : m_w(parameters),
      m_factor(std::exp(-std::log(0.9) / m_w[20]) - 1),
      m_factorSlope((m_factor + 1) * std::log(0.9) / (m_w[20] * m_w[20])),
      m_growth(std::exp(m_w[8])),
      m_easiest(m_w[4] - std::exp(3 * m_w[5]) + 1),
      m_easiestSlope(-3 * std::exp(3 * m_w[5])),
      m_lapseCap(std::exp(-m_w[17] * m_w[18]))
{
}

double Fsrs6Loss::of(std::span<const WeightedStep> steps)
{
    return forward(steps);
}

double Fsrs6Loss::add(std::span<const WeightedStep> steps, Fsrs6Parameters &gradient)
{
    const double loss = forward(steps);
    double byStability = 0; // of the loss, by the state after the answer
    double byDifficulty = 0;
    for (size_t i = steps.size(); i-- > 0;) {
        const Slopes &slopes = m_slopes[i];
        for (size_t k = 0; k < 4; ++k)
            gradient[w4 + k] += byDifficulty * slopes.difficultyByParameter[k];
        for (size_t k = 0; k < slopes.dependence->count; ++k)
            gradient[slopes.dependence->parameters[k]] += byStability * slopes.byParameter[k];
        if (i == 0) {
            gradient[size_t(steps[0].rating) - 1] += byStability * slopes.byStability;
            break;
        }
        gradient[20] += slopes.lossByRecall * slopes.recallByDecay;
        byDifficulty = byDifficulty * slopes.difficultyByDifficulty + byStability * slopes.byDifficulty;
        byStability = byStability * slopes.byStability + slopes.lossByRecall * slopes.recallByStability;
    }
    return loss;
}

void Fsrs6Loss::addCurvature(std::span<const WeightedStep> steps, Fsrs6Curvature &curvature)
{
    forward(steps);
    Fsrs6Parameters stability{}; // derivatives of the state by the parameters
    std::array<double, 4> difficulty{};
    for (size_t i = 0; i < steps.size(); ++i) {
        const Slopes &slopes = m_slopes[i];
        if (i == 0) {
            stability[size_t(steps[0].rating) - 1] = slopes.byStability;
            difficulty = slopes.difficultyByParameter;
            continue;
        }
        if (slopes.weight > 0) {
            Fsrs6Parameters recall{};
            for (size_t k = 0; k < fsrs6Count; ++k)
                recall[k] = slopes.recallByStability * stability[k];
            recall[20] += slopes.recallByDecay;
            for (size_t row = 0; row < fsrs6Count; ++row) {
                for (size_t column = 0; column <= row; ++column)
                    curvature[row * fsrs6Count + column] += slopes.weight * recall[row] * recall[column];
            }
        }
        for (size_t k = 0; k < fsrs6Count; ++k)
            stability[k] *= slopes.byStability;
        for (size_t k = 0; k < 4; ++k) {
            stability[w4 + k] += slopes.byDifficulty * difficulty[k];
            difficulty[k] = difficulty[k] * slopes.difficultyByDifficulty + slopes.difficultyByParameter[k];
        }
        for (size_t k = 0; k < slopes.dependence->count; ++k)
            stability[slopes.dependence->parameters[k]] += slopes.byParameter[k];
    }
}

double Fsrs6Loss::forward(std::span<const WeightedStep> steps)
{
    if (m_slopes.size() < steps.size())
        m_slopes.resize(steps.size());
    double loss = 0;
    MemoryState memory;
    for (size_t i = 0; i < steps.size(); ++i) {
        const int grade = int(steps[i].rating);
        Slopes &slopes = m_slopes[i];
        slopes.lossByRecall = slopes.weight = slopes.recallByStability = slopes.recallByDecay = 0;
        if (i == 0) {
            memory = first(grade, slopes);
            continue;
        }
        const double logStability = std::log(memory.stability);
        double stability = 0;
        if (steps[i].elapsedDays <= 0) {
            stability = sameDay(memory.stability, logStability, grade, slopes);
        } else {
            const Recall chance = recall(memory.stability, logStability, steps[i].elapsedDays);
            slopes.recallByStability = chance.byStability;
            slopes.recallByDecay = chance.byDecay;
            if (steps[i].weight > 0)
                loss += scored(chance, steps[i], slopes);
            stability = grade == 1 ? lapse(memory, chance, slopes)
                                   : success(memory, logStability, chance, grade, slopes);
        }
        if (!isStabilityWithin(stability)) {
            slopes.byStability = slopes.byDifficulty = 0;
            slopes.dependence = &none;
        }
        memory.stability = std::clamp(stability, Fsrs6::minStability, Fsrs6::maxStability);
        memory.difficulty = nextDifficulty(memory.difficulty, grade, slopes);
    }
    return loss;
}

// byStability is here by w[grade - 1].
MemoryState Fsrs6Loss::first(int grade, Slopes &slopes) const
{
    const double stability = m_w[size_t(grade) - 1];
    const double shift = std::exp(m_w[5] * (grade - 1));
    const double difficulty = m_w[4] - shift + 1;
    slopes.byStability = isStabilityWithin(stability) ? 1 : 0;
    slopes.byDifficulty = slopes.difficultyByDifficulty = 0;
    slopes.dependence = &none;
    slopes.difficultyByParameter = {};
    if (isDifficultyWithin(difficulty))
        slopes.difficultyByParameter = {1, -(grade - 1) * shift, 0, 0};
    return {std::clamp(stability, Fsrs6::minStability, Fsrs6::maxStability),
            std::clamp(difficulty, Fsrs6::minDifficulty, Fsrs6::maxDifficulty)};
}

double Fsrs6Loss::nextDifficulty(double difficulty, int grade, Slopes &slopes) const
{
    const double step = double(grade - 3) / 9;
    const double room = 10 - difficulty;
    const double moved = difficulty - m_w[6] * step * room;
    const double next = m_w[7] * m_easiest + (1 - m_w[7]) * moved;
    if (!isDifficultyWithin(next)) {
        slopes.difficultyByDifficulty = 0;
        slopes.difficultyByParameter = {};
        return std::clamp(next, Fsrs6::minDifficulty, Fsrs6::maxDifficulty);
    }
    slopes.difficultyByDifficulty = (1 - m_w[7]) * (1 + m_w[6] * step);
    slopes.difficultyByParameter = {m_w[7], m_w[7] * m_easiestSlope, -(1 - m_w[7]) * step * room,
                                    m_easiest - moved};
    return next;
}

Fsrs6Loss::Recall Fsrs6Loss::recall(double stability, double logStability, int elapsedDays) const
{
    const double base = stability + m_factor * elapsedDays;
    const double logBase = std::log(base) - logStability;
    const double value = std::exp(-m_w[20] * logBase);
    return {.value = value,
            .byStability = value * m_w[20] * m_factor * elapsedDays / (base * stability),
            .byDecay = -value * (logBase + m_w[20] * elapsedDays * m_factorSlope / base),
            .logBase = logBase};
}

double Fsrs6Loss::scored(const Recall &recall, const WeightedStep &step, Slopes &slopes) const
{
    const double chance = std::clamp(recall.value, leastChance, 1 - leastChance);
    const bool recalled = step.rating != Rating::Again;
    if (chance == recall.value) {
        slopes.lossByRecall = double(step.weight) * (recalled ? -1 / chance : 1 / (1 - chance));
        slopes.weight = double(step.weight) / (chance * (1 - chance));
    }
    return double(step.weight) * -std::log(recalled ? chance : 1 - chance);
}

double Fsrs6Loss::sameDay(double stability, double logStability, int grade, Slopes &slopes) const
{
    const double gain = std::exp(m_w[17] * (grade - 3 + m_w[18]) - m_w[19] * logStability);
    slopes.byDifficulty = 0;
    if (grade >= 2 && gain < 1) {
        slopes.byStability = 1;
        slopes.dependence = &none;
        return stability;
    }
    const double next = stability * gain;
    slopes.byStability = gain * (1 - m_w[19]);
    slopes.dependence = &onSameDay;
    slopes.byParameter = {next * (grade - 3 + m_w[18]), next * m_w[17], -next * logStability};
    return next;
}

double Fsrs6Loss::lapse(const MemoryState &before, const Recall &recall, Slopes &slopes) const
{
    const double logNext = std::log(before.stability + 1);
    const double logDifficulty = std::log(before.difficulty);
    const double power = std::exp(m_w[13] * logNext);
    const double factor = m_w[11] * std::exp(m_w[14] * (1 - recall.value) - m_w[12] * logDifficulty);
    const double wished = factor * (power - 1);
    const double cap = before.stability * m_lapseCap;
    if (wished > cap) {
        slopes.byStability = m_lapseCap;
        slopes.byDifficulty = 0;
        slopes.dependence = &onCap;
        slopes.byParameter = {-cap * m_w[18], -cap * m_w[17]};
        return cap;
    }
    const double byRecall = -m_w[14] * wished;
    slopes.byStability = factor * power * m_w[13] / (before.stability + 1) + byRecall * recall.byStability;
    slopes.byDifficulty = -wished * m_w[12] / before.difficulty;
    slopes.dependence = &onLapse;
    slopes.byParameter = {wished / m_w[11], -wished * logDifficulty, factor * power * logNext,
                          wished * (1 - recall.value), byRecall * recall.byDecay};
    return wished;
}

double Fsrs6Loss::success(const MemoryState &before, double logStability, const Recall &recall, int grade,
                          Slopes &slopes) const
{
    const double surprise = std::exp(m_w[10] * (1 - recall.value));
    const double plain = m_growth * (11 - before.difficulty) * std::exp(-m_w[9] * logStability);
    const double button = grade == 2 ? m_w[15] : grade == 4 ? m_w[16] : 1;
    const double factor = plain * button;
    const double gained = before.stability * factor * (surprise - 1);
    const double byRecall = -before.stability * factor * surprise * m_w[10];
    slopes.byStability = 1 + factor * (surprise - 1) * (1 - m_w[9]) + byRecall * recall.byStability;
    slopes.byDifficulty = -gained / (11 - before.difficulty);
    slopes.dependence = grade == 2 ? &onHard : grade == 4 ? &onEasy : &onGood;
    slopes.byParameter = {gained, -gained * logStability,
                          before.stability * factor * surprise * (1 - recall.value),
                          byRecall * recall.byDecay, before.stability * plain * (surprise - 1)};
    return before.stability + gained;
}

} // namespace flaskcards
