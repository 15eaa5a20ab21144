// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/mock/mockchoice.h"
#include "core/review.h"
#include "library/documents.h"

namespace flaskcards {

// One question of a mock interview, as it went.
struct MockAnswer {
    QString slug;
    QString topic;
    MockPart part = MockPart::Core;
    Rating rating = Rating::Again;
    int ticked = 0; // of the key points
    int total = 0;  // 0 also where none was ticked though it was known: that says nothing of them
    int spentMs = 0;
    int seconds = 0; // asked for
    Confidence confidence = Confidence::NotAsked;

    bool operator==(const MockAnswer &) const = default;
};

// What is kept of a mock interview.
struct MockResult {
    QString key = {};
    Moment moment = {}; // of its end
    MockFilter filter = {};
    QList<MockAnswer> answers = {};

    int ticked() const;
    int total() const;
    double share() const; // of all key points; 0 where there are none
    int answered() const; // at least Good
    qint64 spentMs() const;
    int seconds() const; // asked for
};

Document toDocument(const MockResult &result);
MockResult mockResultFrom(const Document &document);

// Oldest first.
Result<QList<MockResult>> mockResults(const Library &library);

// What a topic came to in one mock.
struct MockTopic {
    QString topic;
    int questions = 0;
    int ticked = 0;
    int total = 0;
    int answered = 0; // at least Good

    double share() const { return total > 0 ? double(ticked) / total : 0; }
};

// The weakest first, those without key points last.
QList<MockTopic> topicsOf(const MockResult &result);

} // namespace flaskcards
