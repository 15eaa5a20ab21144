// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"

namespace flaskcards {

// What the share of ticked key points speaks for; nothing while none is ticked.
std::optional<Rating> proposedGrade(int ticked, int total);

} // namespace flaskcards
