// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/memory/optimizer.h"

#include "core/memory/boundedminimum.h"
#include "core/memory/fsrs6loss.h"
#include "core/memory/outliers.h"

#include <random>

namespace flaskcards {

namespace {

constexpr int leastPredictions = 8;
constexpr int leastForAll = 64; // fewer predictions fit the first stabilities only
constexpr double trainedShare = 0.8;
// Nats that a change must bring on the held-out predictions: e^3 to 1. With less, one fit in ten of a small
// log did worse later than what it replaced.
constexpr double leastEvidence = 3;
constexpr double topicDraw = 500;

// The prior, around the defaults: how far a parameter usually lies from there. First stabilities are compared
// by their logarithms, of which half the spread is common to all four.
constexpr Fsrs6Parameters spreads = {1,   1,    1,    1,    0.57, 0.28, 0.6,  0.12, 0.39, 0.18, 0.33,
                                     0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14, 0.27};
constexpr size_t firstCount = 4;
constexpr double ownVariance = 1.125;
constexpr double commonVariance = 1.125;
constexpr double priorStrength = 0.5;
constexpr double enoughPredictions = 1000; // below, the prior grows with what is missing

// Parts of the cards on which to start: predictions in the first, and how much larger each next one is.
constexpr int firstPart = 4000;
constexpr int partGrowth = 8;
constexpr int curvaturePart = 10000; // predictions that are enough for the second derivatives

// The answers to learn from, card after card in a random order; each card ends with its last prediction that
// counts.
struct Lessons {
    std::vector<WeightedStep> steps;
    std::vector<std::span<const WeightedStep>> cards;
    std::vector<int> predictions; // up to and including each card

    int total() const { return predictions.empty() ? 0 : predictions.back(); }
    // As many of the first cards as hold so many predictions.
    size_t cardsFor(int wanted) const
    {
        const auto card = std::lower_bound(predictions.begin(), predictions.end(), wanted);
        return std::min(cards.size(), size_t(card - predictions.begin()) + 1);
    }
};

size_t usefulLength(TrainingSet::Sequence sequence, const RankRange &range)
{
    size_t length = sequence.size();
    while (length > 0 && !range.contains(sequence[length - 1].rank))
        --length;
    return length;
}

std::vector<TrainingSet::Sequence> shuffled(std::vector<TrainingSet::Sequence> cards)
{
    std::mt19937_64 random(2023); // not std::shuffle: its order differs between libraries
    for (size_t i = cards.size(); i > 1; --i)
        std::swap(cards[i - 1], cards[random() % i]);
    return cards;
}

Lessons lessons(const TrainingSet &set, const RankRange &range, const Outliers &outliers)
{
    std::vector<TrainingSet::Sequence> used;
    size_t stepCount = 0;
    for (const TrainingSet::Sequence &sequence : set.sequences()) {
        const size_t length = outliers.contains(sequence) ? 0 : usefulLength(sequence, range);
        if (length > 0)
            used.push_back(sequence.first(length));
        stepCount += length;
    }
    Lessons all;
    all.steps.reserve(stepCount);
    for (const TrainingSet::Sequence &sequence : shuffled(std::move(used))) {
        int predictions = all.total();
        for (const TrainingSet::Step &step : sequence) {
            const bool counts = range.contains(step.rank);
            predictions += counts ? 1 : 0;
            all.steps.push_back(
                {step.elapsedDays, step.rating, counts ? float(recencyWeight(step.rank, range)) : 0.0F});
        }
        all.cards.emplace_back(std::span(all.steps).last(sequence.size()));
        all.predictions.push_back(predictions);
    }
    return all;
}

// Coordinates in which the prior is round: the distance from its centre in spreads.
class Coordinates
{
public:
    explicit Coordinates(const Fsrs6Parameters &centre) : m_centre(centre) {}

    Fsrs6Parameters parameters(const Point &point) const
    {
        Fsrs6Parameters w{};
        for (size_t i = 0; i < fsrs6Count; ++i)
            w[i] = i < firstCount ? m_centre[i] * std::exp(point[i]) : m_centre[i] + point[i] * spreads[i];
        return w;
    }
    Point point(const Fsrs6Parameters &w) const
    {
        Point point(fsrs6Count);
        for (size_t i = 0; i < fsrs6Count; ++i)
            point[i] = i < firstCount ? std::log(w[i] / m_centre[i]) : (w[i] - m_centre[i]) / spreads[i];
        return point;
    }
    // Of a parameter by its coordinate.
    static double slope(size_t i, const Fsrs6Parameters &w) { return i < firstCount ? w[i] : spreads[i]; }

private:
    Fsrs6Parameters m_centre;
};

// Second derivatives of the prior's share of the loss, halved.
double priorWeight(size_t i, size_t j)
{
    const bool first = i < firstCount && j < firstCount;
    const double own = i == j ? 1 / (first ? ownVariance : 1) : 0;
    const double common = commonVariance / (ownVariance * (ownVariance + firstCount * commonVariance));
    return own - (first ? common : 0);
}

// The loss over the first cards, as if they were all, with the prior.
class Objective
{
public:
    Objective(const Lessons &lessons, const Coordinates &coordinates, double prior, int predictions)
        : m_lessons(lessons),
          m_coordinates(coordinates),
          m_prior(prior),
          m_cards(lessons.cardsFor(predictions)),
          m_scale(double(lessons.total()) / lessons.predictions[m_cards - 1])
    {
    }

    double value(const Point &point, Point &gradient) const
    {
        const Fsrs6Parameters w = m_coordinates.parameters(point);
        Fsrs6Loss loss(w);
        Fsrs6Parameters slopes{};
        double sum = 0;
        for (size_t card = 0; card < m_cards; ++card)
            sum += loss.add(m_lessons.cards[card], slopes);
        sum *= m_scale;
        for (size_t i = 0; i < fsrs6Count; ++i) {
            double pull = 0;
            for (size_t j = 0; j < fsrs6Count; ++j)
                pull += m_prior * priorWeight(i, j) * point[j];
            sum += point[i] * pull;
            gradient[i] = m_scale * slopes[i] * Coordinates::slope(i, w) + 2 * pull;
        }
        return sum;
    }

    SquareMatrix curvature(const Point &point) const
    {
        const Fsrs6Parameters w = m_coordinates.parameters(point);
        Fsrs6Loss loss(w);
        Fsrs6Curvature sums{};
        for (size_t card = 0; card < m_cards; ++card)
            loss.addCurvature(m_lessons.cards[card], sums);
        SquareMatrix curvature(fsrs6Count * fsrs6Count);
        for (size_t i = 0; i < fsrs6Count; ++i) {
            for (size_t j = 0; j < fsrs6Count; ++j) {
                const double sum = sums[std::max(i, j) * fsrs6Count + std::min(i, j)];
                curvature[i * fsrs6Count + j] =
                    m_scale * sum * Coordinates::slope(i, w) * Coordinates::slope(j, w) +
                    2 * m_prior * priorWeight(i, j);
            }
        }
        return curvature;
    }

private:
    const Lessons &m_lessons;
    const Coordinates &m_coordinates;
    double m_prior;
    size_t m_cards;
    double m_scale;
};

// The bounds of training: w19 may not vanish there.
struct Bounds {
    Fsrs6Parameters least;
    Fsrs6Parameters most;
};

Bounds trainingBounds()
{
    constexpr double far = 1e9;
    constexpr double leastSameDayDecay = 0.01;
    Bounds bounds{};
    bounds.least.fill(-far);
    bounds.most.fill(far);
    bounds.least = Fsrs6::clipped(bounds.least);
    bounds.most = Fsrs6::clipped(bounds.most);
    bounds.least[19] = leastSameDayDecay;
    return bounds;
}

// Only the first parameters are free.
void holdFrom(size_t first, const Fsrs6Parameters &at, Bounds &bounds)
{
    for (size_t i = first; i < fsrs6Count; ++i)
        bounds.least[i] = bounds.most[i] = at[i];
}

class Trainer
{
public:
    Trainer(const Lessons &lessons, const Fsrs6Parameters &centre,
            const std::function<bool(double)> &progress)
        : m_lessons(lessons), m_coordinates(centre), m_progress(progress)
    {
        m_prior = priorStrength * std::max(1.0, enoughPredictions / lessons.total());
    }

    // None when cancelled.
    std::optional<Fsrs6Parameters> run(Fsrs6Parameters from, const Bounds &bounds)
    {
        for (double part = firstPart; 2 * part < m_lessons.total(); part *= partGrowth) {
            from = better(from, bounds, int(part));
            m_done = part / m_lessons.total();
        }
        from = better(from, bounds, m_lessons.total());
        return m_cancelled ? std::nullopt : std::optional(from);
    }

    // The best for so many predictions, beginning there.
    Fsrs6Parameters better(const Fsrs6Parameters &from, const Bounds &bounds, int predictions)
    {
        const Objective objective(m_lessons, m_coordinates, m_prior, predictions);
        const Objective rough(m_lessons, m_coordinates, m_prior, std::min(predictions, curvaturePart));
        const bool all = predictions >= m_lessons.total();
        const double scale = double(m_lessons.total()) / predictions;
        Minimisation problem{
            .start = m_coordinates.point(from),
            .least = m_coordinates.point(bounds.least),
            .most = m_coordinates.point(bounds.most),
            .value = [&](const Point &at, Point &gradient) { return objective.value(at, gradient); },
            .curvature = [&](const Point &at) { return rough.curvature(at); },
            .tolerance = all ? std::max(0.01, 2e-6 * m_lessons.total()) : scale,
            .goOn =
                [&] {
                    return goOn();
                }};
        for (size_t i = 0; i < fsrs6Count; ++i)
            problem.start[i] = std::clamp(problem.start[i], problem.least[i], problem.most[i]);
        return m_coordinates.parameters(minimum(problem));
    }

private:
    bool goOn()
    {
        m_done += (1 - m_done) / 8; // a step leads about so much nearer
        m_cancelled = m_cancelled || (m_progress && !m_progress(m_done));
        return !m_cancelled;
    }

    const Lessons &m_lessons;
    Coordinates m_coordinates;
    const std::function<bool(double)> &m_progress;
    double m_prior;
    double m_done = 0;
    bool m_cancelled = false;
};

// A better first answer may not mean less stability; ratings given less often give way.
void orderFirst(Fsrs6Parameters &w, const std::array<int, 4> &answers)
{
    constexpr std::array<std::pair<size_t, size_t>, 6> pairs = {
        {{0, 1}, {1, 2}, {2, 3}, {0, 2}, {1, 3}, {0, 3}}};
    for (const auto &[lower, upper] : pairs) {
        if (w[lower] <= w[upper])
            continue;
        if (answers[lower] > answers[upper])
            w[upper] = w[lower];
        else
            w[lower] = w[upper];
    }
}

bool hasLaterPredictions(const Lessons &lessons)
{
    return lessons.total() > int(lessons.cards.size());
}

double heldOut(const TrainingSet &set, const Fsrs6Parameters &w, const RankRange &range)
{
    const Metrics result = metrics(set, Fsrs6(w), range);
    return result.logLoss * result.predictions;
}

} // namespace

std::optional<Fsrs6Parameters> fitted(const TrainingSet &set, const RankRange &range,
                                      const FitOptions &options)
{
    const Outliers outliers(set, range);
    const Lessons all = lessons(set, range, outliers);
    if (all.total() < leastPredictions)
        return Fsrs6::defaults;
    Bounds bounds = trainingBounds();
    if (all.total() < leastForAll || !hasLaterPredictions(all))
        holdFrom(firstCount, Fsrs6::defaults, bounds);
    Trainer trainer(all, Fsrs6::defaults, options.progress);
    auto best = trainer.run(Fsrs6::defaults, bounds);
    if (!best)
        return best;
    // More relearning steps allow less gain on the same day; how much depends on what was found.
    const Fsrs6Parameters allowed = Fsrs6::clipped(*best, options.relearningSteps);
    if (allowed != *best) {
        bounds.most[17] = allowed[17];
        bounds.most[18] = allowed[18];
        best = trainer.better(allowed, bounds, all.total());
    }
    orderFirst(*best, outliers.kept());
    return Fsrs6::clipped(*best, options.relearningSteps);
}

std::optional<Fit> fit(const TrainingSet &set, const RankRange &range, const FitOptions &options)
{
    const RankRange early{range.first, range.first + int(trainedShare * range.count())};
    const RankRange late{early.end, range.end};
    FitOptions half = options;
    if (options.progress)
        half.progress = [&](double done) {
            return options.progress(done / 2);
        };
    const auto tried = fitted(set, early, half);
    if (!tried)
        return std::nullopt;
    if (options.progress)
        half.progress = [&](double done) {
            return options.progress((1 + done) / 2);
        };
    const auto fresh = fitted(set, range, half);
    if (!fresh)
        return std::nullopt;
    Fit result;
    result.fresh = *fresh;
    result.tried = *tried;
    result.predictions = range.count();
    result.heldOutDefaults = metrics(set, Fsrs6(Fsrs6::defaults, options.relearningSteps), late);
    result.heldOutCurrent = metrics(set, Fsrs6(options.current, options.relearningSteps), late);
    result.heldOutFresh = metrics(set, Fsrs6(*tried, options.relearningSteps), late);
    const double margin = leastEvidence / std::max(1, late.count());
    const double known = std::min(result.heldOutDefaults.logLoss, result.heldOutCurrent.logLoss);
    if (late.count() > 0 && result.heldOutFresh.logLoss < known - margin) {
        result.kept = Kept::Fresh;
        result.parameters = *fresh;
    } else if (result.heldOutCurrent.logLoss < result.heldOutDefaults.logLoss) {
        result.kept = Kept::Current;
        result.parameters = options.current;
    }
    return result;
}

std::optional<Fsrs6Parameters> fittedTopic(const TrainingSet &topic, const Fsrs6Parameters &whole)
{
    const auto drawn = [&](const RankRange &range) {
        const Outliers outliers(topic, range);
        const Lessons all = lessons(topic, range, outliers);
        if (all.total() < leastForAll)
            return whole;
        Bounds bounds = trainingBounds();
        holdFrom(firstCount + 1, whole, bounds);
        const Coordinates around(whole);
        const std::function<bool(double)> quiet;
        Point point = around.point(*Trainer(all, whole, quiet).run(whole, bounds));
        for (double &coordinate : point)
            coordinate *= all.total() / (all.total() + topicDraw);
        Fsrs6Parameters w = around.parameters(point);
        orderFirst(w, outliers.kept());
        return Fsrs6::clipped(w);
    };
    const RankRange early{0, topic.rankAt(trainedShare)};
    const RankRange late{early.end, topic.predictions()};
    const Fsrs6Parameters tried = drawn(early);
    if (tried == whole || heldOut(topic, tried, late) > heldOut(topic, whole, late) - leastEvidence)
        return std::nullopt;
    return drawn({0, topic.predictions()});
}

} // namespace flaskcards
