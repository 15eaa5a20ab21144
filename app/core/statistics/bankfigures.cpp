// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/statistics/bankfigures.h"

#include "core/markdownblocks.h"

#include <QSet>

#include <algorithm>

namespace flaskcards {

bool hasExecutedCode(const Question &question)
{
    const QList<FencedBlock> blocks = codeBlocks(question.prompt) + codeBlocks(question.example);
    return std::any_of(blocks.cbegin(), blocks.cend(),
                       [](const FencedBlock &block) { return block.isExecuted(); });
}

BankFigures bankFigures(const QList<Question> &bank)
{
    BankFigures figures;
    QSet<QString> rows;
    for (const Question &question : bank) {
        ++figures.cards;
        figures.withExecutedCode += hasExecutedCode(question);
        ++figures.byTopic[question.topic][size_t(question.level)];
        ++figures.byKind[kindWord(question.kind)];
        for (const QString &row : question.sources)
            rows.insert(row);
    }
    for (const QString &row : std::as_const(rows))
        ++figures.rowsOfList[row.section(u'-', 0, 0)];
    return figures;
}

} // namespace flaskcards
