// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/trainingset.h"

#include <array>
#include <set>

namespace flaskcards {

// Cards that begin in a way that is too rare to learn from: by first rating (Again first) the whole days
// until the first long-term answer.
class Outliers
{
public:
    // Of each first rating, the rarest beginnings, up to a twentieth of the cards or 20; besides those the
    // ones with fewer than 6 cards and those after more than 100 days (Easy: 365).
    Outliers(const TrainingSet &set, const RankRange &range);

    bool contains(TrainingSet::Sequence sequence) const;

    // Cards left, by first rating.
    const std::array<int, 4> &kept() const { return m_kept; }

private:
    std::array<std::set<int>, 4> m_days;
    std::array<int, 4> m_kept{};
};

} // namespace flaskcards
