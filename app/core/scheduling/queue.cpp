// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/queue.h"

#include <algorithm>
#include <tuple>

namespace flaskcards {

namespace {

struct Forgotten {
    double recall;
    int dueDay;
    QuestionId question;

    bool operator<(const Forgotten &other) const
    {
        return std::tie(recall, dueDay, question) < std::tie(other.recall, other.dueDay, other.question);
    }
};

QList<QuestionId> mostForgottenFirst(const QList<Card> &reviews, const QueueInput &input)
{
    QList<Forgotten> order;
    order.reserve(reviews.size());
    for (const Card &card : reviews)
        order.append(Forgotten{input.recall(card.schedule), card.schedule.dueDay, card.question});
    std::sort(order.begin(), order.end());
    QList<QuestionId> questions;
    for (const Forgotten &next :
         std::as_const(order).first(std::clamp<qsizetype>(input.reviewsLeft, 0, order.size())))
        questions.append(next.question);
    return questions;
}

} // namespace

DayQueue dayQueue(const QueueInput &input)
{
    DayQueue queue;
    QList<Card> reviews;
    for (const Card &card : input.due)
        (card.schedule.phase == Phase::Review ? reviews : queue.learning).append(card);
    std::sort(queue.learning.begin(), queue.learning.end(), [](const Card &a, const Card &b) {
        return std::tie(a.schedule.dueAtMs, a.question) < std::tie(b.schedule.dueAtMs, b.question);
    });
    const QList<QuestionId> ordered = mostForgottenFirst(reviews, input);
    const QList<QuestionId> unseen =
        input.unseen.first(std::clamp<qsizetype>(input.newLeft, 0, input.unseen.size()));
    queue.main = interleaved(ordered, unseen);
    queue.reviews = int(ordered.size());
    queue.fresh = int(unseen.size());
    return queue;
}

QList<QuestionId> interleaved(const QList<QuestionId> &first, const QList<QuestionId> &second)
{
    QList<QuestionId> mixed;
    mixed.reserve(first.size() + second.size());
    qsizetype taken = 0;
    for (qsizetype i = 0; i < first.size(); ++i) {
        mixed.append(first.at(i));
        // After i+1 of the first list the same share of the second one has been placed.
        while (taken * first.size() < (i + 1) * second.size() - second.size() / 2 && taken < second.size())
            mixed.append(second.at(taken++));
    }
    mixed.append(second.sliced(taken));
    return mixed;
}

} // namespace flaskcards
