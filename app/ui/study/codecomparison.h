// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/linediff.h"
#include "ui/cardtext/column.h"

class QBoxLayout;

namespace flaskcards {

class CodeBlock;

// What the person wrote and the example, line beside line; where there is no room for two columns one above
// the other. Lines that only one side has are marked by sign and ground.
class CodeComparison : public Column
{
    Q_OBJECT

public:
    CodeComparison(const Theme &theme, const QString &own, const QString &example, QWidget *parent = nullptr);

    void setWide(bool wide);

private:
    enum class Side { Own, Example };
    QString summary() const;
    void build();
    QWidget *makeSide(Side side, QWidget *parent);
    int lineOf(const DiffRow &row, Side side) const { return side == Side::Own ? row.left : row.right; }

    const Theme &m_theme;
    const QStringList m_own;
    const QStringList m_example;
    const QList<DiffRow> m_rows;
    QWidget *m_sides = nullptr;
    QList<CodeBlock *> m_blocks;
    bool m_isWide = true;
};

} // namespace flaskcards
