// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/askednotes.h"

namespace flaskcards {

// An answer of the past, as the settings in force then saw it.
struct PastAnswer {
    Moment moment;
    Rating rating = Rating::Good;
    std::optional<double> recallBefore = {}; // predicted for its moment; none for the first
    double stabilityDays = 0;                // after it

    bool operator==(const PastAnswer &) const = default;
};

struct RecallPoint {
    qint64 atMs = 0;
    double recall = 0;

    bool operator==(const RecallPoint &) const = default;
};

// Why a card comes when it comes: what is known of it and how it is being forgotten.
struct WhyReport {
    Card card;
    Moment now;
    int asked = 0;                   // in how many published lists
    std::optional<AskedNote> met;    // when the person was really asked it, the last time
    QStringList missing;             // titles of the questions it builds on that have not been seen
    int dueInDays = 0;               // study days; below 0: overdue by so many; 0 for a new card
    double recall = 0;               // probability of recall now; 0 for a new card
    double target = 0.9;             // desired retention
    Schedule good;                   // what Good would make of it
    bool wasReset = false;           // answers from before no longer count
    QList<PastAnswer> answers;       // since then, oldest first
    QList<QList<RecallPoint>> curve; // from each answer to the next, the last up to now
    QList<RecallPoint> ahead;        // from now on, past the day it is due

    bool isNew() const { return card.schedule.phase == Phase::New; }
};

// Reads only what belongs to the question. NotFound.
Result<WhyReport> whyReport(const Library &library, QuestionId question);

} // namespace flaskcards
