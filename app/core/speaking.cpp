// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speaking.h"

#include <algorithm>

namespace flaskcards {

int speakingTargetMs(const Question &question)
{
    const bool spoken = question.kind == Kind::Concept || question.kind == Kind::Comparison ||
                        question.kind == Kind::HowTo;
    if (!spoken)
        return 0;
    constexpr int fewWords = 25, manyWords = 90;
    constexpr int shortMs = 15'000, longMs = 45'000;
    const auto words = int(question.answer.simplified().split(u' ', Qt::SkipEmptyParts).size());
    return shortMs +
           (std::clamp(words, fewWords, manyWords) - fewWords) * (longMs - shortMs) / (manyWords - fewWords);
}

} // namespace flaskcards
