// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/memorymodel.h"

#include <QByteArray>
#include <QList>

namespace flaskcards {

enum class MemoryModelKind { Fsrs6, Fsrs7 };

// What decides when cards come back. Logged with every review, so that a replay gives what was scheduled
// then.
struct SchedulingSettings {
    MemoryModelKind model = MemoryModelKind::Fsrs6;
    Fsrs6Parameters parameters = Fsrs6::defaults; // of FSRS-6; FSRS-7 has its defaults
    double desiredRetention = 0.90;               // 0.70 to 0.99
    QList<double> learningStepsMinutes = {1, 10};
    QList<double> relearningStepsMinutes = {10};
    int maximumIntervalDays = 36500;
    int leechThreshold = 8; // lapses; 0: never a leech
    bool shortTermWithSteps = false;
    bool fuzz = true;

    bool operator==(const SchedulingSettings &) const = default;

    // Compact, keys in alphabetical order, numbers so that they read back the same: equal settings, equal
    // bytes.
    QByteArray toJson() const;

    // Keys that are missing have their defaults, others are ignored. Invalid names the key that is out of
    // range.
    static Result<SchedulingSettings> fromJson(const QByteArray &json);
};

// The model of these settings, its parameters clipped.
MemoryModel memoryModel(const SchedulingSettings &settings);

// The ranges that fromJson demands.
Result<void> checkSettings(const SchedulingSettings &settings);

} // namespace flaskcards
