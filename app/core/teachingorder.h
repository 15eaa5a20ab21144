// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"

namespace flaskcards {

// Indexes into `questions` in the order new ones are shown: what is asked in most lists first, then by level,
// then by topic and slug; and never before a question named under its `after`.
QList<int> teachingOrder(const QList<Question> &questions);

// How many of the questions build on each, directly or by way of others.
QList<int> neededBy(const QList<Question> &questions);

} // namespace flaskcards
