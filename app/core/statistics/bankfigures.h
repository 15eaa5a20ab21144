// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"

#include <QMap>

#include <array>

namespace flaskcards {

// What a bank holds, counted.
struct BankFigures {
    int cards = 0;
    int withExecutedCode = 0;
    QMap<QString, std::array<int, 3>> byTopic; // by level
    QMap<QString, int> byKind;                 // by the word of the format
    QMap<QString, int> rowsOfList;             // "000": rows of that published list with a card

    bool operator==(const BankFigures &) const = default;
};

BankFigures bankFigures(const QList<Question> &bank);

// Whether any of the card's code runs when the bank is checked.
bool hasExecutedCode(const Question &question);

} // namespace flaskcards
