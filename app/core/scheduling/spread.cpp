// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/spread.h"

#include <algorithm>
#include <numeric>

namespace flaskcards {

namespace {

constexpr int farthestForward = 7;
constexpr int kinApart = 4; // at least so many others between
constexpr int sameTopic = 1;
constexpr int kin = 2;

bool areKin(const Question &a, const Question &b)
{
    return a.followUps.contains(b.slug) || b.followUps.contains(a.slug) || a.related.contains(b.slug) ||
           b.related.contains(a.slug);
}

// What speaks against asking `next` now.
int cost(const QList<Question> &questions, const QList<int> &asked, const Question &next)
{
    int cost = 0;
    const qsizetype first = std::max<qsizetype>(0, asked.size() - kinApart);
    for (qsizetype i = first; i < asked.size(); ++i) {
        if (areKin(questions.at(asked.at(i)), next))
            cost += kin;
    }
    if (!asked.isEmpty() && questions.at(asked.last()).topic == next.topic)
        cost += sameTopic;
    return cost;
}

} // namespace

QList<int> spreadOut(const QList<Question> &questions)
{
    QList<int> left(questions.size());
    std::iota(left.begin(), left.end(), 0);
    QList<int> asked;
    while (!left.isEmpty()) {
        qsizetype best = 0;
        int least = cost(questions, asked, questions.at(left.first()));
        const qsizetype end = std::min<qsizetype>(left.size(), farthestForward + 1);
        for (qsizetype i = 1; i < end && least > 0; ++i) {
            // Nobody is passed over for longer than that.
            if (left.first() + farthestForward < left.at(i))
                break;
            const Question &candidate = questions.at(left.at(i));
            const bool buildsOnSkipped = std::any_of(left.cbegin(), left.cbegin() + i, [&](int skipped) {
                return candidate.after.contains(questions.at(skipped).slug);
            });
            const int price = cost(questions, asked, candidate);
            if (!buildsOnSkipped && price < least) {
                least = price;
                best = i;
            }
        }
        asked.append(left.takeAt(best));
    }
    return asked;
}

} // namespace flaskcards
