// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/scheduling/settings.h"

#include <QHash>
#include <QString>

namespace flaskcards {

enum class ThemeChoice { System, Light, Dark };

// What the person has set. Every field has a working default; ranges are those of the settings dialog.
struct Preferences {
    int newPerDay = 10;         // 0-999
    int reviewsPerDay = 200;    // 0-9999
    int learnAheadMinutes = 20; // 0-720: how early a card in learning may come when nothing else is left
    int rolloverHour = 4;       // 0-23, local hour at which the study day starts
    SchedulingSettings scheduling;
    ThemeChoice theme = ThemeChoice::System;
    int textPercent = 100; // 80-200

    bool operator==(const Preferences &) const = default;
};

// As keys and values of the settings table.
QHash<QString, QString> toSettings(const Preferences &preferences);

// Damaged or unknown values keep their default and are named in `damaged` (if given).
Preferences preferencesFrom(const QHash<QString, QString> &settings, QStringList *damaged = nullptr);

} // namespace flaskcards
