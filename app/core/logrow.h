// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace flaskcards {

// Rows of the log as a file has them, believed or not: numbers that no answer can have fit too. Units as in
// Review and Move.
struct AnswerRow {
    qint64 id = 0;
    qint64 uid = 0;
    QuestionId question = {};
    qint64 atMs = 0;
    qint64 orderedAtMs = 0;
    qint64 utcOffsetSeconds = 0;
    qint64 rolloverHour = 0;
    qint64 day = 0;
    qint64 rating = 0;
    qint64 durationMs = 0;
    PresetId preset = {};
    qint64 phaseBefore = 0;
    QByteArray shownHash = {};
    qint64 chosenDays = 0;
    QByteArray points = {};
    qint64 confidence = 0;
    qint64 thoughtMs = 0;

    bool operator==(const AnswerRow &) const = default;
};

struct MoveRow {
    qint64 id = 0;
    qint64 uid = 0;
    QuestionId question = {};
    qint64 atMs = 0;
    qint64 orderedAtMs = 0;
    std::optional<PresetId> preset = {};
    qint64 intervalDays = 0;
    qint64 dueDay = 0;
    qint64 reset = 0;

    bool operator==(const MoveRow &) const = default;
};

// Both in the order in which they were written (by id).
struct LogRows {
    QList<AnswerRow> answers;
    QList<MoveRow> moves;
};

// What does not fit its type becomes the nearest that does.
Review toReview(const AnswerRow &row);

} // namespace flaskcards
