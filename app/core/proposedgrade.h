// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"

namespace flaskcards {

// What the share of ticked key points speaks for; while none is ticked, whether the card was solved: by an
// option, a line, a run. Nothing while nothing is known.
std::optional<Rating> proposedGrade(int ticked, int total, std::optional<bool> solved = {});

} // namespace flaskcards
