// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/problem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

QString toLine(const Problem &problem)
{
    QString line =
        u"%1:%2: %3: %4"_s.arg(problem.file, QString::number(problem.line), problem.rule, problem.text);
    const auto isControl = [](QChar c) {
        return c.category() == QChar::Other_Control;
    };
    std::replace_if(line.begin(), line.end(), isControl, QChar(QChar::ReplacementCharacter));
    return line;
}

} // namespace flaskcards
