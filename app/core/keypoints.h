// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review.h"

#include <QList>

namespace flaskcards {

// How often a key point was left out, of the answers whose points were ticked.
struct PointRecord {
    int missed = 0;
    int of = 0;
    bool missedLast = false;

    bool operator==(const PointRecord &) const = default;
};

inline constexpr int answersLookedAt = 5;

// One for each of the question's `points` key points, from the last answers that had as many; nothing is
// known of any (of: 0) before points were ticked. Oldest answer first.
QList<PointRecord> pointRecords(const QList<Recital> &recitals, int points);

// The order to show key points in: those left out last time first, else as they stand. Indexes.
QList<int> missedFirst(const QList<PointRecord> &records);

} // namespace flaskcards
