// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/preferences.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct NumberSetting {
    QLatin1StringView key;
    int Preferences::*field;
    int least;
    int most;
};

constexpr NumberSetting numberSettings[] = {
    {"study/new-per-day"_L1, &Preferences::newPerDay, 0, 999},
    {"study/reviews-per-day"_L1, &Preferences::reviewsPerDay, 0, 9999},
    {"study/learn-ahead-minutes"_L1, &Preferences::learnAheadMinutes, 0, 720},
    {"study/rollover-hour"_L1, &Preferences::rolloverHour, 0, 23},
    {"look/text-percent"_L1, &Preferences::textPercent, 80, 200},
};

constexpr QLatin1StringView themeKey = "look/theme"_L1;
constexpr QLatin1StringView schedulingKey = "study/scheduling"_L1;
constexpr QLatin1StringView themeWords[] = {"system"_L1, "light"_L1, "dark"_L1};

// Reads one value out of the settings; false if it is there but makes no sense.
bool readNumber(const NumberSetting &setting, const QHash<QString, QString> &settings,
                Preferences &preferences)
{
    const auto value = settings.constFind(QString(setting.key));
    if (value == settings.cend())
        return true;
    bool ok = false;
    const int number = value->toInt(&ok);
    if (!ok || number < setting.least || number > setting.most)
        return false;
    preferences.*setting.field = number;
    return true;
}

bool readTheme(const QHash<QString, QString> &settings, Preferences &preferences)
{
    const auto value = settings.constFind(QString(themeKey));
    if (value == settings.cend())
        return true;
    for (int choice = 0; choice < 3; ++choice) {
        if (*value == themeWords[choice]) {
            preferences.theme = ThemeChoice(choice);
            return true;
        }
    }
    return false;
}

bool readScheduling(const QHash<QString, QString> &settings, Preferences &preferences)
{
    const auto value = settings.constFind(QString(schedulingKey));
    if (value == settings.cend())
        return true;
    auto scheduling = SchedulingSettings::fromJson(value->toUtf8());
    if (scheduling)
        preferences.scheduling = *scheduling;
    return bool(scheduling);
}

} // namespace

QHash<QString, QString> toSettings(const Preferences &preferences)
{
    QHash<QString, QString> settings;
    for (const NumberSetting &setting : numberSettings)
        settings.insert(QString(setting.key), QString::number(preferences.*setting.field));
    settings.insert(QString(themeKey), QString(themeWords[int(preferences.theme)]));
    settings.insert(QString(schedulingKey), QString::fromUtf8(preferences.scheduling.toJson()));
    return settings;
}

Preferences preferencesFrom(const QHash<QString, QString> &settings, QStringList *damaged)
{
    Preferences preferences;
    QStringList bad;
    for (const NumberSetting &setting : numberSettings) {
        if (!readNumber(setting, settings, preferences))
            bad.append(QString(setting.key));
    }
    if (!readTheme(settings, preferences))
        bad.append(QString(themeKey));
    if (!readScheduling(settings, preferences))
        bad.append(QString(schedulingKey));
    if (damaged)
        *damaged = bad;
    return preferences;
}

} // namespace flaskcards
