// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/codecomparison.h"

#include "ui/cardtext/codeblock.h"
#include "ui/widgets/label.h"

#include <QScrollBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

CodeComparison::CodeComparison(const Theme &theme, const QString &own, const QString &example,
                               QWidget *parent)
    : Column(theme, parent),
      m_theme(theme),
      m_own(codeLines(own)),
      m_example(codeLines(example)),
      m_rows(diffLines(m_own, m_example))
{
    setObjectName(u"comparison"_s);
    add(new SectionLabel(theme, tr("Your code beside the example"), this));
    auto *words = new Label(theme, TextRole::Small, summary(), this);
    words->setObjectName(u"difference"_s);
    words->setColor(&Tokens::text2);
    words->setWordWrap(true);
    add(words, 4);
    build();
}

QString CodeComparison::summary() const
{
    int onlyOwn = 0;
    int onlyExample = 0;
    for (const DiffRow &row : m_rows) {
        onlyOwn += !row.same && row.left >= 0;
        onlyExample += !row.same && row.right >= 0;
    }
    if (onlyOwn == 0 && onlyExample == 0)
        return tr("The same, line for line.");
    const QString own = tr("%n lines only in yours (−)", nullptr, onlyOwn);
    const QString others = tr("%n lines only in the example (+)", nullptr, onlyExample);
    return tr("%1, %2. There is more than one right way.", "differences of two texts").arg(own, others);
}

void CodeComparison::setWide(bool wide)
{
    if (wide == m_isWide)
        return;
    m_isWide = wide;
    build();
}

void CodeComparison::build()
{
    delete m_sides;
    m_blocks.clear();
    m_sides = new QWidget(this);
    auto *layout = new QBoxLayout(m_isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom, m_sides);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_theme.px(m_isWide ? 8 : 12));
    layout->addWidget(makeSide(Side::Own, m_sides), 1, Qt::AlignTop);
    layout->addWidget(makeSide(Side::Example, m_sides), 1, Qt::AlignTop);
    add(m_sides, 8);
    QScrollBar *left = m_blocks.at(0)->sideways();
    QScrollBar *right = m_blocks.at(1)->sideways();
    connect(left, &QScrollBar::valueChanged, right, &QScrollBar::setValue);
    connect(right, &QScrollBar::valueChanged, left, &QScrollBar::setValue);
}

// Beside each other both sides have a row for every line; one above the other they need none for what is not
// there.
QWidget *CodeComparison::makeSide(Side side, QWidget *parent)
{
    const bool isOwn = side == Side::Own;
    const QStringList &lines = isOwn ? m_own : m_example;
    QStringList shown;
    QList<LineMark> marks;
    for (const DiffRow &row : m_rows) {
        const int line = lineOf(row, side);
        if (line < 0 && !m_isWide)
            continue;
        shown.append(line < 0 ? QString() : lines.at(line));
        LineMark mark;
        if (line >= 0) {
            mark.number = QString::number(line + 1);
            mark.sign = row.same ? QString() : isOwn ? u"−"_s : u"+"_s;
        }
        if (line >= 0 && !row.same) {
            mark.ground = isOwn ? &Tokens::dangerTint : &Tokens::successTint;
            mark.ink = isOwn ? &Tokens::danger : &Tokens::success;
        }
        marks.append(mark);
    }
    auto *column = new QWidget(parent);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(m_theme.px(4));
    auto *name = new Label(m_theme, TextRole::Small, isOwn ? tr("Yours") : tr("Example"), column);
    name->setColor(&Tokens::text2);
    auto *block = new CodeBlock(m_theme, {.language = u"python"_s, .text = shown.join(u'\n')},
                                TextRole::SmallCode, column);
    block->setLineMarks(marks);
    block->setAccessibleName(name->text());
    layout->addWidget(name);
    layout->addWidget(block);
    m_blocks.append(block);
    return column;
}

} // namespace flaskcards
