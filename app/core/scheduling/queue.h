// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"

#include <QList>

#include <functional>

namespace flaskcards {

// The order in which new questions are met.
enum class NewOrder {
    Teaching,      // what is asked most, then by level; what a question builds on always before it
    Level,         // basic ones first, then what is asked most
    Prerequisites, // what others build on first
    Random
};

// The order of reviews, when not all of them can be done.
enum class ReviewOrder { Recall, Due, Difficulty, Random };

// What may be studied on one day.
struct QueueInput {
    QList<Card> due;          // in learning or review, due up to today, neither suspended nor buried
    QList<QuestionId> unseen; // new ones in their order
    ReviewOrder order = ReviewOrder::Recall;
    int day = 0;         // of the study day: what Random is drawn from
    int reviewsLeft = 0; // of the daily limit
    int newLeft = 0;
    std::function<double(const Schedule &)> recall; // probability of recall now
};

// The day's cards in the order to study them. Cards in learning wait for their minute.
struct DayQueue {
    QList<Card> learning;   // by the moment they are due
    QList<QuestionId> main; // reviews in their order with the new ones spread evenly between
    int reviews = 0;        // how many of main are reviews …
    int fresh = 0;          // … and how many new

    int total() const { return int(learning.size()) + reviews + fresh; }
};

DayQueue dayQueue(const QueueInput &input);

// The same order for the same day, another one the day after.
QList<QuestionId> shuffled(QList<QuestionId> questions, int day);

// `second` spread evenly between `first`, both in their order.
QList<QuestionId> interleaved(const QList<QuestionId> &first, const QList<QuestionId> &second);

} // namespace flaskcards
