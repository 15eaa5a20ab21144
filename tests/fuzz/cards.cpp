// SPDX-License-Identifier: GPL-3.0-or-later
// A card file of any bytes: read, judged, indexed and taken apart for drawing.
#include "core/bankrules.h"
#include "core/questionfile.h"
#include "core/search/query.h"
#include "fuzz/require.h"
#include "storage/searchindex.h"
#include "ui/cardtext/highlight.h"
#include "ui/cardtext/markup.h"

#include <QUrl>

using namespace Qt::StringLiterals;
using namespace flaskcards;
using fuzz::require;

namespace {

void checkProblems(const QList<Problem> &problems)
{
    for (const Problem &problem : problems) {
        const QString line = toLine(problem);
        require(!line.isEmpty() && problem.line >= 0 && !problem.rule.isEmpty(), "a problem has a place");
        for (const QChar c : line)
            require(c.category() != QChar::Other_Control, "a problem is one line that a terminal just shows");
    }
}

void checkCode(const CodeText &code)
{
    qsizetype end = 0;
    for (const CodeSpan &span : highlight(code.text, codeLanguage(code.language))) {
        require(span.start >= end && span.length > 0, "coloured spans are in order and apart");
        end = span.start + span.length;
    }
    require(end <= code.text.size(), "coloured spans lie in the code");
}

void checkSteps(const QList<MarkupStep> &steps)
{
    QList<MarkupStep::Tag> open;
    for (const MarkupStep &step : steps) {
        if (step.type == MarkupStep::Type::Begin)
            open.append(step.tag);
        if (step.type == MarkupStep::Type::End)
            require(!open.isEmpty() && open.takeLast() == step.tag, "what ends is what began last");
        if (step.type == MarkupStep::Type::Begin && step.tag == MarkupStep::Tag::Link) {
            const QString scheme = QUrl(step.text).scheme();
            require(scheme == "http"_L1 || scheme == "https"_L1, "links lead to the web or nowhere");
        }
    }
    require(open.isEmpty(), "everything ends");
}

void checkMarkup(const QString &markdown)
{
    for (const MarkupPart &part : readMarkup(markdown)) {
        if (part.isCode)
            checkCode(part.code);
        else
            checkSteps(part.steps);
    }
    (void) plainText(markdown);
}

void checkText(const Question &question)
{
    for (const QString &text : {question.title, question.prompt, question.answer, question.explanation,
                                question.example, question.whyAsked})
        checkMarkup(text);
    for (const QStringList &list : {question.keyPoints, question.mistakes, question.references})
        for (const QString &text : list)
            checkMarkup(text);
    for (const Option &option : question.options) {
        checkMarkup(option.text);
        checkMarkup(option.reason);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray source = fuzz::bytes(data, size);
    const ParsedQuestion parsed = parseQuestion(u"routing/a-card.md"_s, source);
    checkProblems(parsed.problems);
    checkProblems(checkQuestion(parsed));
    checkProblems(checkBank({parsed, parsed}));
    checkText(parsed.question);
    checkMarkup(QString::fromUtf8(source));
    const SearchTexts texts = searchTextsOf(parsed.question);
    for (const auto &[start, length] : matchRanges(texts.body, {u"e"_s, u"the"_s}))
        require(start >= 0 && length > 0 && start + length <= texts.body.size(), "hits lie in the text");
    return 0;
}
