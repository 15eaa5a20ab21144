// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"

#include <QString>

namespace flaskcards {

// The moment of an answer with what makes a study day of it. Facts of the answer, not settings of today:
// a flight or a new day start does not rewrite the past.
struct Moment {
    qint64 atMs = 0;          // since 1970 UTC
    int utcOffsetSeconds = 0; // east of UTC
    int rolloverHour = 4;     // local hour at which the study day starts, 0-23

    bool operator==(const Moment &) const = default;
};

// One answer at one moment. Append-only: the truth of all progress.
struct Review {
    QuestionId question = {};
    qint64 orderedAtMs = 0; // its place in the log of the question: grows even where the clock went back
    Moment moment = {};
    Rating rating = Rating::Good;
    int durationMs = 0;   // from question shown to grade, as measured
    PresetId preset = {}; // the scheduling settings in force
    Phase phaseBefore = Phase::New;
    QString shownHash = {}; // content hash of the question as it was shown
    int chosenDays = 0;     // the interval, where the load of the days decided it; 0: fuzz did

    bool operator==(const Review &) const = default;
};

enum class Confidence { NotAsked, Unsure, Sure };

// How an answer was given, beside its grade.
struct Recital {
    QString points = {}; // the key points as ticked, a character each, '1' or '0'; empty: none was
    Confidence confidence = Confidence::NotAsked; // before the answer was shown
    int thoughtMs = 0;                            // from question shown to answer shown; 0: not known

    bool operator==(const Recital &) const = default;
};

// Answers given with a statement of confidence, and how many of them were recalled.
struct ConfidenceTally {
    Confidence confidence = Confidence::NotAsked;
    int answers = 0;
    int recalled = 0;

    double share() const { return answers > 0 ? double(recalled) / answers : 0; }
};

// A recital with the answer it belongs to.
struct RecitedAnswer {
    QuestionId question = {};
    qint64 atMs = 0;
    Rating rating = Rating::Good;
    QString shownHash = {};
    Recital recital = {};
};

} // namespace flaskcards
