// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"
#include "ui/cardtext/cardview.h"
#include "ui/cardtext/markup.h"

namespace flaskcards {

Question sessionSample();
Question choiceSample();
Question bugSample();
Question blueprintSample();
Question richSample(); // every kind of Markdown
CardContext followUpSamples();
CodeText codeSample();
HitFinder hitsOf(const QString &word);
QString iconWord(int icon);
QString tableSample(int row, int column);

} // namespace flaskcards
