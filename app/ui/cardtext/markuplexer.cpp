// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/codescanner.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

bool isJinjaWord(QStringView word)
{
    static const QSet<QStringView> words = wordSet(
        u"and as autoescape block call do elif else endautoescape endblock endcall endfilter endfor endif "
        u"endmacro endset endtrans endwith extends filter for from if ignore import in include is macro "
        u"missing "
        u"not or pluralize raw endraw recursive set trans with without context");
    return words.contains(word);
}

bool isJinjaConstant(QStringView word)
{
    static const QSet<QStringView> words = wordSet(u"true false none True False None");
    return words.contains(word);
}

// Between "{{" or "{%" and its end.
void readExpression(CodeScanner &scanner, QLatin1StringView end)
{
    scanner.mark((scanner.skip(2), scanner.at() - 2), CodeToken::Decorator);
    bool afterPipe = false;
    while (!scanner.atEnd() && !scanner.looksAt(end)) {
        if (scanner.readQuoted() || scanner.readNumber())
            continue;
        if (!scanner.peek().isLetter() && scanner.peek() != u'_') {
            afterPipe = scanner.peek() == u'|' || (afterPipe && scanner.peek() == u' ');
            scanner.skip();
            continue;
        }
        const qsizetype start = scanner.skipWord();
        const QStringView word = scanner.since(start);
        if (isJinjaConstant(word))
            scanner.mark(start, CodeToken::Number);
        else if (afterPipe)
            scanner.mark(start, CodeToken::Builtin);
        else if (isJinjaWord(word))
            scanner.mark(start, CodeToken::Keyword);
        afterPipe = false;
    }
    const qsizetype close = scanner.at();
    scanner.skip(2);
    scanner.mark(close, CodeToken::Decorator);
}

bool readJinja(CodeScanner &scanner)
{
    if (scanner.looksAt("{#"_L1))
        scanner.mark(scanner.skipPast("#}"_L1), CodeToken::Comment);
    else if (scanner.looksAt("{{"_L1))
        readExpression(scanner, "}}"_L1);
    else if (scanner.looksAt("{%"_L1))
        readExpression(scanner, "%}"_L1);
    else
        return false;
    return true;
}

// An attribute's value; Jinja inside it is code.
void readValue(CodeScanner &scanner, bool jinja)
{
    const QChar quote = scanner.peek();
    qsizetype start = scanner.at();
    scanner.skip();
    while (!scanner.atEnd() && scanner.peek() != quote) {
        const qsizetype before = scanner.at();
        if (jinja && scanner.peek() == u'{' && (scanner.peek(1) == u'{' || scanner.peek(1) == u'%')) {
            scanner.markRange(start, before, CodeToken::String);
            readJinja(scanner);
            start = scanner.at();
        } else {
            scanner.skip();
        }
    }
    scanner.skip();
    scanner.mark(start, CodeToken::String);
}

void readTag(CodeScanner &scanner, bool jinja)
{
    const qsizetype start = scanner.at();
    scanner.skip(scanner.peek(1) == u'/' ? 2 : 1);
    scanner.skipWord("-:"_L1);
    scanner.mark(start, CodeToken::Keyword);
    while (!scanner.atEnd() && scanner.peek() != u'>') {
        if (scanner.peek() == u'"' || scanner.peek() == u'\'')
            readValue(scanner, jinja);
        else if (scanner.peek().isLetter())
            scanner.mark(scanner.skipWord("-:"_L1), CodeToken::Function);
        else if (!jinja || !readJinja(scanner))
            scanner.skip();
    }
    const qsizetype close = scanner.at();
    scanner.skip();
    scanner.mark(close, CodeToken::Keyword);
}

bool opensTag(const CodeScanner &scanner)
{
    const QChar next = scanner.peek(1);
    return scanner.peek() == u'<' &&
           (next.isLetter() || next == u'!' || (next == u'/' && scanner.peek(2).isLetter()));
}

} // namespace

void scanMarkup(CodeScanner &scanner, bool jinja)
{
    while (!scanner.atEnd()) {
        if (jinja && readJinja(scanner))
            continue;
        if (scanner.looksAt("<!--"_L1))
            scanner.mark(scanner.skipPast("-->"_L1), CodeToken::Comment);
        else if (opensTag(scanner))
            readTag(scanner, jinja);
        else
            scanner.skip();
    }
}

} // namespace flaskcards
