// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/buckets.h"
#include "core/statistics/knowledge.h"
#include "core/statistics/series.h"
#include "library/library.h"
#include "library/today.h"

namespace flaskcards {

enum class Period { Month, Quarter, Year, All }; // 30, 90, 365 days up to today; since the first answer

// A coming day with the time it is likely to take.
struct LoadEstimate {
    DayLoad load;
    qint64 estimateMs = 0;

    int cards() const { return load.due + load.fresh; }
};

// Everything the Progress page draws, for a period up to now.
struct ProgressReport {
    Period period = Period::Month;
    int today = 0;
    int firstDay = 0;    // of the period
    int firstAnswer = 0; // study day; meaningless unless everStudied
    bool everStudied = false;
    double target = 0.9; // desired retention

    Streak streak;
    qint64 meanDayMs = 0; // of the current month's days since the first answer
    DayTotals total;      // of the period
    int daysStudied = 0;  // in the period
    int questions = 0;    // in the bank
    int knownWell = 0;    // seen ones whose recall now is at least the target

    QList<DayTotals> days; // every day of the period
    int bucketDays = 1;    // days that share a bar
    QList<DayTotals> bars; // each with its first day; the oldest may reach back before the period
    QList<std::optional<double>> recall; // for each bar: mean of 7 days, or of the bar where that is longer
    std::optional<RecallTrend> trend;

    QList<DayTotals> calendar;       // every day of the last 53 weeks and a little more
    QList<KnowledgePoint> knowledge; // at most 60; the last one is now
    QList<TopicRecall> topics;       // seen ones, the weakest first
    QList<LoadEstimate> forecast;    // ten days from today
};

// The memory of every question of the bank after each answer, by replaying the log. Long to read; valid until
// questions or reviews change.
Result<QList<MemoryHistory>> memoryHistories(const Library &library);

Result<ProgressReport> progressReport(const Library &library, Period period,
                                      const QList<MemoryHistory> &histories);

// What the report holds as one table for other programs: "chart,of,series,value", days as ISO dates, with a
// header.
QByteArray toCsv(const ProgressReport &report);

} // namespace flaskcards
