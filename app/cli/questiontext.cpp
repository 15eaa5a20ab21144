// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/questiontext.h"

#include "core/markdownblocks.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct CardWords {
    Q_DECLARE_TR_FUNCTIONS(CardWords)
};

QString withoutTests(const QString &markdown)
{
    QStringList lines = markdown.split(u'\n');
    const QList<FencedBlock> blocks = codeBlocks(markdown);
    for (auto block = blocks.crbegin(); block != blocks.crend(); ++block) {
        if (block->isTest())
            lines.remove(block->line - 1,
                         std::min<qsizetype>(block->lastLine, lines.size()) - block->line + 1);
    }
    return lines.join(u'\n').trimmed();
}

QString section(const QString &name, const QString &text)
{
    return text.isEmpty() ? QString() : u"\n%1\n\n%2\n"_s.arg(name, text);
}

QString bullets(const QStringList &items)
{
    return items.isEmpty() ? QString() : u"- "_s + items.join(u"\n- "_s);
}

QString reasons(const QList<Option> &options)
{
    QStringList lines;
    QChar letter = u'A';
    for (const Option &option : options) {
        lines.append(u"%1 %2: %3"_s.arg(letter).arg(
            option.right ? CardWords::tr("right") : CardWords::tr("wrong"), option.reason));
        letter = QChar(letter.unicode() + 1);
    }
    return lines.join(u'\n');
}

} // namespace

QString questionText(const Question &question)
{
    QString text = question.title + u'\n';
    if (!question.prompt.isEmpty())
        text += u'\n' + withoutTests(question.prompt) + u'\n';
    QChar letter = u'A';
    for (const Option &option : question.options) {
        text += u"\n  %1  %2"_s.arg(letter).arg(option.text);
        letter = QChar(letter.unicode() + 1);
    }
    return question.options.isEmpty() ? text : text + u'\n';
}

QString answerText(const Question &question)
{
    return question.answer + u'\n' + section(CardWords::tr("Options"), reasons(question.options)) +
           section(CardWords::tr("Key points"), bullets(question.keyPoints)) +
           section(CardWords::tr("Explanation"), question.explanation) +
           section(CardWords::tr("Example"), withoutTests(question.example)) +
           section(CardWords::tr("Why it is asked"), question.whyAsked) +
           section(CardWords::tr("Common mistakes"), bullets(question.mistakes)) +
           section(CardWords::tr("References"), bullets(question.references));
}

} // namespace flaskcards
