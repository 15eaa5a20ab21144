// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/fsrs6.h"
#include "core/scheduling/fuzz.h"
#include "core/scheduling/settings.h"
#include "fields.h"

namespace flaskcards::probe {

// One line of `probe memory` and the test of its data: id, parameters and reviews -> a row for each review.

struct SequenceReview {
    int elapsedDays = 0;
    Rating rating = Rating::Good;
};

inline Result<SequenceReview> sequenceReview(const QJsonValue &value)
{
    Fields fields(value.toObject());
    const int days = fields.whole("delta_days"_L1);
    const int grade = fields.whole("rating"_L1);
    if (grade < 1 || grade > 4)
        fields.fail(u"\"rating\" must be 1 to 4"_s);
    if (days < 0)
        fields.fail(u"\"delta_days\" must not be negative"_s);
    if (fields.error())
        return *fields.error();
    return SequenceReview{days, Rating(grade)};
}

inline QJsonArray memoryRow(const Fsrs6 &model, const std::optional<MemoryState> &before,
                            const MemoryState &after, int elapsedDays, double retention)
{
    const QJsonValue recall = before ? QJsonValue(model.recall(elapsedDays, *before)) : QJsonValue();
    const double raw = model.interval(after, retention);
    const int days = fuzzed(raw, 1, SchedulingSettings().maximumIntervalDays, std::nullopt);
    return {recall, after.stability, after.difficulty, raw, days};
}

inline Result<QJsonArray> memoryRows(const Fsrs6 &model, const QJsonArray &reviews, double retention)
{
    QJsonArray rows;
    std::optional<MemoryState> memory;
    for (const auto &value : reviews) {
        const auto review = sequenceReview(value);
        if (!review)
            return Error{review.error().code,
                         u"review %1: %2"_s.arg(rows.size() + 1).arg(review.error().context)};
        const MemoryState after = model.advance(memory, review->elapsedDays, review->rating);
        rows.append(memoryRow(model, memory, after, review->elapsedDays, retention));
        memory = after;
    }
    return rows;
}

inline Result<QJsonValue> memoryAnswer(const QJsonObject &sequence)
{
    Fields fields(sequence);
    const QJsonValue id = fields.any("id"_L1);
    const QList<double> parameters = fields.numbers("parameters"_L1);
    const double retention = fields.number("desired_retention"_L1);
    const QJsonArray reviews = fields.array("reviews"_L1);
    if (!(retention > 0 && retention < 1))
        fields.fail(u"\"desired_retention\" must lie between 0 and 1"_s);
    if (fields.error())
        return *fields.error();
    const auto model = Fsrs6::make(parameters);
    if (!model)
        return model.error();
    const auto rows = memoryRows(*model, reviews, retention);
    if (!rows)
        return rows.error();
    return QJsonValue(QJsonObject{{u"id"_s, id}, {u"rows"_s, *rows}});
}

} // namespace flaskcards::probe
