// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "core/scheduling/balancer.h"
#include "core/scheduling/queue.h"
#include "core/scheduling/settings.h"

#include <QHash>
#include <QString>

namespace flaskcards {

enum class ThemeChoice { System, Light, Dark };

enum class LeechAction { Mark, Suspend };

// Limits that hold for one study day only.
struct DayLimits {
    int day = -1;
    int newPerDay = 0;
    int reviewsPerDay = 0;

    bool operator==(const DayLimits &) const = default;
};

// w0 to w4 of a topic, where they differ from those of all.
using TopicParameters = std::array<double, 5>;

// What the person has set. Every field has a working default; ranges are those of the settings dialog.
struct Preferences {
    int minutesPerDay = 20;     // 5-600: what a day's sitting should take
    int newPerDay = 10;         // 0-999
    int reviewsPerDay = 200;    // 0-9999
    DayLimits todayOnly;        // in place of the two above on its day
    int learnAheadMinutes = 20; // 0-720: how early a card in learning may come when nothing else is left
    int rolloverHour = 4;       // 0-23, local hour at which the study day starts
    int interviewDay = 0;       // study day; 0: none
    SchedulingSettings scheduling;
    QHash<QString, TopicParameters> topicParameters;
    bool fitAutomatically = true; // after a sitting, when the log has grown by a tenth
    NewOrder newOrder = NewOrder::Teaching;
    ReviewOrder reviewOrder = ReviewOrder::Recall;
    LeechAction leechAction = LeechAction::Mark;
    bool balanceLoad = true;
    WeekShares week = fullWeek;
    QList<int> daysOff = {};    // study days without reviews, ascending
    bool twoGrades = false;     // "Not yet" and "Got it" instead of four
    bool askConfidence = false; // before the answer is shown
    bool speakingClock = false; // from the question to the answer
    bool recordVoice = false;   // the same, where it is spoken
    ThemeChoice theme = ThemeChoice::System;
    int textPercent = 100;             // 80-200
    QHash<QString, QString> keys = {}; // a person's own, by command; what they mean is the window's business

    bool operator==(const Preferences &) const = default;

    // The limits of a study day.
    DayLimits limits(int day) const
    {
        return todayOnly.day == day ? todayOnly : DayLimits{day, newPerDay, reviewsPerDay};
    }
    // The settings for the questions of a topic.
    SchedulingSettings schedulingOf(const QString &topic) const;
};

// As keys and values of the settings table.
QHash<QString, QString> toSettings(const Preferences &preferences);

// Damaged or unknown values keep their default and are named in `damaged` (if given).
Preferences preferencesFrom(const QHash<QString, QString> &settings, QStringList *damaged = nullptr);

} // namespace flaskcards
