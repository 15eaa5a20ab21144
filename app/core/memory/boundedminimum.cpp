// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/boundedminimum.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace flaskcards {

namespace {

double dot(const Point &a, const Point &b)
{
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

// Solves m x = v for a positive definite m by Cholesky; a pivot that rounding made too small is lifted.
Point solved(SquareMatrix m, Point v)
{
    const size_t n = v.size();
    for (size_t j = 0; j < n; ++j) {
        for (size_t k = 0; k < j; ++k)
            m[j * n + j] -= m[j * n + k] * m[j * n + k];
        m[j * n + j] = std::sqrt(std::max(m[j * n + j], 1e-12));
        for (size_t i = j + 1; i < n; ++i) {
            for (size_t k = 0; k < j; ++k)
                m[i * n + j] -= m[i * n + k] * m[j * n + k];
            m[i * n + j] /= m[j * n + j];
        }
    }
    for (size_t i = 0; i < n; ++i) {
        for (size_t k = 0; k < i; ++k)
            v[i] -= m[i * n + k] * v[k];
        v[i] /= m[i * n + i];
    }
    for (size_t i = n; i-- > 0;) {
        for (size_t k = i + 1; k < n; ++k)
            v[i] -= m[k * n + i] * v[k];
        v[i] /= m[i * n + i];
    }
    return v;
}

class Descent
{
public:
    explicit Descent(const Minimisation &problem)
        : m_problem(problem),
          m_point(problem.start),
          m_gradient(problem.start.size()),
          m_curvature(problem.curvature(m_point))
    {
        m_value = problem.value(m_point, m_gradient);
    }

    Point run()
    {
        for (int step = 0; step < m_problem.mostSteps; ++step) {
            if ((m_problem.goOn && !m_problem.goOn()) || !advance())
                break;
        }
        return m_point;
    }

private:
    // The damped Newton step. Coordinates that would leave their bounds stop there and the others are solved
    // for again, with that known.
    Point newtonStep() const
    {
        const size_t n = m_point.size();
        std::vector<bool> isFixed(n);
        Point step(n);
        for (bool again = true; again;) {
            const Point free = solvedFor(isFixed, step);
            again = false;
            for (size_t i = 0; i < n; ++i) {
                if (isFixed[i])
                    continue;
                const double to = std::clamp(m_point[i] + free[i], m_problem.least[i], m_problem.most[i]);
                if (to != m_point[i] + free[i]) {
                    isFixed[i] = again = true;
                    step[i] = to - m_point[i];
                }
            }
            for (size_t i = 0; i < n && !again; ++i)
                step[i] = isFixed[i] ? step[i] : free[i];
        }
        return step;
    }

    // The step of the free coordinates, given that of the fixed ones.
    Point solvedFor(const std::vector<bool> &isFixed, const Point &step) const
    {
        const size_t n = m_point.size();
        SquareMatrix curvature = m_curvature;
        Point downhill(n);
        for (size_t i = 0; i < n; ++i) {
            downhill[i] = isFixed[i] ? 0 : -m_gradient[i];
            for (size_t j = 0; j < n && !isFixed[i]; ++j)
                downhill[i] -= isFixed[j] ? m_curvature[i * n + j] * step[j] : 0;
            curvature[i * n + i] *= 1 + m_damping;
        }
        for (size_t i = 0; i < n; ++i) {
            for (size_t j = 0; j < n && isFixed[i]; ++j)
                curvature[i * n + j] = curvature[j * n + i] = i == j ? 1 : 0;
        }
        return solved(std::move(curvature), std::move(downhill));
    }

    // What the quadratic picture of the function promises.
    double promised(const Point &step) const
    {
        const size_t n = step.size();
        double gain = -dot(step, m_gradient);
        for (size_t i = 0; i < n; ++i) {
            for (size_t j = 0; j < n; ++j)
                gain -= step[i] * m_curvature[i * n + j] * step[j] / 2;
        }
        return gain;
    }

    // One step; false when nothing is left to gain.
    bool advance()
    {
        Point gradient(m_point.size());
        for (int attempt = 0; attempt < mostAttempts; ++attempt) {
            const Point step = newtonStep();
            const double expected = promised(step);
            if (!(expected >= m_problem.tolerance))
                return false;
            const Point to = sum(m_point, step);
            const double value = m_problem.value(to, gradient);
            const double gained = m_value - value;
            if (!(gained > leastShare * expected)) {
                m_damping = std::max(leastDamping, m_damping * 8);
                continue;
            }
            if (gained > goodShare * expected)
                m_damping /= 5;
            m_point = to;
            m_gradient = gradient;
            m_value = value;
            if (gained < m_problem.tolerance)
                return false;
            m_curvature = m_problem.curvature(m_point);
            return true;
        }
        return false;
    }

    // Bounds are met exactly.
    Point sum(const Point &from, const Point &step) const
    {
        Point to(from.size());
        for (size_t i = 0; i < to.size(); ++i)
            to[i] = std::clamp(from[i] + step[i], m_problem.least[i], m_problem.most[i]);
        return to;
    }

    static constexpr int mostAttempts = 10;
    static constexpr double leastDamping = 1e-3;
    // Shares of the promised gain: below the first the step is refused, above the second the next one may be
    // bolder.
    static constexpr double leastShare = 0.05;
    static constexpr double goodShare = 0.6;

    const Minimisation &m_problem;
    Point m_point;
    Point m_gradient;
    SquareMatrix m_curvature;
    double m_damping = 0.01;
    double m_value = 0;
};

} // namespace

Point minimum(const Minimisation &problem)
{
    return Descent(problem).run();
}

} // namespace flaskcards
