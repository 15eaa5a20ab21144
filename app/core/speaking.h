// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"

namespace flaskcards {

// How long the question's answer should take aloud, in ms, from the words of the spoken answer: 15 s up to 25
// words, 45 s from 90 on. 0: the question asks for a choice, code or a design, not for a sentence.
int speakingTargetMs(const Question &question);

} // namespace flaskcards
