// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"

namespace flaskcards {

// Indexes into `questions` in the order new ones are shown: what is asked in most lists first, then by level,
// then by topic and slug; and never before a question named under its `after`.
QList<int> teachingOrder(const QList<Question> &questions);

} // namespace flaskcards
