// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/spread.h"

#include <algorithm>

namespace flaskcards {

namespace {

constexpr int sameTopic = 1;
constexpr int kin = 2;

bool areKin(const Question &a, const Question &b)
{
    return a.followUps.contains(b.slug) || b.followUps.contains(a.slug) || a.related.contains(b.slug) ||
           b.related.contains(a.slug);
}

// What speaks against asking `next` now.
int cost(const QList<Question> &asked, const Question &next)
{
    int cost = !asked.isEmpty() && asked.last().topic == next.topic ? sameTopic : 0;
    for (const Question &before : asked.last(std::min<qsizetype>(kinApart, asked.size()))) {
        if (areKin(before, next))
            cost += kin;
    }
    return cost;
}

} // namespace

int nextInTurns(const QList<Coming> &coming, const QList<Question> &asked)
{
    int best = 0;
    int least = cost(asked, coming.first().question);
    for (int i = 1; i < coming.size() && least > 0; ++i) {
        if (coming.at(i).place >= coming.first().place + spreadWindow)
            break;
        const Question &candidate = coming.at(i).question;
        const bool buildsOnSkipped =
            std::any_of(coming.cbegin(), coming.cbegin() + i, [&](const Coming &skipped) {
                return candidate.after.contains(skipped.question.slug);
            });
        const int price = cost(asked, candidate);
        if (!buildsOnSkipped && price < least) {
            least = price;
            best = i;
        }
    }
    return best;
}

} // namespace flaskcards
