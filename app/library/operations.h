// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards {

// What a person does to many cards at once, each one step of undo; for Library::apply. If one card cannot be
// changed, none is.

// `flag`: 1 to 7 as in Card::flag, 0 takes the flag away.
Operation flagOperation(const QList<QuestionId> &questions, int flag);

// Suspended cards are not asked until they are brought back (`suspended` false).
Operation suspendOperation(const QList<QuestionId> &questions, bool suspended);

// Buried cards are not asked before the study day `untilDay`; 0 brings them back.
Operation buryOperation(const QList<QuestionId> &questions, int untilDay);

// The person's own questions that were deleted can be found and are asked again, with all their answers.
Operation bringBackOperation(const QList<QuestionId> &questions);

} // namespace flaskcards
