// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/fsrs6.h"
#include "core/memory/fsrs7.h"

#include <variant>

namespace flaskcards {

// Time since a card's last answer, as the models count it.
struct Elapsed {
    int studyDays = 0; // whole ones: FSRS-6
    double days = 0;   // with their fraction: FSRS-7
};

// All that the scheduler asks of a memory model: the state after an answer, the probability of recall some
// days later, and the days until that falls to a wanted retention.
class MemoryModel
{
public:
    MemoryModel(const Fsrs6 &model = Fsrs6()) : m_model(model) {}
    MemoryModel(const Fsrs7 &model) : m_model(model) {}

    // No state before: the first answer.
    MemoryState advance(const std::optional<MemoryState> &before, const Elapsed &elapsed, Rating rating) const
    {
        if (const auto *fsrs6 = std::get_if<Fsrs6>(&m_model))
            return fsrs6->advance(before, elapsed.studyDays, rating);
        return std::get_if<Fsrs7>(&m_model)->advance(before, elapsed.days, rating);
    }
    double recall(double elapsedDays, const MemoryState &state) const
    {
        return std::visit([&](const auto &model) { return model.recall(elapsedDays, state); }, m_model);
    }
    double interval(const MemoryState &state, double retention) const
    {
        return std::visit([&](const auto &model) { return model.interval(state, retention); }, m_model);
    }

    // The model itself, if it is that one.
    const Fsrs6 *fsrs6() const { return std::get_if<Fsrs6>(&m_model); }

private:
    std::variant<Fsrs6, Fsrs7> m_model;
};

} // namespace flaskcards
