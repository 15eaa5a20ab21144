// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <random>

namespace flaskcards::test {

using Dice = std::mt19937;

// 0 to sides - 1, the same on every machine.
inline int throwOf(Dice &dice, int sides)
{
    return int(dice() % unsigned(sides));
}

// The thousands of cases that are too long for every day.
inline bool isLongRun()
{
    return qEnvironmentVariableIsSet("FLASKCARDS_LONG");
}

// FLASKCARDS_SEED repeats a run.
inline quint32 seedOfThisRun()
{
    bool given = false;
    const int seed = qEnvironmentVariableIntValue("FLASKCARDS_SEED", &given);
    return given ? quint32(seed) : std::random_device{}() % 1'000'000;
}

} // namespace flaskcards::test
