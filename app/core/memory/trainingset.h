// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"

#include <QList>

#include <span>
#include <vector>

namespace flaskcards {

// One answer of the log, as a memory model learns from it.
struct LoggedAnswer {
    qint64 card = 0;
    qint64 atMs = 0;
    int day = 0; // study day
    Rating rating = Rating::Good;
    bool learning = false; // the card was new or in its first learning steps
};

// The log as sequences of one card each, in one array. A prediction is an answer at least one study day after
// the card's previous one; predictions are ranked by time.
class TrainingSet
{
public:
    struct Step {
        int elapsedDays = 0; // whole study days since the answer before; 0 for the first
        int rank = -1;       // of the prediction among all, oldest first; -1: none
        Rating rating = Rating::Good;

        bool isPrediction() const { return rank >= 0; }
        bool recalled() const { return rating != Rating::Again; }
    };
    using Sequence = std::span<const Step>;

    // Takes each card from its last block of learning answers on; cards without one are left out: what came
    // before is not known. Answers of the same moment keep their order.
    static TrainingSet from(std::vector<LoggedAnswer> answers);

    const std::vector<Sequence> &sequences() const { return m_sequences; }
    int predictions() const { return m_predictions; }
    // Rank of the first prediction after this share of them all.
    int rankAt(double share) const;

    TrainingSet(TrainingSet &&) = default;
    TrainingSet &operator=(TrainingSet &&) = default;
    TrainingSet(const TrainingSet &) = delete;
    TrainingSet &operator=(const TrainingSet &) = delete;
    ~TrainingSet() = default;

private:
    TrainingSet() = default;
    void addCard(std::span<const LoggedAnswer> answers);
    void rankPredictions(const std::vector<qint64> &timesMs);

    std::vector<Step> m_steps;
    std::vector<Sequence> m_sequences;
    int m_predictions = 0;
};

// Predictions by rank: those from `first` up to, not including, `end`.
struct RankRange {
    int first = 0;
    int end = 0;

    bool contains(int rank) const { return rank >= first && rank < end; }
    int count() const { return end - first; }
};

// The weight of a prediction by its place in time: a quarter for the oldest, 1 for the newest.
double recencyWeight(int rank, const RankRange &range);

} // namespace flaskcards
