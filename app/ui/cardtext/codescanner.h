// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cardtext/highlight.h"

#include <QSet>
#include <QString>

namespace flaskcards {

// Goes over code from left to right and notes spans; what all lexers share.
class CodeScanner
{
public:
    explicit CodeScanner(QStringView code) : m_whole(code), m_code(code) {}

    // Reads no further than this from now on; returns where the end was.
    qsizetype setEnd(qsizetype end);

    bool atEnd() const { return m_at >= m_code.size(); }
    qsizetype at() const { return m_at; }
    QChar peek(qsizetype ahead = 0) const;
    bool looksAt(QStringView text) const { return m_code.mid(m_at).startsWith(text); }
    bool looksAt(QLatin1StringView text) const { return m_code.mid(m_at).startsWith(text); }
    bool atLineStart() const; // only blanks before it on its line
    void skip(qsizetype count = 1) { m_at = std::min(m_at + count, m_code.size()); }
    void moveTo(qsizetype at) { m_at = std::min(at, m_code.size()); }

    // Each moves past what it reads and returns where that began.
    qsizetype skipLine();                            // up to, not over, the line end
    qsizetype skipWord(QLatin1StringView more = {}); // letters, digits, _ and `more`
    qsizetype skipNumber();
    qsizetype skipPast(QLatin1StringView end); // or to the end of the code
    // From a quote to its partner or the line end; backslash escapes unless `raw`.
    qsizetype skipQuoted(bool raw = false);

    QStringView since(qsizetype start) const { return m_code.mid(start, m_at - start); }
    QStringView line() const;                 // from here to the line end
    bool isFollowedBy(QChar character) const; // behind blanks
    void mark(qsizetype start, CodeToken token) { markRange(start, m_at, token); }
    void markRange(qsizetype start, qsizetype end, CodeToken token);

    // What many lexers have in common; each says whether it read something.
    bool readQuoted();
    bool readNumber();
    bool readComment(QLatin1StringView start);
    bool readVariable(); // $name, ${name}

    QList<CodeSpan> takeSpans() { return std::move(m_spans); }

private:
    QStringView m_whole;
    QStringView m_code; // m_whole up to the end
    qsizetype m_at = 0;
    QList<CodeSpan> m_spans;
};

// The lexers of highlight(); each reads to the end of the scanner's code.
void scanPython(CodeScanner &scanner);
void scanMarkup(CodeScanner &scanner, bool jinja);
void scanShell(CodeScanner &scanner);
void scanSql(CodeScanner &scanner);
void scanNginx(CodeScanner &scanner);
void scanIni(CodeScanner &scanner);
void scanJson(CodeScanner &scanner);
void scanHttp(CodeScanner &scanner);
void scanDockerfile(CodeScanner &scanner);

// "and or not" as a set to look words up in.
QSet<QStringView> wordSet(QStringView words);

} // namespace flaskcards
