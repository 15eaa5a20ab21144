// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <functional>
#include <optional>

namespace flaskcards {

// Spreading of due days. A factor is in [0, 1); without one nothing is spread.

struct DayRange {
    int first = 0;
    int last = 0;

    bool operator==(const DayRange &) const = default;
};

// Days that a wished interval may become, within [minimum, maximum].
DayRange fuzzBounds(double intervalDays, int minimum, int maximum);

// The latest day that spreading alone can make of an interval.
double latestFuzzed(double intervalDays);

int fuzzed(double intervalDays, int minimum, int maximum, std::optional<double> factor);

// Picks one of the days that an interval may become; the interval itself comes with it.
using DayChooser = std::function<int(const DayRange &days, double intervalDays)>;

// A delay within the day gets up to a quarter more, at most five minutes: the first second it does not reach
// …
int stepFuzzLimit(int secs);
// … and the delay that a factor makes of it.
int fuzzedStep(int secs, std::optional<double> factor);

// The factor of a card: the same on every machine, and the same until the card is answered. FNV-1a (64 bit)
// over the slug in UTF-8 and the answers as four bytes, low byte first; then the finaliser of splitmix64; its
// top 53 bits.
double fuzzFactor(QStringView slug, int answers);

} // namespace flaskcards
