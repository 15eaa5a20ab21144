// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"
#include "core/question.h"

namespace flaskcards {

// What lists show and filters ask of a question, without its text.
struct QuestionFacts {
    QuestionId id;
    QString slug;
    QString title;
    QString topic;
    Level level = Level::Basic;
    Kind kind = Kind::Concept;
    QStringList tags;
    QStringList ownTags; // those the person gave
    int asked = 0;       // in how many published lists
    Origin origin = Origin::Bank;
    bool reallyAsked = false; // the person met it in an interview
    Card card;

    bool operator==(const QuestionFacts &) const = default;
};

} // namespace flaskcards
