// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduling/simulator.h"

namespace flaskcards {

// The seconds that a card is expected to cost until a horizon, without chance: what simulate() comes to on
// average without limits and without fuzz. Computed once for a grid of memories and every number of days
// left, the fewest first; between the points of the grid by interpolation.
class Workload
{
public:
    static constexpr int difficultyLevels = 24;

    // The days run from 0 to `days` - 1. The retention is in (0, 1).
    Workload(const Fsrs6 &model, const AnswerHabits &habits, double desiredRetention, int days);

    int days() const { return m_days; }

    // Of a card whose next answer comes on `day`, at the interval that its memory wishes; 0 from the horizon
    // on.
    double seconds(const MemoryState &memory, int day) const;
    double seconds(const SimulatedCard &card) const;
    // Of a card seen for the first time on `day`.
    double secondsForNew(int day) const;

private:
    // Where a value lies on an axis: that share of the way from a point to the next one.
    struct Place {
        int point;
        double share;
    };

    // Even steps of the logarithm as long as these are the shorter ones, then even steps of the interval that
    // a stability wishes; up to the one that wishes all the days.
    class StabilityAxis
    {
    public:
        StabilityAxis(double intervalFactor, int days);
        int size() const { return m_size; }
        double value(int point) const;
        Place place(double stability) const;

    private:
        double m_longStep;
        double m_knee; // where the long steps begin
        int m_kneePoint;
        int m_size;
    };

    // A memory after an answer and the same-day answers that it led to.
    struct Outcome {
        MemoryState memory;
        double probability;
    };
    struct Answer {
        double seconds = 0; // expected, of all answers that day
        std::vector<Outcome> outcomes;
    };
    // An outcome on the grid.
    struct Transition {
        int waitDays;
        int node;
        float probability;
        float stabilityShare;
        float difficultyShare;
    };
    struct Node {
        float seconds;
        std::vector<Transition> transitions; // the shortest wait first
    };

    int interval(const MemoryState &memory) const;
    Answer firstAnswer() const;
    Answer answer(const MemoryState &before, int elapsedDays) const;
    void addSameDay(Answer &answer, const Outcome &before, Phase phase, int needed, int answersLeft) const;
    double secondsFrom(const Answer &answer, int day) const;

    Transition transition(const Outcome &outcome) const;
    std::vector<Node> nodes() const;
    void fill();
    float expected(const Node &node, int daysLeft) const;
    float at(const Transition &to, int daysLeft) const;

    Fsrs6 m_model;
    AnswerHabits m_habits;
    int m_days;
    double m_intervalFactor;
    StabilityAxis m_axis;
    std::vector<float> m_seconds; // by days left (from 1 on), stability, difficulty
};

} // namespace flaskcards
