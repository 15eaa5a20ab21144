// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/workload.h"

#include "core/scheduling/fuzz.h"
#include "core/scheduling/intervals.h"

#include <numbers>

namespace flaskcards {

namespace {

constexpr double logStep = std::numbers::ln2 / 14;
constexpr double longIntervalStep = 7.5; // days of interval
constexpr int longestIntervalDays = 36500;
constexpr std::array passedRatings = {Rating::Hard, Rating::Good, Rating::Easy};
constexpr std::array allRatings = {Rating::Again, Rating::Hard, Rating::Good, Rating::Easy};

// Even steps of the logarithm of 11 - D, to which growth is proportional: the points are close where it is
// small and most cards with lapses gather.
const double roomStep = std::log(Fsrs6::maxDifficulty) / (Workload::difficultyLevels - 1);

double growthRoom(double difficulty)
{
    return Fsrs6::maxDifficulty + 1 - difficulty;
}

double difficultyLevel(double difficulty)
{
    return std::log(Fsrs6::maxDifficulty / growthRoom(difficulty)) / roomStep;
}

double difficultyAt(int level)
{
    return std::clamp(growthRoom(Fsrs6::maxDifficulty * std::exp(-roomStep * level)), Fsrs6::minDifficulty,
                      Fsrs6::maxDifficulty);
}

} // namespace

Workload::StabilityAxis::StabilityAxis(double intervalFactor, int days)
    : m_longStep(longIntervalStep / intervalFactor)
{
    const auto logSteps = [](double stability) {
        return std::log(stability / Fsrs6::minStability) / logStep;
    };
    const double top = std::clamp(days / intervalFactor, 2 * Fsrs6::minStability, Fsrs6::maxStability);
    const double knee = std::clamp(m_longStep / (1 - std::exp(-logStep)), 2 * Fsrs6::minStability, top);
    m_kneePoint = int(std::ceil(logSteps(knee)));
    m_knee = Fsrs6::minStability * std::exp(logStep * m_kneePoint);
    m_size = m_kneePoint + 1 + int(std::ceil(std::max(top - m_knee, 0.0) / m_longStep));
}

double Workload::StabilityAxis::value(int point) const
{
    if (point > m_kneePoint)
        return m_knee + m_longStep * (point - m_kneePoint);
    return Fsrs6::minStability * std::exp(logStep * point);
}

Workload::Place Workload::StabilityAxis::place(double stability) const
{
    const double steps = stability > m_knee ? m_kneePoint + (stability - m_knee) / m_longStep
                                            : std::log(stability / Fsrs6::minStability) / logStep;
    const int point = int(std::clamp<double>(std::floor(steps), 0, m_size - 2));
    return {point, std::clamp<double>(steps - point, 0, 1)};
}

Workload::Workload(const Fsrs6 &model, const AnswerHabits &habits, double desiredRetention, int days)
    : m_model(model),
      m_habits(habits),
      m_days(std::max(days, 0)),
      m_intervalFactor(model.intervalFactor(desiredRetention)),
      m_axis(m_intervalFactor, m_days)
{
    fill();
}

double Workload::seconds(const MemoryState &memory, int day) const
{
    return secondsFrom(answer(memory, interval(memory)), day);
}

double Workload::seconds(const SimulatedCard &card) const
{
    const int day = std::max(card.dueInDays, 0);
    return secondsFrom(answer(card.memory, std::max(card.elapsedDays, 0) + day), day);
}

double Workload::secondsForNew(int day) const
{
    return secondsFrom(firstAnswer(), day);
}

int Workload::interval(const MemoryState &memory) const
{
    return fuzzed(memory.stability * m_intervalFactor, 1, longestIntervalDays, std::nullopt);
}

Workload::Answer Workload::firstAnswer() const
{
    Answer first;
    for (const Rating rating : allRatings) {
        const double probability = m_habits.firstRatings[ratingIndex(rating)];
        first.seconds += probability * m_habits.seconds(Phase::Learning, rating);
        addSameDay(first, {m_model.initial(rating), probability}, Phase::Learning,
                   m_habits.passesNeeded(Phase::Learning, rating), AnswerHabits::mostSameDayAnswers);
    }
    return first;
}

Workload::Answer Workload::answer(const MemoryState &before, int elapsedDays) const
{
    Answer answer;
    const double recalled = m_model.recall(elapsedDays, before);
    for (const Rating rating : passedRatings) {
        const double probability = recalled * m_habits.passedRatings[ratingIndex(rating) - 1];
        answer.seconds += probability * m_habits.seconds(Phase::Review, rating);
        answer.outcomes.push_back({m_model.next(before, elapsedDays, rating), probability});
    }
    answer.seconds += (1 - recalled) * m_habits.seconds(Phase::Review, Rating::Again);
    addSameDay(answer, {m_model.next(before, elapsedDays, Rating::Again), 1 - recalled}, Phase::Relearning,
               m_habits.passesNeeded(Phase::Relearning, Rating::Again), AnswerHabits::mostSameDayAnswers);
    return answer;
}

void Workload::addSameDay(Answer &answer, const Outcome &before, Phase phase, int needed,
                          int answersLeft) const
{
    if (needed <= 0 || answersLeft <= 0) {
        answer.outcomes.push_back(before);
        return;
    }
    const double passShare = m_habits.sameDay(phase).passShare;
    const auto follow = [&](Rating rating, double share, int neededAfter) {
        const double probability = before.probability * share;
        answer.seconds += probability * m_habits.seconds(phase, rating);
        addSameDay(answer, {m_model.next(before.memory, 0, rating), probability}, phase, neededAfter,
                   answersLeft - 1);
    };
    follow(Rating::Good, passShare, needed - 1);
    follow(Rating::Again, 1 - passShare, m_habits.passesNeeded(phase, Rating::Again));
}

double Workload::secondsFrom(const Answer &answer, int day) const
{
    if (day < 0 || day >= m_days)
        return 0;
    double seconds = answer.seconds;
    for (const Outcome &outcome : answer.outcomes) {
        const Transition to = transition(outcome);
        if (day + to.waitDays < m_days)
            seconds += outcome.probability * double(at(to, m_days - day - to.waitDays));
    }
    return seconds;
}

Workload::Transition Workload::transition(const Outcome &outcome) const
{
    const Place stability = m_axis.place(outcome.memory.stability);
    const double levels = difficultyLevel(outcome.memory.difficulty);
    const int level = std::min(int(levels), difficultyLevels - 2);
    return {.waitDays = interval(outcome.memory),
            .node = stability.point * difficultyLevels + level,
            .probability = float(outcome.probability),
            .stabilityShare = float(stability.share),
            .difficultyShare = float(levels - level)};
}

std::vector<Workload::Node> Workload::nodes() const
{
    std::vector<Node> nodes;
    for (int point = 0; point < m_axis.size() * difficultyLevels; ++point) {
        const MemoryState memory{m_axis.value(point / difficultyLevels),
                                 difficultyAt(point % difficultyLevels)};
        const Answer next = answer(memory, interval(memory));
        Node node{float(next.seconds), {}};
        for (const Outcome &outcome : next.outcomes)
            node.transitions.push_back(transition(outcome));
        std::sort(node.transitions.begin(), node.transitions.end(),
                  [](const Transition &a, const Transition &b) { return a.waitDays < b.waitDays; });
        nodes.push_back(std::move(node));
    }
    return nodes;
}

void Workload::fill()
{
    const std::vector<Node> grid = nodes();
    m_seconds.reserve(grid.size() * size_t(m_days));
    for (int daysLeft = 1; daysLeft <= m_days; ++daysLeft) {
        for (const Node &node : grid)
            m_seconds.push_back(expected(node, daysLeft));
    }
}

float Workload::expected(const Node &node, int daysLeft) const
{
    float seconds = node.seconds;
    for (const Transition &to : node.transitions) {
        if (to.waitDays >= daysLeft)
            break;
        seconds += to.probability * at(to, daysLeft - to.waitDays);
    }
    return seconds;
}

float Workload::at(const Transition &to, int daysLeft) const
{
    const auto day = size_t(daysLeft - 1) * size_t(m_axis.size() * difficultyLevels);
    const float *low = m_seconds.data() + day + size_t(to.node);
    const float *high = low + difficultyLevels;
    const float atLow = low[0] + to.difficultyShare * (low[1] - low[0]);
    const float atHigh = high[0] + to.difficultyShare * (high[1] - high[0]);
    return atLow + to.stabilityShare * (atHigh - atLow);
}

} // namespace flaskcards
