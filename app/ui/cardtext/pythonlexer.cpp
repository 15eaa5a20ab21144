// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/codescanner.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

bool isKeyword(QStringView word)
{
    static const QSet<QStringView> words =
        wordSet(u"and as assert async await break class continue def del elif else except finally for from "
                u"global if import "
                u"in is lambda nonlocal not or pass raise return try while with yield");
    return words.contains(word);
}

bool isConstant(QStringView word)
{
    return word == "True"_L1 || word == "False"_L1 || word == "None"_L1;
}

bool isBuiltin(QStringView word)
{
    static const QSet<QStringView> words = wordSet(
        u"abs all any bool bytearray bytes callable chr classmethod dict dir divmod enumerate eval exec "
        u"filter float "
        u"format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list "
        u"locals "
        u"map max memoryview min next object open ord pow print property range repr reversed round set "
        u"setattr slice "
        u"sorted staticmethod str sum super tuple type vars zip BaseException Exception ArithmeticError "
        u"AssertionError AttributeError ConnectionError FileNotFoundError ImportError IndexError KeyError "
        u"KeyboardInterrupt LookupError ModuleNotFoundError NameError NotImplementedError OSError "
        u"OverflowError "
        u"PermissionError RecursionError RuntimeError StopIteration SyntaxError SystemExit TimeoutError "
        u"TypeError "
        u"UnboundLocalError UnicodeDecodeError UnicodeError ValueError ZeroDivisionError");
    return words.contains(word);
}

bool isStringPrefix(QStringView word)
{
    if (word.size() > 2)
        return false;
    for (const QChar letter : word)
        if (!"rRbBuUfF"_L1.contains(letter))
            return false;
    return true;
}

// The end of the replacement field that begins behind "{", or of the text where it is not closed.
qsizetype fieldEnd(const CodeScanner &scanner, qsizetype limit)
{
    int depth = 0;
    qsizetype ahead = 0;
    for (; scanner.at() + ahead < limit; ++ahead) {
        const QChar character = scanner.peek(ahead);
        if (character == u'{' || character == u'(' || character == u'[')
            ++depth;
        if (character == u'}' && depth == 0)
            break;
        if (character == u'}' || character == u')' || character == u']')
            --depth;
    }
    return scanner.at() + ahead;
}

// The fields of an f-string are code; the rest of [start, end) is string.
void readFields(CodeScanner &scanner, qsizetype start, qsizetype end)
{
    scanner.moveTo(start);
    qsizetype textStart = start;
    while (scanner.at() < end) {
        const bool doubled = scanner.looksAt("{{"_L1) || scanner.looksAt("}}"_L1);
        if (doubled || scanner.peek() != u'{') {
            scanner.skip(doubled ? 2 : 1);
            continue;
        }
        scanner.skip();
        scanner.mark(textStart, CodeToken::String);
        const qsizetype outerEnd = scanner.setEnd(fieldEnd(scanner, end));
        scanPython(scanner);
        scanner.setEnd(outerEnd);
        textStart = scanner.at();
    }
    scanner.moveTo(end);
    scanner.mark(textStart, CodeToken::String);
}

void skipTripleQuoted(CodeScanner &scanner, QLatin1StringView quotes, bool raw)
{
    scanner.skip(3);
    while (!scanner.atEnd() && !scanner.looksAt(quotes))
        scanner.skip(!raw && scanner.peek() == u'\\' ? 2 : 1);
    scanner.skip(3);
}

// At a quote; `start` is where its prefix began.
void readString(CodeScanner &scanner, qsizetype start)
{
    const QString prefix = scanner.since(start).toString().toLower();
    const bool raw = prefix.contains(u'r');
    if (scanner.looksAt("\"\"\""_L1))
        skipTripleQuoted(scanner, "\"\"\""_L1, raw);
    else if (scanner.looksAt("'''"_L1))
        skipTripleQuoted(scanner, "'''"_L1, raw);
    else
        scanner.skipQuoted(false); // even in a raw string a backslash keeps the quote from ending it
    if (prefix.contains(u'f'))
        readFields(scanner, start, scanner.at());
    else
        scanner.mark(start, CodeToken::String);
}

void readWord(CodeScanner &scanner, bool afterDot, bool &nameFollows)
{
    const qsizetype start = scanner.skipWord();
    const QStringView word = scanner.since(start);
    if (isStringPrefix(word) && (scanner.peek() == u'"' || scanner.peek() == u'\''))
        return readString(scanner, start);
    if (nameFollows)
        scanner.mark(start, CodeToken::Function);
    else if (isConstant(word))
        scanner.mark(start, CodeToken::Number);
    else if (isKeyword(word))
        scanner.mark(start, CodeToken::Keyword);
    else if (!afterDot && isBuiltin(word))
        scanner.mark(start, CodeToken::Builtin);
    nameFollows = word == "def"_L1 || word == "class"_L1;
}

void readDecorator(CodeScanner &scanner)
{
    const qsizetype start = scanner.at();
    scanner.skip();
    scanner.skipWord("."_L1);
    scanner.mark(start, CodeToken::Decorator);
}

} // namespace

void scanPython(CodeScanner &scanner)
{
    bool nameFollows = false;
    bool afterDot = false;
    while (!scanner.atEnd()) {
        const QChar character = scanner.peek();
        if (character == u'@' && scanner.atLineStart())
            readDecorator(scanner);
        else if (character == u'"' || character == u'\'')
            readString(scanner, scanner.at());
        else if (character.isLetter() || character == u'_')
            readWord(scanner, afterDot, nameFollows);
        else if (!scanner.readComment("#"_L1) && !scanner.readNumber())
            scanner.skip();
        afterDot = character == u'.';
    }
}

} // namespace flaskcards
