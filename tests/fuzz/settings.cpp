// SPDX-License-Identifier: GPL-3.0-or-later
// The settings table with any content: lines of key, tab, value; and each value as scheduling settings.
#include "core/scheduling/scheduler.h"
#include "core/scheduling/stepstext.h"
#include "fuzz/require.h"
#include "library/preferences.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace flaskcards;
using fuzz::require;

namespace {

constexpr qint64 nowMs = 1'795'165'200'000;

void checkScheduler(const SchedulingSettings &settings)
{
    require(bool(checkSettings(settings)), "what was read is in range");
    const Scheduler scheduler(settings);
    Schedule schedule;
    const Moment now{nowMs, 0, 4};
    for (const Rating rating : {Rating::Good, Rating::Again, Rating::Hard, Rating::Easy, Rating::Easy}) {
        schedule = scheduler.answered(schedule, rating, now, 0.7);
        require(schedule.memory && std::isfinite(schedule.memory->stability) &&
                    std::isfinite(schedule.memory->difficulty),
                "a memory is a number");
        require(schedule.intervalDays >= 0 && schedule.intervalDays <= settings.maximumIntervalDays,
                "an interval is within its limit");
        const double recall = scheduler.recallAt(schedule, nowMs + 86'400'000);
        require(recall >= 0 && recall <= 1, "recall is a share");
    }
}

void checkJson(const QByteArray &json)
{
    const auto settings = SchedulingSettings::fromJson(json);
    if (!settings)
        return require(!settings.error().context.isEmpty(), "a fault has words");
    checkScheduler(*settings);
    const QByteArray written = settings->toJson();
    const auto again = SchedulingSettings::fromJson(written);
    require(again && *again == *settings && again->toJson() == written, "settings are read as written");
}

void checkPreferences(const QHash<QString, QString> &stored)
{
    QStringList damaged;
    const Preferences preferences = preferencesFrom(stored, &damaged);
    for (const QString &key : damaged)
        require(stored.contains(key), "only what is there is damaged");
    checkScheduler(preferences.scheduling);
    checkScheduler(preferences.schedulingOf(u"routing"_s));
    require(preferences.minutesPerDay >= 5 && preferences.textPercent >= 80 &&
                preferences.textPercent <= 200 && preferences.rolloverHour >= 0 &&
                preferences.rolloverHour <= 23,
            "numbers are in range");
    require(std::is_sorted(preferences.daysOff.cbegin(), preferences.daysOff.cend()), "days off ascend");
    const auto written = toSettings(preferences);
    QStringList damagedAgain;
    const Preferences again = preferencesFrom(written, &damagedAgain);
    require(damagedAgain.isEmpty() && again == preferences && toSettings(again) == written,
            "preferences are read as written");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = fuzz::text(data, size);
    QHash<QString, QString> stored;
    for (const QString &line : text.split(u'\n')) {
        const qsizetype tab = line.indexOf(u'\t');
        const QString value = line.mid(tab + 1);
        stored.insert(line.left(std::max<qsizetype>(0, tab)), value);
        checkJson(value.toUtf8());
        if (const auto steps = stepsFromText(value))
            require(bool(stepsFromText(stepsText(*steps))), "steps are read as written");
    }
    checkJson(fuzz::bytes(data, size));
    checkPreferences(stored);
    return 0;
}
