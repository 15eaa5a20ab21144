// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/fsrs7.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct Bounds {
    double least;
    double most;
};

constexpr std::array<Bounds, 34> bounds = {{
    {0.0001, 50}, {0.0001, 100}, {0.0001, 100}, {0.0001, 100}, {1, 10},      {0.001, 4},  {0.1, 4},
    {0, 4},       {0, 1.2},      {0.3, 3},      {0.01, 1.5},   {0.1, 1},     {0, 3.5},    {0, 1},
    {1, 7},       {0, 4},        {0, 2},        {0.5, 6},      {0.001, 1.5}, {0.001, 1},  {0, 5},
    {0, 1},       {1, 7},        {0.01, 0.25},  {0.01, 0.95},  {0.2, 0.85},  {0.5, 0.99}, {0.01, 1},
    {0.1, 1},     {0, 0.9},      {0.1, 1.1},    {0, 1},        {0, 0.6},     {0, 0.6},
}};

constexpr double fastOfSlow = 0.8; // the fast trace of a new card, and the most of it after a lapse
constexpr double mediumDifficulty = 5;
constexpr double leastRecall = 1e-5; // and the most is as far from 1
constexpr double leastRetention = 0.0001;
constexpr double mostRetention = 0.9999;

double boundedStability(double value)
{
    return std::clamp(value, Fsrs7::minStability, Fsrs7::maxStability);
}

double boundedDifficulty(double value)
{
    return std::clamp(value, Fsrs7::minDifficulty, Fsrs7::maxDifficulty);
}

// Also for what is no number.
double notNegative(double days)
{
    return days > 0 ? days : 0;
}

double boundedDecay(double magnitude)
{
    return -std::clamp(magnitude, 0.01, 0.95);
}

} // namespace

Result<Fsrs7Parameters> Fsrs7::complete(std::span<const double> values)
{
    if (values.empty())
        return defaults;
    Fsrs7Parameters w{};
    if (values.size() != w.size())
        return Error{ErrorCode::Invalid, u"parameters: 34 values wanted, not %1"_s.arg(values.size())};
    std::copy(values.begin(), values.end(), w.begin());
    for (size_t i = 0; i < w.size(); ++i) {
        if (!std::isfinite(w[i]))
            return Error{ErrorCode::Invalid, u"parameters: w%1 is no finite number"_s.arg(i)};
    }
    return w;
}

Fsrs7Parameters Fsrs7::clipped(Fsrs7Parameters parameters)
{
    Fsrs7Parameters &w = parameters;
    for (size_t i = 0; i < w.size(); ++i)
        w[i] = std::clamp(w[i], bounds[i].least, bounds[i].most);
    for (size_t i = 1; i < 4; ++i)
        w[i] = std::max(w[i], w[i - 1]);
    w[26] = std::max(w[26], w[25]);
    return w;
}

Fsrs7::Fsrs7(const Fsrs7Parameters &parameters)
    : m_w(clipped(parameters)),
      m_slow(trace(7)),
      m_fast(trace(15)),
      m_slowDecay(boundedDecay(m_w[24])),
      m_slowFactor(std::expm1(std::log(m_w[26]) / m_slowDecay))
{
    for (int grade = 1; grade <= 4; ++grade) {
        const auto i = static_cast<size_t>(grade - 1);
        m_initial[i] = bounded({m_w[i], initialDifficulty(grade), fastOfSlow * m_w[i]});
    }
}

MemoryState Fsrs7::next(const MemoryState &state, double elapsedDays, Rating rating) const
{
    const MemoryState before = bounded(state);
    const Curve forgetting = curve(before);
    const double days = notNegative(elapsedDays);
    const double forgotten = forgetting.forgotten(days);
    const double difficulty = before.difficulty;
    const double slow = m_slow.next(before.stability, forgotten, difficulty, rating);
    double fast = m_fast.next(before.fastStability, forgetting.fastForgotten(days), difficulty, rating);
    if (rating == Rating::Again)
        fast = std::min(fast, fastOfSlow * slow);
    return bounded({slow, nextDifficulty(difficulty, 1 - forgotten, rating), fast});
}

double Fsrs7::recall(double elapsedDays, const MemoryState &state) const
{
    return 1 - curve(bounded(state)).forgotten(notNegative(elapsedDays));
}

double Fsrs7::interval(const MemoryState &state, double retention) const
{
    if (retention >= mostRetention)
        return 0;
    const double wanted = 1 - std::max(retention, leastRetention);
    const MemoryState from = bounded(state);
    const Curve forgetting = curve(from);
    if (forgetting.forgotten(minInterval) >= wanted)
        return minInterval;
    if (forgetting.forgotten(maxInterval) <= wanted)
        return maxInterval;
    const auto days = forgetting.steppedTo(wanted, std::max(from.stability, from.fastStability));
    return days ? *days : forgetting.halvedTo(wanted);
}

// Newton steps in ln t, which may not arrive.
std::optional<double> Fsrs7::Curve::steppedTo(double wanted, double startDays) const
{
    constexpr int mostSteps = 7;
    constexpr double longestStep = 4; // of ln t
    // Of the probability. Where the curve is flat, 0.001 would leave room for many times the days.
    constexpr double tolerance = 1e-12;
    double at = std::log(startDays);
    for (int step = 0; step <= mostSteps; ++step) {
        const double days = std::clamp(std::exp(at), minInterval, maxInterval);
        const double missing = wanted - forgotten(days);
        if (std::abs(missing) <= tolerance)
            return days;
        at = std::log(days) + std::clamp(missing / std::max(slope(days), 1e-12), -longestStep, longestStep);
    }
    return std::nullopt;
}

// Halves ln t; the solution must lie within the bounds.
double Fsrs7::Curve::halvedTo(double wanted) const
{
    constexpr int halvings = 50;
    double low = std::log(minInterval);
    double high = std::log(maxInterval);
    for (int i = 0; i < halvings; ++i) {
        const double middle = (low + high) / 2;
        (forgotten(std::exp(middle)) < wanted ? low : high) = middle;
    }
    return std::clamp(std::exp(low), minInterval, maxInterval);
}

// A success never lowers stability: nothing here is negative.
double Fsrs7::Trace::next(double stability, double forgotten, double difficulty, Rating rating) const
{
    if (rating == Rating::Again) {
        const double power = std::expm1(leftPower * std::log1p(stability));
        return std::min(stability, left * power * std::exp(leftSurprise * forgotten));
    }
    const double easiness = maxDifficulty + 1 - difficulty;
    return stability * (1 + growth[index(rating)] * easiness * std::pow(stability, -slowing) *
                                std::expm1(surprise * forgotten));
}

double Fsrs7::Curve::fastForgotten(double days) const
{
    return -std::expm1(fastDecay * std::log1p(fastRate * days));
}

double Fsrs7::Curve::slowForgotten(double days) const
{
    return -std::expm1(slowDecay * std::log1p(slowRate * days));
}

double Fsrs7::Curve::forgotten(double days) const
{
    const double mixture = fastShare * fastForgotten(days) + (1 - fastShare) * slowForgotten(days);
    return leastRecall + (1 - 2 * leastRecall) * mixture;
}

double Fsrs7::Curve::slope(double days) const
{
    const auto ofTrace = [days](double decay, double rate) {
        return -decay * rate * days * std::exp((decay - 1) * std::log1p(rate * days));
    };
    return (1 - 2 * leastRecall) *
           (fastShare * ofTrace(fastDecay, fastRate) + (1 - fastShare) * ofTrace(slowDecay, slowRate));
}

MemoryState Fsrs7::bounded(const MemoryState &state)
{
    return {boundedStability(state.stability), boundedDifficulty(state.difficulty),
            boundedStability(state.fastStability)};
}

Fsrs7::Trace Fsrs7::trace(size_t offset) const
{
    const double *w = m_w.data() + offset;
    const double growth = std::exp(w[0] - 1.5);
    return {{0, growth * w[6], growth, growth * w[7]}, w[1], w[2], w[3], w[4], w[5]};
}

Fsrs7::Curve Fsrs7::curve(const MemoryState &bounded) const
{
    constexpr double mostExponent = 60; // keeps the fast rate finite
    const double slow = bounded.stability;
    const double fast = bounded.fastStability;
    const double hardness = bounded.difficulty - mediumDifficulty;
    const double fastDecay = boundedDecay(m_w[23] * std::pow(fast, m_w[33] - 0.3));
    const double fastFactor = std::expm1(std::min(std::log(m_w[25]) / fastDecay, mostExponent));
    const double slowFactor = m_slowFactor * std::exp(hardness * (m_w[32] - 0.3));
    const double fastWeight = m_w[27] * std::pow(fast, -m_w[29]);
    const double slowWeight = m_w[28] * std::pow(slow, m_w[30]) * std::exp(hardness * (m_w[31] - 0.5));
    return {fastDecay, m_slowDecay, fastFactor / fast, slowFactor / slow,
            fastWeight / (fastWeight + slowWeight)};
}

double Fsrs7::initialDifficulty(int grade) const
{
    return m_w[4] - std::exp(m_w[5] * (grade - 1)) + 1;
}

double Fsrs7::nextDifficulty(double difficulty, double recalled, Rating rating) const
{
    constexpr double pull = 0.01; // towards the first difficulty of Easy
    double step = m_w[6] * (3 - static_cast<int>(rating));
    if (rating == Rating::Again)
        step *= recalled + 0.1; // what was forgotten anyway says little about the question
    const double moved = difficulty + (maxDifficulty - difficulty) * step / 9;
    return pull * initialDifficulty(4) + (1 - pull) * moved;
}

} // namespace flaskcards
