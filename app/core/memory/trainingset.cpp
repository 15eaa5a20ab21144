// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/trainingset.h"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace flaskcards {

namespace {

// From the start of the last block of learning answers on; empty without one.
std::span<const LoggedAnswer> knownPart(std::span<const LoggedAnswer> answers)
{
    size_t end = answers.size();
    while (end > 0 && !answers[end - 1].learning)
        --end;
    size_t first = end;
    while (first > 0 && answers[first - 1].learning)
        --first;
    return end == 0 ? std::span<const LoggedAnswer>() : answers.subspan(first);
}

} // namespace

TrainingSet TrainingSet::from(std::vector<LoggedAnswer> answers)
{
    std::stable_sort(answers.begin(), answers.end(), [](const LoggedAnswer &a, const LoggedAnswer &b) {
        return std::tie(a.card, a.atMs) < std::tie(b.card, b.atMs);
    });
    TrainingSet set;
    set.m_steps.reserve(answers.size());
    std::vector<std::pair<size_t, size_t>> places;
    std::vector<qint64> timesMs;
    timesMs.reserve(answers.size());
    for (size_t first = 0; first < answers.size();) {
        size_t end = first;
        while (end < answers.size() && answers[end].card == answers[first].card)
            ++end;
        const auto known = knownPart(std::span(answers).subspan(first, end - first));
        if (!known.empty())
            places.emplace_back(set.m_steps.size(), known.size());
        set.addCard(known);
        for (const LoggedAnswer &answer : known)
            timesMs.push_back(answer.atMs);
        first = end;
    }
    set.m_sequences.reserve(places.size());
    for (const auto &[first, count] : places)
        set.m_sequences.emplace_back(std::span(set.m_steps).subspan(first, count));
    set.rankPredictions(timesMs);
    return set;
}

void TrainingSet::addCard(std::span<const LoggedAnswer> answers)
{
    for (size_t i = 0; i < answers.size(); ++i) {
        const int elapsed = i == 0 ? 0 : std::max(0, answers[i].day - answers[i - 1].day);
        m_steps.push_back({elapsed, -1, answers[i].rating});
    }
}

void TrainingSet::rankPredictions(const std::vector<qint64> &timesMs)
{
    std::vector<quint32> order;
    for (size_t i = 0; i < m_steps.size(); ++i) {
        if (m_steps[i].elapsedDays > 0)
            order.push_back(quint32(i));
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](quint32 a, quint32 b) { return timesMs[a] < timesMs[b]; });
    m_predictions = int(order.size());
    for (int rank = 0; rank < m_predictions; ++rank)
        m_steps[order[size_t(rank)]].rank = rank;
}

int TrainingSet::rankAt(double share) const
{
    return std::clamp(int(share * m_predictions), 0, m_predictions);
}

double recencyWeight(int rank, const RankRange &range)
{
    const double place = double(rank - range.first) / std::max(1, range.count() - 1);
    return 0.25 + 0.75 * place * place * place;
}

} // namespace flaskcards
