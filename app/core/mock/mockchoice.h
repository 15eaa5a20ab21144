// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"

namespace flaskcards {

// What a question is there for in a mock interview, in the order of the interview.
enum class MockPart {
    WarmUp, // basic, known or much asked
    Core,
    Chain, // one question and what it leads to, deeper each time
    Task,  // a bug to find or code to write
    Design,
};

// A question that may be asked.
struct MockCandidate {
    QString slug;
    QString topic;
    Level level = Level::Basic;
    Kind kind = Kind::Concept;
    int asked = 0;            // in how many published lists
    bool reallyAsked = false; // the person met it in an interview
    bool known = false;
    QStringList followUps = {}; // slugs
};

struct MockFilter {
    int minutes = 30;
    QList<Level> levels = {}; // empty: all
    QStringList topics = {};  // empty: all
};

struct MockQuestion {
    qsizetype candidate = 0; // index
    MockPart part = MockPart::Core;
    int seconds = 0; // asked for

    bool operator==(const MockQuestion &) const = default;
};

struct MockChoice {
    QList<MockQuestion> questions;
    QList<MockPart> missing; // parts for which the bank has nothing that fits; Chain: none three deep
    bool isShort = false;    // fewer questions than the minutes have room for

    bool operator==(const MockChoice &) const = default;
};

constexpr int mockChainLength = 3;

// Mixes questions as an interviewer does; the same seed gives the same mix. Nobody offers options aloud: at
// most one question of several to warm up is multiple choice, as in a test on paper beforehand. Of a chain
// the first question is of the wished topics; what follows may lead elsewhere, but not to a level that is not
// wished, nor to a lower one where there is another way. From 25 minutes on there is a design question.
MockChoice chooseMock(const QList<MockCandidate> &candidates, const MockFilter &filter, quint64 seed);

} // namespace flaskcards
