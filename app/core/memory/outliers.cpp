// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/outliers.h"

#include <algorithm>
#include <map>

namespace flaskcards {

namespace {

constexpr int alwaysAllowed = 20;
constexpr int leastCards = 6;
constexpr int mostDays = 100;
constexpr int mostDaysEasy = 365;

size_t firstRating(TrainingSet::Sequence sequence)
{
    return size_t(sequence.front().rating) - 1;
}

const TrainingSet::Step *firstPrediction(TrainingSet::Sequence sequence)
{
    const auto first = std::find_if(sequence.begin(), sequence.end(),
                                    [](const TrainingSet::Step &step) { return step.isPrediction(); });
    return first == sequence.end() ? nullptr : &*first;
}

// Days of the beginnings to leave out; `cards`: how many began after so many days.
std::set<int> rareDays(const std::map<int, int> &cards, int longest)
{
    int total = 0;
    std::vector<std::pair<int, int>> bySize; // cards, days
    for (const auto &[days, count] : cards) {
        bySize.emplace_back(count, days);
        total += count;
    }
    std::sort(bySize.begin(), bySize.end());
    const int allowed = std::max(alwaysAllowed, total / 20);
    int dropped = 0;
    std::set<int> rare;
    for (const auto &[count, days] : bySize) {
        const bool few = dropped + count < allowed;
        if (few)
            dropped += count;
        if (few || count < leastCards || days > longest)
            rare.insert(days);
    }
    return rare;
}

} // namespace

Outliers::Outliers(const TrainingSet &set, const RankRange &range)
{
    std::array<std::map<int, int>, 4> cards;
    for (const TrainingSet::Sequence &sequence : set.sequences()) {
        const TrainingSet::Step *first = firstPrediction(sequence);
        if (first && range.contains(first->rank))
            ++cards[firstRating(sequence)][first->elapsedDays];
    }
    for (size_t rating = 0; rating < cards.size(); ++rating) {
        m_days[rating] = rareDays(cards[rating], rating == 3 ? mostDaysEasy : mostDays);
        for (const auto &[days, count] : cards[rating])
            m_kept[rating] += m_days[rating].contains(days) ? 0 : count;
    }
}

bool Outliers::contains(TrainingSet::Sequence sequence) const
{
    const TrainingSet::Step *first = firstPrediction(sequence);
    return first && m_days[firstRating(sequence)].contains(first->elapsedDays);
}

} // namespace flaskcards
