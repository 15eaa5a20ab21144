// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <vector>

namespace flaskcards {

// Least value of a smooth function within bounds, by damped Newton steps (Levenberg-Marquardt).
// Deterministic.

using Point = std::vector<double>;
using SquareMatrix = std::vector<double>; // symmetric, row by row

struct Minimisation {
    Point start; // within the bounds
    Point least;
    Point most; // equal to `least` where a coordinate is to stay
    // Value at a point; writes the gradient.
    std::function<double(const Point &, Point &gradient)> value;
    // About the second derivatives at a point; positive definite.
    std::function<SquareMatrix(const Point &)> curvature;
    double tolerance = 1e-6; // ends when the next step promises less than this, in units of the value
    int mostSteps = 50;
    // Before each step; false ends it there. May be empty.
    std::function<bool()> goOn = {};
};

// The best point found.
Point minimum(const Minimisation &problem);

} // namespace flaskcards
