// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/memorymodel.h"

#include <QList>

namespace flaskcards {

// How well a question was remembered from one answer on, until the next.
struct MemoryPoint {
    qint64 atMs = 0;
    MemoryState memory = {};
    bool reset = false; // no answer: the question was made new again
};

// One question's answers, oldest first.
using MemoryHistory = QList<MemoryPoint>;

// How many questions were known (recall at least the target), shaky (seen, but below it) and unseen at a
// moment.
struct KnowledgePoint {
    qint64 atMs = 0;
    int known = 0;
    int shaky = 0;
    int unseen = 0;

    bool operator==(const KnowledgePoint &) const = default;
};

// `momentsMs` ascending; `questions`: all there are, those without a history too.
QList<KnowledgePoint> knowledgeOverTime(const QList<MemoryHistory> &histories, const QList<qint64> &momentsMs,
                                        int questions, const MemoryModel &model, double target);

// `count` moments (at least two) in equal steps, both ends among them.
QList<qint64> equalSteps(qint64 firstMs, qint64 lastMs, int count);

} // namespace flaskcards
