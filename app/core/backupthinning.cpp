// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backupthinning.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <limits>
#include <numeric>

namespace flaskcards {

namespace {

struct Calendar {
    qint64 day = 0;
    qint64 week = 0;
    qint64 month = 0;
};

Calendar calendarOf(const BackupMoment &backup)
{
    const QDate date =
        QDateTime::fromMSecsSinceEpoch(backup.atMs, Qt::OffsetFromUTC, backup.utcOffsetSeconds).date();
    const qint64 day = date.toJulianDay(); // day 0 was a Monday
    return {day, day / 7, qint64(date.year()) * 12 + date.month()};
}

// The first to come in each of the first `most` periods stays.
class Periods
{
public:
    explicit Periods(int most) : m_most(most) {}

    bool take(qint64 period)
    {
        if (m_seen.contains(period) || m_seen.size() >= m_most)
            return false;
        m_seen.insert(period);
        return true;
    }

private:
    const qsizetype m_most;
    QSet<qint64> m_seen;
};

QList<qsizetype> newestFirst(const QList<BackupMoment> &backups)
{
    QList<qsizetype> order(backups.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(),
                     [&](qsizetype a, qsizetype b) { return backups.at(a).atMs > backups.at(b).atMs; });
    return order;
}

} // namespace

QList<qsizetype> surplusBackups(const QList<BackupMoment> &backups, qint64 nowMs)
{
    int newest = BackupPromise::newest;
    Periods days(BackupPromise::days);
    Periods weeks(BackupPromise::weeks);
    Periods months(std::numeric_limits<int>::max());
    QList<qsizetype> surplus;
    for (const qsizetype index : newestFirst(backups)) {
        if (backups.at(index).atMs > nowMs)
            continue;
        const Calendar calendar = calendarOf(backups.at(index));
        const bool stays[] = {newest-- > 0, days.take(calendar.day), weeks.take(calendar.week),
                              months.take(calendar.month)};
        if (std::none_of(std::begin(stays), std::end(stays), [](bool stay) { return stay; }))
            surplus.append(index);
    }
    std::sort(surplus.begin(), surplus.end());
    return surplus;
}

} // namespace flaskcards
