// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"

namespace flaskcards {

// How long the question's answer should take aloud, in ms, from the words of the spoken answer: 15 s up to 25
// words, 45 s from 90 on. 0: the question asks for a choice, code or a design, not for a sentence.
int speakingTargetMs(const Question &question);

// Against a target: less than half of it leaves something unsaid.
enum class SpokenLength { Short, Within, Over };
SpokenLength spokenLength(int tookMs, int targetMs);

// Whether the answer is given aloud: a sentence or a design, no choice, no line, no code.
bool isSpoken(const Question &question);

} // namespace flaskcards
