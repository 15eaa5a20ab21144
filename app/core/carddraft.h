// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/questionfile.h"

namespace flaskcards {

// A card as a person edits it: what of its header has a field of its own, and the text below the header.
struct CardDraft {
    QString topic;
    Level level = Level::Basic;
    Kind kind = Kind::Concept;
    QStringList tags;
    QStringList header; // its other lines, as written
    QString text;       // from the title on

    bool operator==(const CardDraft &) const = default;
};

CardDraft draftOf(const QString &topic, const QString &source);

// A card file; for a card of the bank that was not touched exactly its source.
QString sourceOf(const CardDraft &draft);

// How many lines of that file stand above the text.
int linesAboveText(const CardDraft &draft);

// What a person writes a question into.
QString emptyCardText();

// Words as a person types them, between commas: lower case, hyphens inside, none twice.
QStringList tagsFrom(const QString &typed);

// What is wrong with a person's card, by line.
struct DraftProblems {
    QList<Problem> errors; // it cannot be studied so
    QList<Problem> hints;  // what the rules of the bank would advise
};
DraftProblems problemsOf(const ParsedQuestion &parsed);

// A name for a person's question, out of its title and `distinction`, which tells it from one of the same
// title in another copy.
QString ownSlug(const QString &title, const QByteArray &distinction);

} // namespace flaskcards
