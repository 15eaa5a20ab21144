// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"

namespace flaskcards {

// In what the full-text index is not in step with the questions.
struct SearchFaults {
    bool index = false;          // finds other things than its own texts say
    QList<QuestionId> questions; // without a row, or with another text
    QList<QuestionId> rows;      // without a question to be found

    bool isEmpty() const { return !index && questions.isEmpty() && rows.isEmpty(); }
};

// Reads and parses every question.
Result<SearchFaults> searchFaults(const Store &store);

} // namespace flaskcards
