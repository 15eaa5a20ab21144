// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/keypoints.h"

#include <algorithm>
#include <numeric>

namespace flaskcards {

QList<PointRecord> pointRecords(const QList<Recital> &recitals, int points)
{
    QList<PointRecord> records(points);
    int seen = 0;
    for (auto recital = recitals.crbegin(); recital != recitals.crend() && seen < answersLookedAt;
         ++recital) {
        if (recital->points.isEmpty() || recital->points.size() != points)
            continue; // not ticked, or the question had other points then
        for (int i = 0; i < points; ++i) {
            const bool missed = recital->points.at(i) != u'1';
            PointRecord &record = records[i];
            record.missedLast = record.missedLast || (seen == 0 && missed);
            record.missed += missed;
            ++record.of;
        }
        ++seen;
    }
    return records;
}

QList<int> missedFirst(const QList<PointRecord> &records)
{
    QList<int> order(records.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_partition(order.begin(), order.end(),
                          [&](int index) { return records.at(index).missedLast; });
    return order;
}

} // namespace flaskcards
