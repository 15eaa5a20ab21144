// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"

namespace flaskcards {

// An order of the questions, as indexes, in which neighbours are of different topics and a question does not
// come soon after one it follows up or is related to; mixed practice is remembered better than blocks. A
// question moves forward by at most seven places, never past one that it builds on (Question::after).
QList<int> spreadOut(const QList<Question> &questions);

} // namespace flaskcards
