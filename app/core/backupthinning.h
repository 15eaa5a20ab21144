// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace flaskcards {

struct BackupMoment {
    qint64 atMs = 0;
    int utcOffsetSeconds = 0; // there and then: days, weeks and months are the person's

    bool operator==(const BackupMoment &) const = default;
};

// What is promised, in backups, days, weeks and months that have one at all: a clock that was wrong for a
// while, or a long break, costs nothing. The 14 days and the 8 weeks before them touch at most 11 weeks.
struct BackupPromise {
    static constexpr int newest = 10;
    static constexpr int days = 14;
    static constexpr int weeks = 11; // from Monday
};

// Which of the backups may go, as indexes in ascending order. What stays: the newest ten, the last one of
// each of the newest 14 days, of each of the newest 11 weeks, and of every month. Thinning after every
// backup leaves the same ones as thinning once at the end. A backup from after `nowMs` (the clock was wrong
// once) stays and takes no other one's place.
QList<qsizetype> surplusBackups(const QList<BackupMoment> &backups, qint64 nowMs);

} // namespace flaskcards
