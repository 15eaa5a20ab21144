// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"
#include "core/scheduling/fuzz.h"
#include "core/scheduling/steps.h"

#include <array>

namespace flaskcards {

// The rules that make due days of what the memory model wishes. Rounding is half
// away from zero.

// What the model wishes after each rating, in days, Again first.
using RawIntervals = std::array<double, 4>;

constexpr size_t ratingIndex(Rating rating)
{
    return static_cast<size_t>(rating) - 1;
}

// Whole days, at least one.
int wholeDays(double rawDays);

struct IntervalLimits {
    int maximumDays = 36500;
    std::optional<double> factor;  // of fuzz
    const DayChooser *choose = {}; // instead of the factor, if there is one; may be null
};

// A Review answered Hard, Good and Easy: each later than the one before where the maximum leaves room, and
// never shorter than the previous interval through fuzz alone.
struct ReviewIntervals {
    int hard = 0;
    int good = 0;
    int easy = 0;

    bool operator==(const ReviewIntervals &) const = default;
};
ReviewIntervals reviewIntervals(const RawIntervals &raw, int previousDays, const IntervalLimits &limits);

// What an answer within the steps, or a lapse, leads to.
struct StepRules {
    Steps steps;
    IntervalLimits limits;
    bool sameDayAllowed = false;     // the model says something about the same day
    bool shortTermWithSteps = false; // let it do so although there are steps
};
struct StepOutcome {
    std::optional<int> secs; // delay of the step; none: goes to Review
    int remaining = 0;       // steps left; without meaning in Review
    int days = 0;            // interval of the Review part; 0: stays what it was

    bool operator==(const StepOutcome &) const = default;
};
StepOutcome answerLearning(const StepRules &rules, int remaining, Rating rating, const RawIntervals &raw);
StepOutcome answerRelearning(const StepRules &rules, int remaining, Rating rating, const RawIntervals &raw);
// A Review answered Again; no fuzz: that comes when the relearning steps are left.
StepOutcome answerLapse(const StepRules &rules, const RawIntervals &raw);

// Whether this lapse is one at which to complain: at the threshold and every half of it after. 0: never.
bool isLeechLapse(int lapses, int threshold);

} // namespace flaskcards
