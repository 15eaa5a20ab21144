// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"

#include <concepts>

namespace flaskcards {

// All that the scheduler asks of a memory model: the state after an answer (no state: the first one), the
// probability of recall some days later, and the days until that falls to a wanted retention.
template <typename M>
concept MemoryModel = std::copyable<M> &&
    requires(const M &model, const std::optional<MemoryState> &before, const MemoryState &state)
{
    {
        model.advance(before, /*elapsedDays*/ 1, Rating::Good)
        } -> std::same_as<MemoryState>;
    {
        model.recall(/*elapsedDays*/ 1.0, state)
        } -> std::same_as<double>;
    {
        model.interval(state, /*retention*/ 0.9)
        } -> std::same_as<double>;
};

} // namespace flaskcards
