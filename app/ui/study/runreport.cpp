// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/study/runreport.h"

#include "core/linediff.h"
#include "ui/cardtext/codeblock.h"
#include "ui/icons.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;
using Verdict = flaskcards::CodeResult::Verdict;

namespace flaskcards {

namespace {

constexpr int shownLines = 20; // of what was printed
constexpr int shownColumns = 500;

bool isGood(const CodeResult &result)
{
    return result.verdict == Verdict::Passed || result.verdict == Verdict::Ran;
}

// The end says most, but of endless output only the beginning is known.
QString shortened(const CodeResult &result)
{
    QStringList lines = codeLines(result.output);
    for (QString &line : lines)
        line.truncate(shownColumns);
    const qsizetype left = lines.size() - shownLines;
    if (left <= 0)
        return lines.join(u'\n');
    if (result.verdict == Verdict::TooMuchOutput)
        return lines.first(shownLines).join(u'\n') + u"\n…"_s;
    return u"…\n"_s + lines.last(shownLines).join(u'\n');
}

// A name the check uses and the code does not have, from the words of Python.
QString missingName(const CodeResult &result, const Exercise &exercise)
{
    for (const QString &name : exercise.names) {
        if (result.line == 0 && result.summary.startsWith(u"NameError: name '%1' "_s.arg(name)))
            return name;
    }
    return {};
}

class Mark : public QWidget
{
public:
    Mark(const Theme &theme, Icon icon, QColor Tokens::*color, QWidget *parent)
        : QWidget(parent), m_theme(theme), m_icon(icon), m_color(color)
    {
        setFixedSize(theme.px(18), theme.px(18));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintIcon(painter, m_icon, rect(), m_theme.colors().*m_color);
    }

private:
    const Theme &m_theme;
    const Icon m_icon;
    QColor Tokens::*m_color;
};

} // namespace

RunReport::RunReport(const Theme &theme, const CodeResult &result, const Exercise &exercise, int seconds,
                     QWidget *parent)
    : Column(theme, parent)
{
    setObjectName(u"runReport"_s);
    const bool isStopped = result.verdict == Verdict::Stopped;
    QColor Tokens::*const color = isGood(result) ? &Tokens::success
                                  : isStopped    ? &Tokens::text2
                                                 : &Tokens::danger;
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(theme.px(8));
    layout->addWidget(new Mark(theme,
                               isGood(result) ? Icon::Check
                               : isStopped    ? Icon::Info
                                              : Icon::Cross,
                               color, row),
                      0, Qt::AlignTop);
    auto *words = new Label(theme, TextRole::Small, runWords(result, exercise, seconds), row);
    words->setObjectName(u"verdict"_s);
    words->setColor(color);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    layout->addWidget(words, 1);
    add(row);
    if (!result.source.isEmpty() && result.verdict == Verdict::Failed)
        add(new CodeBlock(theme, {.language = u"python"_s, .text = result.source}, TextRole::SmallCode, this),
            8);
    if (result.output.trimmed().isEmpty())
        return;
    auto *head = new Label(theme, TextRole::Small, tr("Printed"), this);
    head->setColor(&Tokens::text2);
    add(head, 8);
    add(new CodeBlock(theme, {.language = u"text"_s, .text = shortened(result)}, TextRole::SmallCode, this),
        4);
}

QString runWords(const CodeResult &result, const Exercise &exercise, int seconds)
{
    const QString summary = result.summary;
    const QString name = missingName(result, exercise);
    switch (result.verdict) {
    case Verdict::Passed:
        return RunReport::tr("The card's check passes.");
    case Verdict::Ran:
        return RunReport::tr("It ran to its end. This card has no check for it.");
    case Verdict::Failed:
        if (!name.isEmpty())
            return RunReport::tr("The check uses %1, and your code does not define it.").arg(name);
        return result.line > 0 ? RunReport::tr("The check fails in your line %1: %2")
                                     .arg(QString::number(result.line), summary)
                               : RunReport::tr("The check fails: %1").arg(summary);
    case Verdict::Raised:
        if (!result.module.isEmpty())
            return RunReport::tr("This Python does not have the module %1.").arg(result.module);
        return result.line > 0 ? RunReport::tr("Line %1: %2").arg(QString::number(result.line), summary)
                               : summary;
    case Verdict::Late:
        return result.line > 0
                   ? RunReport::tr("Stopped after %1 s, in line %2.").arg(seconds).arg(result.line)
                   : RunReport::tr("Stopped after %1 s.").arg(seconds);
    case Verdict::TooMuchOutput:
        return RunReport::tr("Stopped, because it printed and printed. It began so:");
    case Verdict::Ended:
        return summary.isEmpty()
                   ? RunReport::tr("It left before its end, so nothing was checked.")
                   : RunReport::tr("It left before its end (%1), so nothing was checked.").arg(summary);
    case Verdict::Stopped:
        return RunReport::tr("Stopped.");
    case Verdict::NotStarted:
        return RunReport::tr("Python could not be started: %1").arg(summary);
    }
    return {};
}

} // namespace flaskcards
