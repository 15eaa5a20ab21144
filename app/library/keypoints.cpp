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

struct Found {
    QuestionId question;
    int point = 0;
    int points = 0; // of the question then
    PointRecord record;

    double share() const { return double(record.missed) / record.of; }
};

// Of all questions, the most often left out first.
QList<Found> weakOnes(const QList<RecitedAnswer> &ticked)
{
    QList<Found> weak;
    for (qsizetype first = 0; first < ticked.size();) {
        const QuestionId question = ticked.at(first).question;
        QList<Recital> recitals;
        for (; first < ticked.size() && ticked.at(first).question == question; ++first)
            recitals.append(ticked.at(first).recital);
        const auto points = int(recitals.last().points.size());
        const QList<PointRecord> records = pointRecords(recitals, points);
        for (int point = 0; point < points; ++point) {
            if (isWeak(records.at(point)))
                weak.append({question, point, points, records.at(point)});
        }
    }
    std::stable_sort(weak.begin(), weak.end(), [](const Found &a, const Found &b) {
        return std::pair(a.share(), a.record.of) > std::pair(b.share(), b.record.of);
    });
    return weak;
}

} // namespace

// Only the texts of those that are listed are read.
Result<QList<WeakPoint>> weakPoints(const Library &library, int most)
{
    const auto ticked = library.store().reviews.lastTicked(answersLookedAt);
    if (!ticked)
        return ticked.error();
    QList<WeakPoint> weak;
    QHash<QuestionId, Question> read;
    for (const Found &found : weakOnes(*ticked)) {
        if (weak.size() >= most)
            break;
        if (!read.contains(found.question)) {
            auto loaded = loadQuestion(library, found.question);
            if (!loaded && loaded.error().code != ErrorCode::NotFound)
                return loaded.error();
            read.insert(found.question,
                        loaded && !loaded->retired ? std::move(loaded->question) : Question());
        }
        const Question question = read.value(found.question);
        if (question.keyPoints.size() != found.points)
            continue; // it left the bank, or has other points now
        weak.append({found.question, question.slug, question.topic, question.title,
                     question.keyPoints.at(found.point), found.record});
    }
    return weak;
}

} // namespace flaskcards
