// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"

#include <QList>

#include <functional>

namespace flaskcards {

// What may be studied on one day.
struct QueueInput {
    QList<Card> due;          // in learning or review, due up to today, neither suspended nor buried
    QList<QuestionId> unseen; // new ones in their order
    int reviewsLeft = 0;      // of the daily limit
    int newLeft = 0;
    std::function<double(const Schedule &)> recall; // probability of recall now
};

// The day's cards in the order to study them. Cards in learning wait for their minute.
struct DayQueue {
    QList<Card> learning;   // by the moment they are due
    QList<QuestionId> main; // reviews, the most forgotten first, with the new ones spread evenly between
    int reviews = 0;        // how many of main are reviews …
    int fresh = 0;          // … and how many new

    int total() const { return int(learning.size()) + reviews + fresh; }
};

DayQueue dayQueue(const QueueInput &input);

// `second` spread evenly between `first`, both in their order.
QList<QuestionId> interleaved(const QList<QuestionId> &first, const QList<QuestionId> &second);

} // namespace flaskcards
