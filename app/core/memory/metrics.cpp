// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/metrics.h"

#include <map>
#include <tuple>

namespace flaskcards {

namespace {

constexpr double leastChance = 1e-7;

// Bins grow like powers of a base, so that each holds about the same amount of experience.
double bin(double scale, double base, double value)
{
    return std::round(scale * std::pow(base, std::floor(std::log(value) / std::log(base))));
}

using BinKey = std::tuple<double, double, double>;

BinKey binOf(const Prediction &prediction)
{
    return {bin(248, 3.62, prediction.elapsedDays), bin(1.99, 1.89, prediction.longTermReviews + 1),
            prediction.lapses == 0 ? 0.0 : bin(1.65, 1.73, prediction.lapses)};
}

struct Bin {
    double count = 0;
    double predicted = 0;
    double recalled = 0;
};

double rmseOverBins(const std::vector<Prediction> &predictions)
{
    std::map<BinKey, Bin> bins;
    for (const Prediction &prediction : predictions) {
        Bin &bin = bins[binOf(prediction)];
        bin.count += 1;
        bin.predicted += prediction.recall;
        bin.recalled += prediction.recalled ? 1 : 0;
    }
    double squares = 0;
    for (const auto &[key, bin] : bins) {
        const double difference = (bin.predicted - bin.recalled) / bin.count;
        squares += bin.count * difference * difference;
    }
    return std::sqrt(squares / double(predictions.size()));
}

// Mann-Whitney; ties count half. One half where there is nothing to compare.
double areaUnderCurve(const std::vector<Prediction> &predictions)
{
    std::vector<std::pair<double, bool>> order;
    order.reserve(predictions.size());
    for (const Prediction &prediction : predictions)
        order.emplace_back(prediction.recall, prediction.recalled);
    std::sort(order.begin(), order.end());
    double rankSum = 0;
    double recalled = 0;
    for (size_t first = 0; first < order.size();) {
        size_t end = first;
        double hits = 0;
        for (; end < order.size() && order[end].first == order[first].first; ++end)
            hits += order[end].second ? 1 : 0;
        rankSum += hits * (double(first + end) + 1) / 2;
        recalled += hits;
        first = end;
    }
    const double forgotten = double(order.size()) - recalled;
    return recalled * forgotten == 0 ? 0.5
                                     : (rankSum - recalled * (recalled + 1) / 2) / (recalled * forgotten);
}

void addSequence(TrainingSet::Sequence steps, const Fsrs6 &model, const RankRange &range,
                 std::vector<Prediction> &into)
{
    std::optional<MemoryState> memory;
    int longTerm = 0;
    int lapses = 0;
    for (const TrainingSet::Step &step : steps) {
        if (step.isPrediction()) {
            ++longTerm;
            if (range.contains(step.rank))
                into.push_back({model.recall(step.elapsedDays, *memory), step.recalled(), step.elapsedDays,
                                longTerm, lapses, step.rank});
            lapses += step.recalled() ? 0 : 1;
        }
        memory = model.advance(memory, step.elapsedDays, step.rating);
    }
}

} // namespace

double logLoss(double recall, bool recalled)
{
    const double chance = std::clamp(recall, leastChance, 1 - leastChance);
    return -std::log(recalled ? chance : 1 - chance);
}

std::vector<Prediction> predictions(const TrainingSet &set, const Fsrs6 &model, const RankRange &range)
{
    std::vector<Prediction> all;
    all.reserve(size_t(range.count()));
    for (const TrainingSet::Sequence &sequence : set.sequences())
        addSequence(sequence, model, range, all);
    return all;
}

Metrics metrics(const std::vector<Prediction> &predictions, const RankRange &range)
{
    Metrics result;
    result.predictions = int(predictions.size());
    if (predictions.empty())
        return result;
    double weights = 0;
    for (const Prediction &prediction : predictions) {
        const double loss = logLoss(prediction.recall, prediction.recalled);
        const double weight = recencyWeight(prediction.rank, range);
        result.logLoss += loss / double(predictions.size());
        result.recencyLogLoss += weight * loss;
        weights += weight;
    }
    result.recencyLogLoss /= weights;
    result.rmseBins = rmseOverBins(predictions);
    result.auc = areaUnderCurve(predictions);
    return result;
}

Metrics metrics(const TrainingSet &set, const Fsrs6 &model, const RankRange &range)
{
    return metrics(predictions(set, model, range), range);
}

} // namespace flaskcards
