// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/keypoints.h"

#include "library/questions.h"

#include <algorithm>

namespace flaskcards {

namespace {

bool isWeak(const PointRecord &record)
{
    return record.missedLast || 2 * record.missed > record.of;
}

double share(const WeakPoint &point)
{
    return double(point.record.missed) / point.record.of;
}

Result<void> appendWeak(const Library &library, QuestionId id, const QList<Recital> &recitals,
                        QList<WeakPoint> &weak)
{
    const auto loaded = loadQuestion(library, id);
    if (!loaded)
        return loaded.error().code == ErrorCode::NotFound ? Result<void>() : loaded.error();
    if (loaded->retired)
        return {};
    const Question &question = loaded->question;
    const QList<PointRecord> records = pointRecords(recitals, int(question.keyPoints.size()));
    for (qsizetype i = 0; i < records.size(); ++i) {
        if (isWeak(records.at(i)))
            weak.append(
                {id, question.slug, question.topic, question.title, question.keyPoints.at(i), records.at(i)});
    }
    return {};
}

} // namespace

Result<QList<WeakPoint>> weakPoints(const Library &library, int most)
{
    const auto recited = library.store().reviews.recitals();
    if (!recited)
        return recited.error();
    QList<WeakPoint> weak;
    for (qsizetype first = 0; first < recited->size();) {
        const QuestionId question = recited->at(first).question;
        QList<Recital> recitals;
        for (; first < recited->size() && recited->at(first).question == question; ++first)
            recitals.append(recited->at(first).recital);
        const bool ticked = std::any_of(recitals.cbegin(), recitals.cend(),
                                        [](const Recital &recital) { return !recital.points.isEmpty(); });
        if (!ticked)
            continue;
        if (auto done = appendWeak(library, question, recitals, weak); !done)
            return done.error();
    }
    std::stable_sort(weak.begin(), weak.end(), [](const WeakPoint &a, const WeakPoint &b) {
        return std::pair(share(a), a.record.of) > std::pair(share(b), b.record.of);
    });
    return weak.first(std::min<qsizetype>(most, weak.size()));
}

} // namespace flaskcards
