// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards {

// A fair way back after a break: what is overdue, spread over days.

enum class CatchUpSpeed {
    AtOnce, // today, as it is without a plan
    Week,   // within seven days
    Gently, // within three weeks, or longer if a day would exceed 1.5 times the minutes a day
};

// What the plan brings to a study day.
struct CatchUpDay {
    int day = 0;
    QList<QuestionId> questions = {}; // overdue ones, the most valuable first
    qint64 estimateMs = 0;            // for these and the reviews that are due on that day anyway
};

struct CatchUpPlan {
    CatchUpSpeed speed = CatchUpSpeed::AtOnce;
    QList<CatchUpDay> days; // from today on, one after the other

    int lastDay() const; // with something overdue
    qint64 busiestDayMs() const;
};

struct CatchUp {
    int overdue = 0;
    qint64 estimateMs = 0; // for all that is overdue
    QList<CatchUpPlan> plans = {};
};

// Reviews due before today that take more than 1.5 times the minutes a day; nothing when there are fewer. The
// estimates are for reviews: new cards come on top.
//
// The most valuable review is the one that gains most recall a minute: ((1 - r) + (r - r7)) / c. Answering
// lifts the recall r of now to 1; r7 is what is left of r after a week of waiting. c is the likely time: an
// answer, and with probability 1 - r those of relearning. Equal ones go by due day.
Result<std::optional<CatchUp>> catchUp(const Library &library);

// Gives every card of the plan its day; memory and interval stay. Cards that were answered since are left
// alone. AtOnce changes nothing. The library must outlive it.
Operation catchUpOperation(const Library &library, const CatchUpPlan &plan);

} // namespace flaskcards
