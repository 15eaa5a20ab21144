// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/python/coderun.h"
#include "ui/cardtext/column.h"

namespace flaskcards {

// How a run ended: a sentence, the statement of the check that did not hold, what was printed.
class RunReport : public Column
{
    Q_OBJECT

public:
    RunReport(const Theme &theme, const CodeResult &result, const Exercise &exercise, int seconds,
              QWidget *parent = nullptr);
};

// The sentence.
QString runWords(const CodeResult &result, const Exercise &exercise, int seconds);

} // namespace flaskcards
