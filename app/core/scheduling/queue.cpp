// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/queue.h"

#include <algorithm>
#include <tuple>

namespace flaskcards {

namespace {

// Splitmix64 of a question on a day.
quint64 draw(QuestionId question, int day)
{
    quint64 bits = quint64(question.value) * 0x9e37'79b9'7f4a'7c15 + quint64(day);
    bits = (bits ^ (bits >> 30)) * 0xbf58'476d'1ce4'e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d0'49bb'1331'11eb;
    return bits ^ (bits >> 31);
}

struct Place {
    double first; // the lowest comes first
    int dueDay;
    QuestionId question;

    bool operator<(const Place &other) const
    {
        return std::tie(first, dueDay, question) < std::tie(other.first, other.dueDay, other.question);
    }
};

double placeOf(const Card &card, const QueueInput &input)
{
    switch (input.order) {
    case ReviewOrder::Recall:
        return input.recall(card.schedule);
    case ReviewOrder::Due:
        return card.schedule.dueDay;
    case ReviewOrder::Difficulty: // the hardest first
        return card.schedule.memory ? -card.schedule.memory->difficulty : 0;
    case ReviewOrder::Random:
        break;
    }
    return double(draw(card.question, input.day) >> 11);
}

QList<QuestionId> inOrder(const QList<Card> &reviews, const QueueInput &input)
{
    QList<Place> places;
    places.reserve(reviews.size());
    for (const Card &card : reviews)
        places.append({placeOf(card, input), card.schedule.dueDay, card.question});
    std::sort(places.begin(), places.end());
    QList<QuestionId> questions;
    for (const Place &place :
         std::as_const(places).first(std::clamp<qsizetype>(input.reviewsLeft, 0, places.size())))
        questions.append(place.question);
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
    const QList<QuestionId> ordered = inOrder(reviews, input);
    const QList<QuestionId> unseen =
        input.unseen.first(std::clamp<qsizetype>(input.newLeft, 0, input.unseen.size()));
    queue.main = interleaved(ordered, unseen);
    queue.reviews = int(ordered.size());
    queue.fresh = int(unseen.size());
    return queue;
}

QList<QuestionId> shuffled(QList<QuestionId> questions, int day)
{
    std::sort(questions.begin(), questions.end(), [&](QuestionId a, QuestionId b) {
        return std::pair(draw(a, day), a) < std::pair(draw(b, day), b);
    });
    return questions;
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
