// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/memory/trainingset.h"
#include "core/result.h"

#include <QFile>

#include <array>

namespace flaskcards::probe {

// A log as people exchange them: card_id,review_time,review_rating,review_state,review_duration; times in ms,
// study days from 04:00 UTC. Answers without a rating and those outside the schedule (state 4) are left out.

using namespace Qt::StringLiterals;

inline std::optional<LoggedAnswer> loggedAnswer(const QByteArray &line, bool &counts)
{
    constexpr qint64 dayMs = 86'400'000;
    constexpr qint64 rolloverMs = 4 * 3'600'000;
    const QByteArrayList cells = line.trimmed().split(',');
    std::array<qint64, 5> numbers{};
    if (cells.size() != 5)
        return std::nullopt;
    for (size_t i = 0; i < numbers.size(); ++i) {
        bool ok = false;
        numbers[i] = cells.at(qsizetype(i)).toLongLong(&ok);
        if (!ok)
            return std::nullopt;
    }
    const auto [card, atMs, rating, state, duration] = numbers;
    if (rating < 0 || rating > 4 || state < 0 || state > 4 || atMs < 0 || atMs > 1e15)
        return std::nullopt;
    counts = rating > 0 && state < 4;
    return LoggedAnswer{.card = card,
                        .atMs = atMs,
                        .day = int((atMs - rolloverMs) / dayMs),
                        .rating = counts ? Rating(rating) : Rating::Good,
                        .learning = state < 2};
}

// The error names the line.
inline Result<std::vector<LoggedAnswer>> readAnswerLog(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Io, path + ": "_L1 + file.errorString()};
    if (file.readLine().trimmed() != "card_id,review_time,review_rating,review_state,review_duration")
        return Error{ErrorCode::Invalid,
                     u"line 1: card_id,review_time,review_rating,review_state,review_duration wanted"_s};
    std::vector<LoggedAnswer> answers;
    for (int number = 2; !file.atEnd(); ++number) {
        bool counts = false;
        const auto answer = loggedAnswer(file.readLine(), counts);
        if (!answer)
            return Error{ErrorCode::Invalid,
                         u"line %1: five whole numbers in their ranges wanted"_s.arg(number)};
        if (counts)
            answers.push_back(*answer);
    }
    return answers;
}

} // namespace flaskcards::probe
