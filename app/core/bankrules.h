// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/questionfile.h"

namespace flaskcards {

// What a card and the bank must be. Every complaint carries the name of its rule.
struct Rule {
    QString name;
    QString demand;
};
const QList<Rule> &bankRules();

// One card: what its reading complained of and what the rules say, by line.
QList<Problem> checkQuestion(const ParsedQuestion &parsed);

// What only shows across the cards: ids, relations, sources and titles. Does not repeat checkQuestion.
QList<Problem> checkBank(const QList<ParsedQuestion> &bank);

} // namespace flaskcards
