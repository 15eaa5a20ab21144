// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/fsrs6.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct Bounds {
    double least;
    double most;
};

constexpr double sameDayMost = 2; // of w17 and w18 with at most one relearning step

constexpr std::array<Bounds, 21> bounds = {{
    {0.001, 100},     {0.001, 100},  {0.001, 100}, {0.001, 100}, {1, 10},      {0.001, 4},
    {0.001, 4},       {0.001, 0.75}, {0, 4.5},     {0, 0.8},     {0.001, 3.5}, {0.001, 5},
    {0.001, 0.25},    {0.001, 0.9},  {0, 4},       {0, 1},       {1, 6},       {0, sameDayMost},
    {0, sameDayMost}, {0, 0.8},      {0.1, 0.8},
}};

// Upper bound of w17 and w18: n Good answers after a lapse must not lift stability above what it was.
double sameDayCeiling(const Fsrs6Parameters &w, int relearningSteps)
{
    if (relearningSteps <= 1)
        return sameDayMost;
    const double room =
        -(std::log(w[11]) + std::log(std::pow(2.0, w[13]) - 1) + 0.3 * w[14]) / relearningSteps;
    // Outside their bounds w11 and w13 may have no logarithm: then there is no room.
    return std::isnan(room) ? 0.1 : std::min(sameDayMost, std::sqrt(std::max(0.01, room)));
}

Fsrs6Parameters fromFsrs4(Fsrs6Parameters w)
{
    w[4] += 2 * w[5];
    w[5] = std::log(3 * w[5] + 1) / 3;
    w[6] += 0.5;
    w[20] = 0.5;
    return w;
}

} // namespace

Result<Fsrs6Parameters> Fsrs6::complete(std::span<const double> values)
{
    Fsrs6Parameters w{};
    if (values.empty())
        return defaults;
    if (values.size() != 21 && values.size() != 19 && values.size() != 17)
        return Error{ErrorCode::Invalid,
                     u"parameters: 21, 19 or 17 values wanted, not %1"_s.arg(values.size())};
    std::copy(values.begin(), values.end(), w.begin());
    if (values.size() == 17)
        w = fromFsrs4(w);
    else if (values.size() == 19)
        w[20] = 0.5;
    for (size_t i = 0; i < w.size(); ++i) {
        if (!std::isfinite(w[i]))
            return Error{ErrorCode::Invalid, u"parameters: w%1 is no finite number"_s.arg(i)};
    }
    return w;
}

Fsrs6Parameters Fsrs6::clipped(Fsrs6Parameters parameters, int relearningSteps)
{
    const double ceiling = sameDayCeiling(parameters, relearningSteps);
    Fsrs6Parameters &w = parameters;
    for (size_t i = 0; i < w.size(); ++i)
        w[i] = std::clamp(w[i], bounds[i].least, bounds[i].most);
    w[17] = std::min(w[17], ceiling);
    w[18] = std::min(w[18], ceiling);
    return w;
}

Result<Fsrs6> Fsrs6::make(std::span<const double> values, int relearningSteps)
{
    const auto parameters = complete(values);
    if (!parameters)
        return parameters.error();
    return Fsrs6(*parameters, relearningSteps);
}

Fsrs6::Fsrs6(const Fsrs6Parameters &parameters, int relearningSteps)
    : m_w(clipped(parameters, relearningSteps)),
      m_decay(-m_w[20]),
      m_factor(std::exp(std::log(0.9) / m_decay) - 1),
      m_easiestPull(m_w[7] * initialDifficulty(4)),
      m_lapseCap(std::exp(-m_w[17] * m_w[18]))
{
    const double growth = std::exp(m_w[8]);
    m_growth = {0, growth * m_w[15], growth, growth * m_w[16]};
    for (int grade = 1; grade <= 4; ++grade) {
        const auto i = static_cast<size_t>(grade - 1);
        m_initial[i] = {boundedStability(m_w[i]), boundedDifficulty(initialDifficulty(grade))};
        m_sameDayGain[i] = std::exp(m_w[17] * (grade - 3 + m_w[18]));
        m_difficultyStep[i] = -m_w[6] * (grade - 3) / 9;
    }
}

} // namespace flaskcards
