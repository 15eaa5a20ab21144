// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/fsrs6.h"
#include "core/memory/trainingset.h"

namespace flaskcards {

// How well a model's predictions fit what was recalled.
struct Metrics {
    int predictions = 0;
    double logLoss = 0;        // mean, in nats
    double recencyLogLoss = 0; // the same, newer predictions weighing more
    double rmseBins = 0;       // root mean square difference between predicted and actual recall of bins
    double auc = 0;            // probability that a recalled answer was predicted higher than a forgotten one
};

// One prediction of a log.
struct Prediction {
    double recall = 0; // as predicted
    bool recalled = false;
    int elapsedDays = 0;
    int longTermReviews = 0; // answers after at least a day, this one included
    int lapses = 0;          // forgotten ones among those before it
    int rank = 0;
};

// The predictions of a range, in no particular order.
std::vector<Prediction> predictions(const TrainingSet &set, const Fsrs6 &model, const RankRange &range);

Metrics metrics(const std::vector<Prediction> &predictions, const RankRange &range);
Metrics metrics(const TrainingSet &set, const Fsrs6 &model, const RankRange &range);

// -ln of the probability given to what happened; finite for every recall.
double logLoss(double recall, bool recalled);

} // namespace flaskcards
