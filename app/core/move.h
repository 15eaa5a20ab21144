// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"

#include <optional>

namespace flaskcards {

// A card moved without an answer: to other settings or days, or back to the beginning. Append-only, like a
// Review: a replay does the same.
struct Move {
    QuestionId question = {};
    qint64 orderedAtMs = 0; // its place in the log of the question, among the reviews
    qint64 atMs = 0;
    std::optional<PresetId> preset = {}; // the memory is what these settings make of all reviews so far
    int intervalDays = 0;
    int dueDay = 0;
    bool reset = false; // the card is new from here on; the rest says nothing

    bool operator==(const Move &) const = default;
};

} // namespace flaskcards
