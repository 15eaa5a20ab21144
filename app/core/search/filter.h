// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/facts.h"
#include "core/search/query.h"

namespace flaskcards {

// Whether a question passes all filters of the query (its words are the index's business). `today`: study
// day.
bool passesFilters(const Query &query, const QuestionFacts &question, int today);

// Whether `is:…` holds for the card.
bool isInState(CardState state, const QuestionFacts &question, int today);

} // namespace flaskcards
