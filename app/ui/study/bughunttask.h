// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exercise.h"
#include "ui/cardtext/codeblock.h"
#include "ui/study/cardtask.h"

namespace flaskcards {

class Label;

// Numbers the lines of the faulty code; one can be chosen, by a click or the arrow keys. With the answer it
// is said whether the fault is in that line.
class BugHuntTask : public CardTask
{
    Q_OBJECT

public:
    BugHuntTask(const Theme &theme, CodeBlock &code, const BugHunt &hunt, const Attempt &attempt,
                QWidget *parent);

    void reveal() override;
    bool choosesLines() const override { return !m_isRevealed; }
    void moveLine(int by) override;
    Attempt attempt() const override { return {.line = m_line}; }

private:
    void choose(int line);
    void showMarks();
    void showWords();
    LineMark markOf(int line) const;
    QString verdict() const;

    CodeBlock &m_code;
    const BugHunt m_hunt;
    const QStringList m_lines;
    Label *m_words;
    int m_line = 0;
    bool m_isRevealed = false;
};

// "line 8", "lines 8 and 9", "lines 3, 8 to 10"
QString linesInWords(const QList<int> &lines);

} // namespace flaskcards
