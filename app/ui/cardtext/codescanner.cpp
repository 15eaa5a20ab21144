// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/codescanner.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

bool isWordCharacter(QChar character, QLatin1StringView more = {})
{
    return character.isLetterOrNumber() || character == u'_' || more.contains(character);
}

} // namespace

qsizetype CodeScanner::setEnd(qsizetype end)
{
    const qsizetype before = m_code.size();
    m_code = m_whole.left(end);
    m_at = std::min(m_at, m_code.size());
    return before;
}

QChar CodeScanner::peek(qsizetype ahead) const
{
    return m_at + ahead < m_code.size() ? m_code.at(m_at + ahead) : QChar();
}

bool CodeScanner::atLineStart() const
{
    qsizetype before = m_at;
    while (before > 0 && (m_code.at(before - 1) == u' ' || m_code.at(before - 1) == u'\t'))
        --before;
    return before == 0 || m_code.at(before - 1) == u'\n';
}

qsizetype CodeScanner::skipLine()
{
    const qsizetype start = m_at;
    const qsizetype end = m_code.indexOf(u'\n', m_at);
    m_at = end < 0 ? m_code.size() : end;
    return start;
}

qsizetype CodeScanner::skipWord(QLatin1StringView more)
{
    const qsizetype start = m_at;
    while (!atEnd() && isWordCharacter(peek(), more))
        skip();
    return start;
}

qsizetype CodeScanner::skipNumber()
{
    const qsizetype start = m_at;
    while (!atEnd()) {
        const QChar before = m_at > start ? m_code.at(m_at - 1).toLower() : QChar();
        const bool sign =
            (peek() == u'-' || peek() == u'+') && before == u'e' && !since(start).startsWith("0x"_L1);
        if (!sign && !isWordCharacter(peek(), "."_L1))
            break;
        skip();
    }
    return start;
}

qsizetype CodeScanner::skipPast(QLatin1StringView end)
{
    const qsizetype start = m_at;
    const qsizetype found = m_code.indexOf(end, m_at);
    m_at = found < 0 ? m_code.size() : found + end.size();
    return start;
}

qsizetype CodeScanner::skipQuoted(bool raw)
{
    const qsizetype start = m_at;
    const QChar quote = peek();
    skip();
    while (!atEnd() && peek() != quote && peek() != u'\n')
        skip(!raw && peek() == u'\\' ? 2 : 1);
    if (peek() == quote)
        skip();
    return start;
}

QStringView CodeScanner::line() const
{
    const qsizetype end = m_code.indexOf(u'\n', m_at);
    return m_code.mid(m_at, end < 0 ? -1 : end - m_at);
}

bool CodeScanner::isFollowedBy(QChar character) const
{
    qsizetype ahead = 0;
    while (peek(ahead) == u' ')
        ++ahead;
    return peek(ahead) == character;
}

void CodeScanner::markRange(qsizetype start, qsizetype end, CodeToken token)
{
    if (end > start && token != CodeToken::Plain)
        m_spans.append({start, end - start, token});
}

bool CodeScanner::readQuoted()
{
    if (peek() != u'"' && peek() != u'\'')
        return false;
    mark(skipQuoted(), CodeToken::String);
    return true;
}

bool CodeScanner::readNumber()
{
    const bool inWord = m_at > 0 && isWordCharacter(m_code.at(m_at - 1), "-"_L1);
    if (inWord || !peek().isDigit())
        return false;
    mark(skipNumber(), CodeToken::Number);
    return true;
}

bool CodeScanner::readComment(QLatin1StringView start)
{
    if (!looksAt(start))
        return false;
    mark(skipLine(), CodeToken::Comment);
    return true;
}

bool CodeScanner::readVariable()
{
    if (peek() != u'$' || !(isWordCharacter(peek(1)) || peek(1) == u'{'))
        return false;
    const qsizetype start = m_at;
    skip();
    if (peek() == u'{')
        skipPast("}"_L1);
    else
        skipWord();
    mark(start, CodeToken::Builtin);
    return true;
}

QSet<QStringView> wordSet(QStringView words)
{
    const auto split = words.split(u' ');
    return {split.cbegin(), split.cend()};
}

} // namespace flaskcards
