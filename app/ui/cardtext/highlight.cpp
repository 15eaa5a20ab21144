// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/highlight.h"

#include "ui/cardtext/codescanner.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

bool isShellWord(QStringView word)
{
    static const QSet<QStringView> words = wordSet(
        u"case do done elif else esac export fi for function if in local return set then until while");
    return words.contains(word);
}

bool isSqlWord(const QString &upper)
{
    static const QSet<QStringView> words =
        wordSet(u"ADD ALL ALTER AND AS ASC BEGIN BETWEEN BY CASCADE CASE CHECK COLUMN COMMIT CONFLICT "
                u"CONSTRAINT CREATE CROSS "
                u"DATABASE DEFAULT DELETE DESC DISTINCT DO DROP ELSE END EXCEPT EXISTS EXPLAIN FOREIGN FROM "
                u"FULL GRANT GROUP "
                u"HAVING IF IN INDEX INNER INSERT INTERSECT INTO IS JOIN KEY LEFT LIKE LIMIT NOT NOTHING "
                u"OFFSET ON OR ORDER "
                u"OUTER OVER PARTITION PRIMARY RECURSIVE REFERENCES RETURNING RIGHT ROLLBACK SELECT SET "
                u"TABLE THEN TO "
                u"TRANSACTION UNION UNIQUE UPDATE USING VALUES VIEW WHEN WHERE WITH");
    return words.contains(upper);
}

bool isSqlType(const QString &upper)
{
    static const QSet<QStringView> words = wordSet(
        u"AVG BIGINT BLOB BOOLEAN COALESCE COUNT DATE INTEGER LOWER MAX MIN NOW NUMERIC REAL SERIAL SUM TEXT "
        u"TIMESTAMP UPPER VARCHAR");
    return words.contains(upper);
}

bool isWordValue(QStringView word)
{
    static const QSet<QStringView> words = wordSet(u"true false null none on off yes no True False None");
    return words.contains(word);
}

// One line of commands, to its end or that of a quoted string that spans lines.
void scanCommands(CodeScanner &scanner)
{
    bool commandFollows = true;
    while (!scanner.atEnd() && scanner.peek() != u'\n') {
        const QChar character = scanner.peek();
        const bool starts = commandFollows;
        if (character == u'|' || character == u'&' || character == u';')
            commandFollows = true;
        if (scanner.readQuoted() || scanner.readVariable())
            continue;
        const bool wordStarts =
            character.isLetter() || character == u'.' || character == u'/' || character == u'_';
        if (character == u'#' && (starts || scanner.atLineStart() || scanner.at() == 0)) {
            scanner.readComment("#"_L1);
        } else if (wordStarts) {
            const qsizetype start = scanner.skipWord("-./:=,@+~%"_L1);
            const QStringView word = scanner.since(start);
            const bool assigns = word.contains(u'=') && !word.startsWith(u'-');
            if (isShellWord(word))
                scanner.mark(start, CodeToken::Keyword);
            else if (starts && !assigns)
                scanner.mark(start, CodeToken::Function);
            commandFollows =
                (isShellWord(word) && starts && word != "for"_L1 && word != "case"_L1) || (starts && assigns);
        } else if (character == u' ' && scanner.peek(1) == u'#') {
            scanner.skip();
            scanner.readComment("#"_L1);
        } else if (character.isDigit() || character == u'-') {
            scanner.skipWord("-./:=,@"_L1);
        } else {
            scanner.skip(character == u'\\' ? 2 : 1);
        }
    }
}

// "NAME = value" and "[section]"; comments by # or ;.
void scanValue(CodeScanner &scanner)
{
    while (!scanner.atEnd() && scanner.peek() != u'\n') {
        if (scanner.looksAt("\"\"\""_L1)) {
            const qsizetype start = scanner.at();
            scanner.skip(3);
            scanner.skipPast("\"\"\""_L1);
            scanner.mark(start, CodeToken::String);
        } else if (scanner.readQuoted() || scanner.readNumber()) {
            continue;
        } else if (scanner.peek() == u' ' && (scanner.peek(1) == u'#' || scanner.peek(1) == u';')) {
            scanner.skip();
            scanner.mark(scanner.skipLine(), CodeToken::Comment);
        } else if (scanner.peek().isLetter()) {
            const qsizetype start = scanner.skipWord("-./:"_L1);
            if (isWordValue(scanner.since(start)))
                scanner.mark(start, CodeToken::Number);
        } else {
            scanner.skip();
        }
    }
}

// A word, then the rest of a statement as values: nginx and Dockerfile.
void scanStatement(CodeScanner &scanner)
{
    while (!scanner.atEnd() && scanner.peek() != u'\n') {
        if (scanner.readQuoted() || scanner.readVariable() || scanner.readNumber())
            continue;
        if (scanner.peek() == u'#' || scanner.peek() == u';' || scanner.peek() == u'{')
            return;
        if (scanner.peek().isLetter())
            scanner.skipWord("-./:_@"_L1);
        else
            scanner.skip(scanner.peek() == u'\\' ? 2 : 1);
    }
}

} // namespace

void scanShell(CodeScanner &scanner)
{
    const bool hasPrompts = scanner.looksAt("$ "_L1);
    while (!scanner.atEnd()) {
        if (scanner.looksAt("$ "_L1)) {
            scanner.skip();
            scanner.mark(scanner.at() - 1, CodeToken::Comment);
            scanner.skip();
            scanCommands(scanner);
        } else if (hasPrompts && scanner.peek() != u'#') {
            scanner.skipLine(); // what a command answered
        } else {
            scanCommands(scanner);
        }
        scanner.skip();
    }
}

void scanSql(CodeScanner &scanner)
{
    while (!scanner.atEnd()) {
        if (scanner.readComment("--"_L1) || scanner.readQuoted() || scanner.readNumber())
            continue;
        if (scanner.looksAt("/*"_L1)) {
            scanner.mark(scanner.skipPast("*/"_L1), CodeToken::Comment);
        } else if (scanner.peek().isLetter() || scanner.peek() == u'_') {
            const qsizetype start = scanner.skipWord();
            const QString word = scanner.since(start).toString().toUpper();
            scanner.mark(start, isSqlWord(word)   ? CodeToken::Keyword
                                : isSqlType(word) ? CodeToken::Builtin
                                                  : CodeToken::Plain);
        } else {
            scanner.skip();
        }
    }
}

void scanNginx(CodeScanner &scanner)
{
    bool directiveFollows = true;
    while (!scanner.atEnd()) {
        const QChar character = scanner.peek();
        if (scanner.readComment("#"_L1))
            continue;
        if (character == u';' || character == u'{' || character == u'}') {
            directiveFollows = true;
            scanner.skip();
        } else if (character.isSpace()) {
            scanner.skip();
        } else if (directiveFollows && character.isLetter()) {
            scanner.mark(scanner.skipWord(), CodeToken::Keyword);
            directiveFollows = false;
        } else {
            scanStatement(scanner);
            if (scanner.peek() == u'\n')
                scanner.skip();
        }
    }
}

void scanIni(CodeScanner &scanner)
{
    while (!scanner.atEnd()) {
        const QStringView line = scanner.line().trimmed();
        const qsizetype equals = line.indexOf(u'=');
        if (line.startsWith(u'#') || line.startsWith(u';')) {
            scanner.mark(scanner.skipLine(), CodeToken::Comment);
        } else if (line.startsWith(u'[') && equals < 0) {
            scanner.mark(scanner.skipLine(), CodeToken::Function);
        } else if (equals > 0) {
            const qsizetype start = scanner.skipPast("="_L1);
            scanner.markRange(start, scanner.at() - 1, CodeToken::Builtin);
        }
        scanValue(scanner);
        scanner.skip();
    }
}

void scanJson(CodeScanner &scanner)
{
    while (!scanner.atEnd()) {
        if (scanner.peek() == u'"') {
            const qsizetype start = scanner.skipQuoted();
            scanner.mark(start, scanner.isFollowedBy(u':') ? CodeToken::Function : CodeToken::String);
        } else if (scanner.peek().isLetter()) {
            const qsizetype start = scanner.skipWord();
            scanner.mark(start, isWordValue(scanner.since(start)) ? CodeToken::Number : CodeToken::Plain);
        } else if (!scanner.readNumber()) {
            scanner.skip();
        }
    }
}

void scanHttp(CodeScanner &scanner)
{
    bool first = true;
    while (!scanner.atEnd()) {
        const QStringView line = scanner.line();
        const qsizetype colon = line.indexOf(u':');
        if (line.startsWith(u'{') || line.startsWith(u'['))
            return scanJson(scanner);
        if (first || line.startsWith("HTTP/"_L1)) {
            scanner.mark(scanner.skipWord("/."_L1), CodeToken::Keyword);
            scanner.skip();
            scanner.readNumber();
        } else if (colon > 0 && !line.left(colon).contains(u' ')) {
            const qsizetype start = scanner.at();
            scanner.skip(colon);
            scanner.mark(start, CodeToken::Function);
        }
        scanner.skipLine();
        scanner.skip();
        first = line.isEmpty();
    }
}

void scanDockerfile(CodeScanner &scanner)
{
    bool continues = false;
    while (!scanner.atEnd()) {
        const QStringView line = scanner.line().trimmed();
        if (line.startsWith(u'#')) {
            scanner.mark(scanner.skipLine(), CodeToken::Comment);
        } else {
            if (!continues && !line.isEmpty() && scanner.peek().isLetter())
                scanner.mark(scanner.skipWord(), CodeToken::Keyword);
            const qsizetype end = scanner.at() + scanner.line().size();
            while (scanner.at() < end) {
                if (!scanner.readQuoted() && !scanner.readVariable() && !scanner.readNumber())
                    scanner.skip();
            }
            continues = line.endsWith(u'\\');
        }
        scanner.skip();
    }
}

CodeLanguage codeLanguage(QStringView word)
{
    static const QHash<QString, CodeLanguage> languages = {
        {u"python"_s, CodeLanguage::Python},
        {u"jinja"_s, CodeLanguage::Jinja},
        {u"html"_s, CodeLanguage::Html},
        {u"sh"_s, CodeLanguage::Shell},
        {u"sql"_s, CodeLanguage::Sql},
        {u"nginx"_s, CodeLanguage::Nginx},
        {u"ini"_s, CodeLanguage::Ini},
        {u"toml"_s, CodeLanguage::Toml},
        {u"json"_s, CodeLanguage::Json},
        {u"http"_s, CodeLanguage::Http},
        {u"dockerfile"_s, CodeLanguage::Dockerfile},
        {u"py"_s, CodeLanguage::Python},
        {u"bash"_s, CodeLanguage::Shell},
    };
    return languages.value(word.toString().toLower(), CodeLanguage::Text);
}

QList<CodeSpan> highlight(QStringView code, CodeLanguage language)
{
    CodeScanner scanner(code);
    switch (language) {
    case CodeLanguage::Text:
        break;
    case CodeLanguage::Python:
        scanPython(scanner);
        break;
    case CodeLanguage::Jinja:
        scanMarkup(scanner, true);
        break;
    case CodeLanguage::Html:
        scanMarkup(scanner, false);
        break;
    case CodeLanguage::Shell:
        scanShell(scanner);
        break;
    case CodeLanguage::Sql:
        scanSql(scanner);
        break;
    case CodeLanguage::Nginx:
        scanNginx(scanner);
        break;
    case CodeLanguage::Ini:
    case CodeLanguage::Toml:
        scanIni(scanner);
        break;
    case CodeLanguage::Json:
        scanJson(scanner);
        break;
    case CodeLanguage::Http:
        scanHttp(scanner);
        break;
    case CodeLanguage::Dockerfile:
        scanDockerfile(scanner);
        break;
    }
    return scanner.takeSpans();
}

} // namespace flaskcards
