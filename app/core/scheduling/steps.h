// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <optional>
#include <span>

namespace flaskcards {

// Learning or relearning steps. A view: the minutes must outlive it. `remaining`
// counts the steps left. Delays are in seconds; none: no step applies.
class Steps
{
public:
    explicit Steps(std::span<const double> minutes) : m_minutes(minutes) {}

    bool isEmpty() const { return m_minutes.empty(); }
    int count() const { return int(m_minutes.size()); }
    std::optional<int> againSecs() const { return secsAt(0); }
    std::optional<int> hardSecs(int remaining) const;
    std::optional<int> goodSecs(int remaining) const { return secsAt(indexOf(remaining) + 1); }
    int remainingAfterGood(int remaining) const { return count() - (indexOf(remaining) + 1); }

private:
    int indexOf(int remaining) const;
    std::optional<int> secsAt(int index) const;

    std::span<const double> m_minutes;
};

// A delay is due after seconds, or on a later study day if it reaches the rollover.
struct Delay {
    int secs = 0;
    int days = 0; // study days from today; 0: within this one

    bool operator==(const Delay &) const = default;
};
Delay acrossRollover(int secs, qint64 secsUntilRollover);

} // namespace flaskcards
