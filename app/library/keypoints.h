// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/keypoints.h"
#include "library/library.h"

namespace flaskcards {

// A key point that was left out more often than not, or last time.
struct WeakPoint {
    QuestionId question;
    QString slug;
    QString topic;
    QString title; // of the question; Markdown
    QString text;  // Markdown
    PointRecord record;
};

// At most so many, the most often left out first. Questions that left the bank are not among them.
Result<QList<WeakPoint>> weakPoints(const Library &library, int most);

} // namespace flaskcards
