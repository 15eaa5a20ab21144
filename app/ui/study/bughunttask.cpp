// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/bughunttask.h"

#include "core/linediff.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace flaskcards {

BugHuntTask::BugHuntTask(const Theme &theme, CodeBlock &code, const BugHunt &hunt, const Attempt &attempt,
                         QWidget *parent)
    : CardTask(theme, parent),
      m_code(code),
      m_hunt(hunt),
      m_lines(codeLines(hunt.code)),
      m_words(new Label(theme, TextRole::Small, {}, this)),
      m_line(attempt.line)
{
    m_words->setObjectName(u"faultyLine"_s);
    m_words->setWordWrap(true);
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_words, 1);
    Button *copy = CodeBlock::makeCopyButton(theme, row);
    layout->addWidget(copy, 0, Qt::AlignTop);
    add(row, 8);
    code.setChoosable(true);
    connect(copy, &QAbstractButton::clicked, &code, &CodeBlock::copy);
    connect(&code, &CodeBlock::lineClicked, this, [this](int line) {
        if (!m_isRevealed)
            choose(line == m_line ? 0 : line);
    });
    choose(m_line);
}

void BugHuntTask::choose(int line)
{
    m_line = line;
    showMarks();
    showWords();
}

// To the next line that says something.
void BugHuntTask::moveLine(int by)
{
    if (m_isRevealed)
        return;
    int line = m_line == 0 && by < 0 ? int(m_lines.size()) + 1 : m_line;
    do
        line += by;
    while (line >= 1 && line <= m_lines.size() && m_lines.at(line - 1).trimmed().isEmpty());
    if (line < 1 || line > m_lines.size())
        return;
    choose(line);
    emit shown(&m_code, m_code.lineRect(line));
}

void BugHuntTask::reveal()
{
    m_isRevealed = true;
    m_code.setChoosable(false);
    choose(m_line);
}

LineMark BugHuntTask::markOf(int line) const
{
    LineMark mark{.number = QString::number(line)};
    const bool isChosen = line == m_line;
    if (m_isRevealed && m_hunt.faulty.contains(line)) {
        mark.icon = isChosen ? Icon::Check : Icon::Right;
        mark.ground = &Tokens::successTint;
        mark.ink = &Tokens::success;
    } else if (isChosen) {
        mark.icon = m_isRevealed ? Icon::Cross : Icon::Right;
        mark.ground = m_isRevealed ? &Tokens::dangerTint : &Tokens::tint;
        mark.ink = m_isRevealed ? &Tokens::danger : &Tokens::accent;
    }
    return mark;
}

void BugHuntTask::showMarks()
{
    QList<LineMark> marks;
    for (int line = 1; line <= m_lines.size(); ++line)
        marks.append(markOf(line));
    m_code.setLineMarks(marks);
}

void BugHuntTask::showWords()
{
    const bool isRight = m_hunt.faulty.contains(m_line);
    m_words->setColor(!m_isRevealed || m_line == 0 ? &Tokens::text2
                      : isRight                    ? &Tokens::success
                                                   : &Tokens::danger);
    m_words->setText(verdict());
}

QString BugHuntTask::verdict() const
{
    if (!m_isRevealed)
        return m_line > 0 ? tr("You think it is line %1.").arg(m_line)
                          : tr("Which line is it? Click on it, or choose it with ↑ and ↓.");
    const QString faulty = linesInWords(m_hunt.faulty);
    if (m_line == 0)
        return tr("The fault is in %1.").arg(faulty);
    if (!m_hunt.faulty.contains(m_line))
        return tr("You chose line %1. The fault is in %2.").arg(m_line).arg(faulty);
    return m_hunt.faulty.size() == 1 ? tr("Line %1 it is.").arg(m_line)
                                     : tr("Line %1 it is. At fault are %2.").arg(m_line).arg(faulty);
}

QString linesInWords(const QList<int> &lines)
{
    QStringList parts;
    for (qsizetype i = 0; i < lines.size();) {
        qsizetype last = i;
        while (last + 1 < lines.size() && lines.at(last + 1) == lines.at(last) + 1)
            ++last;
        if (last - i >= 2)
            parts.append(BugHuntTask::tr("%1 to %2", "lines of code").arg(lines.at(i)).arg(lines.at(last)));
        else
            last = i, parts.append(QString::number(lines.at(i)));
        i = last + 1;
    }
    if (lines.size() == 1)
        return BugHuntTask::tr("line %1").arg(parts.first());
    if (parts.size() == 1)
        return BugHuntTask::tr("lines %1").arg(parts.first());
    const QString end = parts.takeLast();
    return BugHuntTask::tr("lines %1 and %2").arg(parts.join(u", "_s), end);
}

} // namespace flaskcards
