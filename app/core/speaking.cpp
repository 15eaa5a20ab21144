// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/speaking.h"

#include <algorithm>

namespace flaskcards {

int speakingTargetMs(const Question &question)
{
    if (!isSpoken(question) || question.kind == Kind::Design)
        return 0;
    constexpr int fewWords = 25, manyWords = 90;
    constexpr int shortMs = 15'000, longMs = 45'000;
    const auto words = int(question.answer.simplified().split(u' ', Qt::SkipEmptyParts).size());
    return shortMs +
           (std::clamp(words, fewWords, manyWords) - fewWords) * (longMs - shortMs) / (manyWords - fewWords);
}

SpokenLength spokenLength(int tookMs, int targetMs)
{
    if (tookMs > targetMs)
        return SpokenLength::Over;
    return 2 * tookMs < targetMs ? SpokenLength::Short : SpokenLength::Within;
}

bool isSpoken(const Question &question)
{
    switch (question.kind) {
    case Kind::Concept:
    case Kind::Comparison:
    case Kind::HowTo:
    case Kind::Design:
        return question.options.isEmpty();
    case Kind::Coding:
    case Kind::Mcq:
    case Kind::BugHunt:
    case Kind::CodeChallenge:
        break;
    }
    return false;
}

} // namespace flaskcards
