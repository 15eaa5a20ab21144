// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"
#include "core/review.h"
#include "storage/database.h"

#include <algorithm>

namespace flaskcards {

// A file can hold any number where this program writes small ones. What is read is brought into the range
// that everything else counts on; `flaskcards check` still sees the difference.

constexpr int earliestDay = -366;  // study days: a clock that was never set
constexpr int latestDay = 200'000; // the year 2517
constexpr int longestInterval = 36'500;
constexpr int mostOfAnything = 1'000'000'000;

inline int ranged(const Row &row, int column, int least, int most)
{
    return int(std::clamp<qint64>(row.int64(column), least, most));
}

inline int dayIn(const Row &row, int column)
{
    return ranged(row, column, earliestDay, latestDay);
}

inline int intervalIn(const Row &row, int column)
{
    return ranged(row, column, 0, longestInterval);
}

inline qint64 msIn(const Row &row, int column)
{
    constexpr qint64 dayMs = 86'400'000;
    return std::clamp(row.int64(column), earliestDay * dayMs, latestDay * dayMs);
}

// The enumerators follow each other.
template <typename Enum>
Enum choiceIn(const Row &row, int column, Enum first, Enum last)
{
    return Enum(ranged(row, column, int(first), int(last)));
}

inline Phase phaseIn(const Row &row, int column)
{
    return choiceIn(row, column, Phase::New, Phase::Relearning);
}

inline double realIn(const Row &row, int column, double least, double most)
{
    const double value = row.real(column);
    return value >= least ? std::min(value, most) : least; // also what is no number
}

// Stability, difficulty and the fast trace in three columns.
inline MemoryState memoryIn(const Row &row, int first)
{
    constexpr double leastStability = 0.0001;
    return {realIn(row, first, leastStability, longestInterval), realIn(row, first + 1, 1, 10),
            realIn(row, first + 2, 0, longestInterval)};
}

// Time, offset and rollover hour in three columns.
inline Moment momentIn(const Row &row, int first)
{
    constexpr int mostOffset = 18 * 3600;
    return {msIn(row, first), ranged(row, first + 1, -mostOffset, mostOffset), ranged(row, first + 2, 0, 23)};
}

} // namespace flaskcards
