// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"

namespace flaskcards {

// A question for the terminal: readable Markdown, hidden test blocks left out.
QString questionText(const Question &question); // title, prompt, options
QString answerText(const Question &question);   // everything else

} // namespace flaskcards
