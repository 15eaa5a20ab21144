// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/proposedgrade.h"

#include "core/exercise.h"
#include "core/question.h"

namespace flaskcards {

std::optional<Rating> proposedGrade(int ticked, int total, std::optional<bool> solved)
{
    if (ticked == 0 || total == 0)
        return solved ? std::optional(*solved ? Rating::Good : Rating::Again) : std::nullopt;
    const double share = double(ticked) / total;
    return share >= 0.75 ? Rating::Good : share >= 0.4 ? Rating::Hard : Rating::Again;
}

std::optional<bool> solvedBy(const Question &question, int option, int line)
{
    if (option >= 0)
        return question.options.value(option).right;
    const auto hunt = line > 0 ? bugHuntOf(question) : std::nullopt;
    return hunt ? std::optional(hunt->faulty.contains(line)) : std::nullopt;
}

} // namespace flaskcards
