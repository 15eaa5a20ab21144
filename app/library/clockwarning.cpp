// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/clockwarning.h"

#include "core/scheduling/studyday.h"
#include "library/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

namespace flaskcards {

namespace {

struct Warnings {
    Q_DECLARE_TR_FUNCTIONS(ClockWarning)
};

constexpr qint64 toleratedMs = 3'600'000;

int calendarDay(const Moment &moment)
{
    return localDay(moment.atMs, moment.utcOffsetSeconds);
}

QString timeWords(const Moment &moment)
{
    const QDateTime local =
        QDateTime::fromMSecsSinceEpoch(moment.atMs, Qt::OffsetFromUTC, moment.utcOffsetSeconds);
    return QLocale().toString(local.time(), QStringLiteral("HH:mm"));
}

// With the year if the two are of different ones.
QString dateWords(int day, int other)
{
    const QDate epoch(1970, 1, 1);
    const bool sameYear = epoch.addDays(day).year() == epoch.addDays(other).year();
    return QLocale().toString(epoch.addDays(day),
                              sameYear ? QStringLiteral("d MMMM") : QStringLiteral("d MMMM yyyy"));
}

} // namespace

QString timeWords(qint64 atMs, const Clock &clock)
{
    return timeWords(Moment{atMs, clock.utcOffsetSeconds(atMs)});
}

Result<QList<ImpossibleTime>> impossibleTimes(const Store &store, qint64 nowMs)
{
    const TimeBounds bounds = timeBounds(nowMs);
    const auto answers = store.reviews.outside(bounds);
    if (!answers)
        return answers.error();
    QList<ImpossibleTime> times;
    for (const OddTime &answer : *answers) {
        if (const auto fault = timeFault(answer.moment, answer.durationMs, bounds))
            times.append({answer, *fault});
    }
    return times;
}

Result<std::optional<ClockWarning>> clockWarning(const Library &library)
{
    const qint64 clockMs = library.clock().nowMs();
    const auto ahead = library.store().reviews.after(clockMs + toleratedMs);
    if (!ahead)
        return ahead.error();
    if (ahead->isEmpty())
        return std::optional<ClockWarning>();
    const auto impossible = impossibleTimes(library.store(), clockMs);
    if (!impossible)
        return impossible.error();
    const auto momentOf = [&](qint64 atMs) {
        return Moment{atMs, library.clock().utcOffsetSeconds(atMs), library.preferences().rolloverHour};
    };
    const auto future =
        std::count_if(impossible->cbegin(), impossible->cend(),
                      [](const ImpossibleTime &time) { return time.fault == TimeFault::Future; });
    return std::optional(ClockWarning{.clock = momentOf(clockMs),
                                      .newest = momentOf(ahead->last()),
                                      .countsToDay = library.today(),
                                      .ahead = int(future)});
}

QString clockWarningWords(const ClockWarning &warning)
{
    const int clockDay = calendarDay(warning.clock);
    const int newestDay = calendarDay(warning.newest);
    const bool sameDay = clockDay == newestDay;
    return Warnings::tr("The clock says %1, but your newest answer is from %2.")
        .arg(sameDay ? timeWords(warning.clock) : dateWords(clockDay, newestDay),
             sameDay ? timeWords(warning.newest) : dateWords(newestDay, clockDay));
}

QString clockWarningAdvice(const ClockWarning &warning)
{
    const QString now = Warnings::tr("If the clock is wrong, please set it; answers now count to %1.")
                            .arg(dateWords(warning.countsToDay, calendarDay(warning.newest)));
    if (warning.ahead == 0)
        return now;
    return now + u' ' +
           Warnings::tr("If it is right, %n answer(s) were given when it was ahead.", nullptr, warning.ahead);
}

} // namespace flaskcards
