// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/knowledge.h"

#include <algorithm>

namespace flaskcards {

namespace {

constexpr double dayMs = 86'400'000;

void addHistory(QList<KnowledgePoint> &points, const MemoryHistory &history, const MemoryModel &model,
                double target)
{
    qsizetype next = 0; // the first answer after the point's moment
    for (KnowledgePoint &point : points) {
        while (next < history.size() && history.at(next).atMs <= point.atMs)
            ++next;
        if (next == 0)
            continue;
        const MemoryPoint &last = history.at(next - 1);
        if (last.reset)
            continue;
        const double recall = model.recall(double(point.atMs - last.atMs) / dayMs, last.memory);
        ++(recall >= target ? point.known : point.shaky);
    }
}

} // namespace

QList<KnowledgePoint> knowledgeOverTime(const QList<MemoryHistory> &histories, const QList<qint64> &momentsMs,
                                        int questions, const MemoryModel &model, double target)
{
    QList<KnowledgePoint> points;
    points.reserve(momentsMs.size());
    for (const qint64 atMs : momentsMs)
        points.append(KnowledgePoint{.atMs = atMs});
    for (const MemoryHistory &history : histories)
        addHistory(points, history, model, target);
    for (KnowledgePoint &point : points)
        point.unseen = std::max(0, questions - point.known - point.shaky);
    return points;
}

QList<qint64> equalSteps(qint64 firstMs, qint64 lastMs, int count)
{
    QList<qint64> moments;
    moments.reserve(count);
    for (int i = 0; i < count; ++i)
        moments.append(firstMs + (lastMs - firstMs) * i / (count - 1));
    return moments;
}

} // namespace flaskcards
