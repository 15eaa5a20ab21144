// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/simulator.h"

#include "core/scheduling/fuzz.h"
#include "core/scheduling/intervals.h"

#include <random>

namespace flaskcards {

namespace {

constexpr double defaultsWeight = 50; // answers that the defaults count for
constexpr int longestAnswerMs = 20 * 60 * 1000;

size_t row(Phase phase)
{
    if (phase == Phase::Review)
        return 1;
    return phase == Phase::Relearning ? 2 : 0;
}

bool isSameDay(Phase phase)
{
    return phase == Phase::Learning || phase == Phase::Relearning;
}

double blended(double standard, double own, double answers)
{
    return standard + (own - standard) * answers / (defaultsWeight + answers);
}

struct Tally {
    double answers = 0;
    double sum = 0;

    double mean() const { return answers > 0 ? sum / answers : 0; }
    void add(double value)
    {
        ++answers;
        sum += value;
    }
};

// The numbers of answers in place of the shares of the defaults.
template <size_t n>
std::array<double, n> blendedShares(const std::array<double, n> &standard,
                                    const std::array<double, n> &counts)
{
    double answers = 0;
    for (const double count : counts)
        answers += count;
    std::array<double, n> shares = standard;
    for (size_t i = 0; i < n && answers > 0; ++i)
        shares[i] = blended(standard[i], counts[i] / answers, answers);
    return shares;
}

// What the samples say, counted.
class HabitCounts
{
public:
    void add(const HabitSample &sample)
    {
        const size_t rating = ratingIndex(sample.rating);
        if (sample.phaseBefore == Phase::New)
            ++m_first[rating];
        if (sample.phaseBefore == Phase::Review && rating > 0)
            ++m_passed[rating - 1];
        if (isSameDay(sample.phaseBefore))
            m_sameDay[row(sample.phaseBefore)].add(rating > 0 ? 1 : 0);
        if (sample.durationMs > 0 && sample.durationMs < longestAnswerMs)
            m_seconds[row(sample.phaseBefore)][rating].add(sample.durationMs / 1000.0);
    }

    AnswerHabits blendedWith(AnswerHabits habits) const
    {
        habits.firstRatings = blendedShares(habits.firstRatings, m_first);
        habits.passedRatings = blendedShares(habits.passedRatings, m_passed);
        blend(habits.learning.passShare, m_sameDay[row(Phase::Learning)]);
        blend(habits.relearning.passShare, m_sameDay[row(Phase::Relearning)]);
        for (size_t phase = 0; phase < m_seconds.size(); ++phase) {
            for (size_t rating = 0; rating < m_seconds[phase].size(); ++rating)
                blend(habits.meanSeconds[phase][rating], m_seconds[phase][rating]);
        }
        return habits;
    }

private:
    static void blend(double &number, const Tally &own) { number = blended(number, own.mean(), own.answers); }

    std::array<double, 4> m_first{};
    std::array<double, 3> m_passed{};
    std::array<Tally, 3> m_sameDay;
    std::array<std::array<Tally, 4>, 3> m_seconds;
};

class Chance
{
public:
    explicit Chance(quint64 seed) : m_generator(seed) {}

    // In [0, 1); the distributions of the standard library differ from one to the other.
    double next() { return double(m_generator() >> 11) * 0x1p-53; }

    template <size_t n>
    size_t choose(const std::array<double, n> &shares)
    {
        double left = next();
        for (size_t i = 0; i + 1 < n; ++i) {
            left -= shares[i];
            if (left < 0)
                return i;
        }
        return n - 1;
    }

private:
    std::mt19937_64 m_generator;
};

// All cards, day after day.
class Simulation
{
public:
    Simulation(const Fsrs6 &model, const AnswerHabits &habits, const SimulationPlan &plan);

    // The day's work; days from 0 on without a gap.
    SimulatedDay work(int day);
    int reviewLimit() const
    {
        return m_day == 0 ? m_plan.reviewsOnFirstDay.value_or(m_plan.reviewsPerDay) : m_plan.reviewsPerDay;
    }
    int newLimit() const
    {
        return m_day == 0 ? m_plan.newOnFirstDay.value_or(m_plan.newPerDay) : m_plan.newPerDay;
    }
    // At the end of the day worked last.
    double recalled() const;

private:
    struct Seen {
        MemoryState memory;
        int lastDay; // of the last answer; before day 0 negative
    };
    // Forgetting depends on the elapsed time as a share of stability alone, and grows with it.
    struct Waiting {
        double forgotten;
        size_t card;

        bool operator<(const Waiting &other) const
        {
            return forgotten != other.forgotten ? forgotten < other.forgotten : card > other.card;
        }
    };

    void collectDue();
    size_t takeMostForgotten();
    void review(size_t card);
    void introduce();
    void answerSameDay(MemoryState &memory, Phase phase, Rating first);
    void schedule(size_t card);
    void wait(size_t card, int dueDay);
    void spend(Phase phase, Rating rating) { m_today.minutes += m_habits.seconds(phase, rating) / 60; }
    bool hasTime() const { return !m_plan.minutesPerDay || m_today.minutes < *m_plan.minutesPerDay; }

    const Fsrs6 &m_model;
    const AnswerHabits &m_habits;
    const SimulationPlan &m_plan;
    double m_intervalFactor;
    Chance m_chance;
    std::vector<Seen> m_cards;
    std::vector<std::vector<size_t>> m_dueOn; // cards by day
    std::vector<Waiting> m_waiting;           // a heap: due and not answered
    int m_newLeft;
    int m_day = 0;
    SimulatedDay m_today;
};

Simulation::Simulation(const Fsrs6 &model, const AnswerHabits &habits, const SimulationPlan &plan)
    : m_model(model),
      m_habits(habits),
      m_plan(plan),
      m_intervalFactor(model.intervalFactor(plan.desiredRetention)),
      m_chance(plan.seed),
      m_dueOn(size_t(std::max(plan.days, 0))),
      m_newLeft(plan.newCards)
{
    m_cards.reserve(plan.cards.size() + size_t(std::max(plan.newCards, 0)));
    for (const SimulatedCard &card : plan.cards) {
        m_cards.push_back({card.memory, -std::max(card.elapsedDays, 0)});
        wait(m_cards.size() - 1, std::max(card.dueInDays, 0));
    }
}

SimulatedDay Simulation::work(int day)
{
    m_day = day;
    m_today = {};
    if (!m_plan.review)
        return m_today;
    collectDue();
    while (!m_waiting.empty() && m_today.reviews < reviewLimit() && hasTime())
        review(takeMostForgotten());
    while (m_newLeft > 0 && m_today.introduced < newLimit() && hasTime())
        introduce();
    return m_today;
}

double Simulation::recalled() const
{
    double sum = 0;
    for (const Seen &card : m_cards)
        sum += m_model.recall(m_day - card.lastDay, card.memory);
    return sum;
}

void Simulation::collectDue()
{
    std::vector<size_t> &due = m_dueOn[size_t(m_day)];
    for (const size_t card : due)
        m_waiting.push_back({0, card});
    due = {};
    for (Waiting &waiting : m_waiting) {
        const Seen &card = m_cards[waiting.card];
        waiting.forgotten = (m_day - card.lastDay) / card.memory.stability;
    }
    std::make_heap(m_waiting.begin(), m_waiting.end());
}

size_t Simulation::takeMostForgotten()
{
    std::pop_heap(m_waiting.begin(), m_waiting.end());
    const size_t card = m_waiting.back().card;
    m_waiting.pop_back();
    return card;
}

void Simulation::review(size_t card)
{
    MemoryState &memory = m_cards[card].memory;
    const int elapsed = m_day - m_cards[card].lastDay;
    const bool passed = m_chance.next() < m_model.recall(elapsed, memory);
    const Rating rating = passed ? Rating(2 + m_chance.choose(m_habits.passedRatings)) : Rating::Again;
    memory = m_model.next(memory, elapsed, rating);
    ++m_today.reviews;
    m_today.passed += passed ? 1 : 0;
    spend(Phase::Review, rating);
    if (!passed)
        answerSameDay(memory, Phase::Relearning, rating);
    schedule(card);
}

void Simulation::introduce()
{
    const auto rating = Rating(1 + m_chance.choose(m_habits.firstRatings));
    MemoryState memory = m_model.initial(rating);
    --m_newLeft;
    ++m_today.introduced;
    spend(Phase::Learning, rating);
    answerSameDay(memory, Phase::Learning, rating);
    m_cards.push_back({memory, m_day});
    schedule(m_cards.size() - 1);
}

void Simulation::answerSameDay(MemoryState &memory, Phase phase, Rating first)
{
    int needed = m_habits.passesNeeded(phase, first);
    for (int answers = 0; needed > 0 && answers < AnswerHabits::mostSameDayAnswers; ++answers) {
        const bool passed = m_chance.next() < m_habits.sameDay(phase).passShare;
        const Rating rating = passed ? Rating::Good : Rating::Again;
        memory = m_model.next(memory, 0, rating);
        spend(phase, rating);
        needed = passed ? needed - 1 : m_habits.passesNeeded(phase, rating);
    }
}

void Simulation::schedule(size_t card)
{
    Seen &seen = m_cards[card];
    const double wished = seen.memory.stability * m_intervalFactor;
    const auto factor = m_plan.fuzz ? std::optional(m_chance.next()) : std::nullopt;
    seen.lastDay = m_day;
    wait(card, m_day + fuzzed(wished, 1, std::max(m_plan.maximumIntervalDays, 1), factor));
}

void Simulation::wait(size_t card, int dueDay)
{
    if (size_t(dueDay) < m_dueOn.size())
        m_dueOn[size_t(dueDay)].push_back(card);
}

std::optional<WhatIf> means(const Fsrs6 &model, const AnswerHabits &habits, const SimulationPlan &plan,
                            const std::function<bool()> &goOn)
{
    Simulation simulation(model, habits, plan);
    WhatIf sums{.retention = plan.desiredRetention};
    for (int day = 0; day < plan.days; ++day) {
        if (goOn && !goOn())
            return {};
        const SimulatedDay today = simulation.work(day);
        sums.minutesPerDay += today.minutes / plan.days;
        sums.reviewsPerDay += double(today.reviews) / plan.days;
    }
    sums.recalledAtEnd = simulation.recalled();
    return sums;
}

} // namespace

double AnswerHabits::seconds(Phase phase, Rating rating) const
{
    return meanSeconds[row(phase)][ratingIndex(rating)];
}

int AnswerHabits::passesNeeded(Phase phase, Rating rating) const
{
    const int steps = sameDay(phase).steps;
    if (rating == Rating::Easy)
        return 0;
    return rating == Rating::Good ? steps - 1 : steps;
}

AnswerHabits habits(std::span<const HabitSample> samples)
{
    HabitCounts counts;
    for (const HabitSample &sample : samples)
        counts.add(sample);
    return counts.blendedWith({});
}

std::vector<SimulatedDay> simulate(const Fsrs6 &model, const AnswerHabits &habits, const SimulationPlan &plan,
                                   const std::function<bool()> &goOn)
{
    Simulation simulation(model, habits, plan);
    std::vector<SimulatedDay> days;
    days.reserve(size_t(std::max(plan.days, 0)));
    for (int day = 0; day < plan.days && (!goOn || goOn()); ++day) {
        days.push_back(simulation.work(day));
        days.back().recalled = simulation.recalled();
    }
    return days;
}

std::vector<WhatIf> whatIf(const Fsrs6 &model, const AnswerHabits &habits, const SimulationPlan &plan,
                           const std::vector<double> &retentions, const std::function<bool()> &goOn)
{
    std::vector<WhatIf> results;
    SimulationPlan changed = plan;
    for (const double retention : retentions) {
        changed.desiredRetention = retention;
        const auto result = means(model, habits, changed, goOn);
        if (!result)
            break;
        results.push_back(*result);
    }
    return results;
}

} // namespace flaskcards
