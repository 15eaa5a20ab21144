// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"

#include <QSet>

namespace flaskcards {

// Indexes into `questions` in the order new ones are shown: what is asked in most lists first, then by level,
// then by topic and slug; and never before a question named under its `after`.
QList<int> teachingOrder(const QList<Question> &questions);

// `order` with the wished questions first, each after what it builds on; the rest as it was. `after` tells
// what a question builds on; what is not in `order` counts as learned.
template <typename Id, typename After>
QList<Id> pulledForward(const QList<Id> &order, const QList<Id> &wished, After after)
{
    const QSet<Id> there(order.cbegin(), order.cend());
    QSet<Id> placed;
    QList<Id> result;
    const auto place = [&](const auto &self, Id question) -> void {
        if (placed.contains(question) || !there.contains(question))
            return;
        placed.insert(question); // also ends a cycle
        for (const Id before : after(question))
            self(self, before);
        result.append(question);
    };
    for (const Id question : wished)
        place(place, question);
    for (const Id question : order) {
        if (!placed.contains(question))
            result.append(question);
    }
    return result;
}

// How many of the questions build on each, directly or by way of others.
QList<int> neededBy(const QList<Question> &questions);

} // namespace flaskcards
