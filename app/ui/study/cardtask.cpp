// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/cardtask.h"

#include "ui/cardtext/cardview.h"
#include "ui/study/bughunttask.h"
#include "ui/study/codetask.h"
#include "ui/study/designtask.h"

namespace flaskcards {

CardTask *makeCardTask(const Theme &theme, CardView &card, const Question &question, const Attempt &attempt,
                       const TaskTools &tools)
{
    if (question.kind == Kind::Design)
        return tools.nowMs ? new DesignTask(theme, int(question.keyPoints.size()), attempt, tools, &card)
                           : nullptr;
    if (const auto hunt = bugHuntOf(question); hunt && card.promptCode())
        return new BugHuntTask(theme, *card.promptCode(), *hunt, attempt, &card);
    if (const auto exercise = exerciseOf(question))
        return new CodeTask(theme, card, *exercise, question.kind != Kind::HowTo, attempt, tools);
    return nullptr;
}

} // namespace flaskcards
