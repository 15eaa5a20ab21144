// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/fsrs6.h"

#include <array>
#include <functional>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace flaskcards {

// Plays the coming days with chance in the place of the person: how much work, how much known. The same
// arguments, seed included, give the same days.

// Answers within one study day, until the steps are passed.
struct SameDayHabits {
    int steps = 1;        // passes in a row needed after Again; from the settings, not from samples
    double passShare = 1; // of the answers

    bool operator==(const SameDayHabits &) const = default;
};

// How a person answers. The defaults are those of many people.
struct AnswerHabits {
    static constexpr int mostSameDayAnswers = 5; // what is not passed then waits for the next day

    std::array<double, 4> firstRatings = {0.24, 0.094, 0.495, 0.171}; // of new questions
    std::array<double, 3> passedRatings = {0.224, 0.631, 0.145};      // Hard, Good, Easy of passed reviews
    // Mean of an answer when learning (the first one included), reviewing and relearning, Again first.
    std::array<std::array<double, 4>, 3> meanSeconds = {{
        {19.58, 18.79, 13.78, 10.71},
        {19.38, 17.59, 12.38, 8.94},
        {16.44, 15.25, 12.32, 8.03},
    }};
    SameDayHabits learning = {2, 0.85};
    SameDayHabits relearning = {1, 0.78};

    bool operator==(const AnswerHabits &) const = default;

    double seconds(Phase phase, Rating rating) const;
    // Of Learning and Relearning.
    const SameDayHabits &sameDay(Phase phase) const
    {
        return phase == Phase::Relearning ? relearning : learning;
    }
    // Answers to pass on the same day after a first answer or, while relearning, a lapse.
    int passesNeeded(Phase phase, Rating rating) const;
};

struct HabitSample {
    Phase phaseBefore = Phase::New;
    Rating rating = Rating::Good;
    int durationMs = 0;
};

// The person's own statistics, blended with the defaults by n/(50 + n) for the n answers that a number rests
// on. Times of 20 minutes and over, and of 0 (not measured), count for nothing.
AnswerHabits habits(std::span<const HabitSample> samples);

// A seen card on day 0.
struct SimulatedCard {
    MemoryState memory = {};
    int elapsedDays = 0; // study days since the last answer
    int dueInDays = 0;   // up to 0: due now
};

struct SimulationPlan {
    std::vector<SimulatedCard> cards = {};
    int newCards = 0; // unseen ones
    int days = 365;
    int newPerDay = 10;
    int reviewsPerDay = std::numeric_limits<int>::max();
    // On day 0, where part of it is already done.
    std::optional<int> newOnFirstDay = {};
    std::optional<int> reviewsOnFirstDay = {};
    double desiredRetention = 0.9; // in (0, 1)
    int maximumIntervalDays = 36500;
    bool fuzz = true;
    quint64 seed = 1;
    bool review = true; // false: nothing is answered, neither new nor due
    // No card is begun once they are used; the day may take longer by that card.
    std::optional<double> minutesPerDay = {};
};

struct SimulatedDay {
    int reviews = 0;     // of due cards, without what follows on the same day
    int passed = 0;      // … of these
    int introduced = 0;  // new ones
    double minutes = 0;  // for all answers
    double recalled = 0; // seen cards expected to be recalled at the end of the day

    bool operator==(const SimulatedDay &) const = default;
};

// Reviews first, the most forgotten before the others, then new ones. What the limits leave over waits for
// the next day. goOn is asked before each day; false: ends with the days so far.
std::vector<SimulatedDay> simulate(const Fsrs6 &model, const AnswerHabits &habits, const SimulationPlan &plan,
                                   const std::function<bool()> &goOn = {});

// What a desired retention comes to, as means over the days.
struct WhatIf {
    double retention = 0;
    double minutesPerDay = 0;
    double recalledAtEnd = 0; // cards
    double reviewsPerDay = 0;

    bool operator==(const WhatIf &) const = default;
};

// The plan with each of the retentions in the place of its own. goOn is asked before each day; false: ends
// with the retentions that are complete.
std::vector<WhatIf> whatIf(const Fsrs6 &model, const AnswerHabits &habits, const SimulationPlan &plan,
                           const std::vector<double> &retentions, const std::function<bool()> &goOn = {});

} // namespace flaskcards
