// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"

#include <optional>

namespace flaskcards {

struct Question;

// What the share of ticked key points speaks for; while none is ticked, whether the card was solved: by an
// option, a line, a run. Nothing while nothing is known.
std::optional<Rating> proposedGrade(int ticked, int total, std::optional<bool> solved = {});

// Whether the option (-1: none) or the line (0: none) that was chosen is the right one, as far as that can be
// said.
std::optional<bool> solvedBy(const Question &question, int option, int line);

} // namespace flaskcards
