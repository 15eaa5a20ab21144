// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/foldedtext.h"

#include "core/search/query.h"

#include <algorithm>

namespace flaskcards {

namespace {

bool isTokenCharacter(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::category(c) == QChar::Other_PrivateUse;
}

// The combining marks SQLite drops inside a token, as bits from U+0300 on.
bool isDroppedMark(char32_t c)
{
    constexpr quint64 marks = 0x000361F8'08029FDFULL;
    return c >= 0x300 && c < 0x340 && ((marks >> (c - 0x300)) & 1) != 0;
}

bool isAsciiLetter(char32_t c)
{
    return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

// SQLite folds Latin letters with marks down to ASCII, but leaves ǡ (and Ǡ) alone.
bool isFoldedLatin(char32_t c)
{
    return ((c >= 0xC0 && c < 0x250) || (c >= 0x1E00 && c < 0x1F00)) && c != 0x1E0 && c != 0x1E1;
}

char32_t withoutMarks(char32_t c)
{
    char32_t base = c;
    for (QString parts = QChar::decomposition(base); !parts.isEmpty(); parts = QChar::decomposition(base)) {
        if (QChar::decompositionTag(base) != QChar::Canonical)
            break;
        base = parts[0].unicode();
    }
    base = QChar::toCaseFolded(base);
    return isAsciiLetter(base) ? base : c;
}

char32_t folded(char32_t c)
{
    return QChar::toCaseFolded(isFoldedLatin(c) ? withoutMarks(c) : c);
}

class Cutter
{
public:
    explicit Cutter(QStringView text) : m_text(text) {}
    FoldedText cut();

private:
    char32_t next();
    void take(char32_t c, qsizetype place);
    void append(char32_t c, qsizetype place);

    QStringView m_text;
    qsizetype m_at = 0;
    FoldedText m_folded;
    bool m_inside = false;
};

FoldedText Cutter::cut()
{
    while (m_at < m_text.size()) {
        const qsizetype place = m_at;
        take(next(), place);
    }
    return std::move(m_folded);
}

// Half a surrogate pair stands for itself: it is in no token.
char32_t Cutter::next()
{
    const QChar first = m_text[m_at++];
    if (!first.isHighSurrogate() || m_at == m_text.size() || !m_text[m_at].isLowSurrogate())
        return first.unicode();
    return QChar::surrogateToUcs4(first, m_text[m_at++]);
}

void Cutter::take(char32_t c, qsizetype place)
{
    const bool dropped = m_inside && isDroppedMark(c);
    if (!dropped && !isTokenCharacter(c)) {
        m_inside = false;
        return;
    }
    if (!m_inside)
        m_folded.tokens.append(FoldedText::Token{.begin = m_folded.folded.size()});
    m_inside = true;
    if (!dropped)
        append(folded(c), place);
    m_folded.tokens.last().end = m_folded.folded.size();
    m_folded.tokens.last().textEnd = m_at;
}

void Cutter::append(char32_t c, qsizetype place)
{
    for (char16_t unit : QChar::fromUcs4(c)) {
        m_folded.folded.append(unit);
        m_folded.origin.append(place);
    }
}

// How much of the last token a word covers; -1 if the word does not begin at this token.
qsizetype matchedEnd(const FoldedText &text, qsizetype first, const FoldedText &word)
{
    const qsizetype last = word.tokens.size() - 1;
    if (last < 0 || first + last >= text.tokens.size())
        return -1;
    for (qsizetype i = 0; i < last; ++i) {
        if (text.word(text.tokens[first + i]) != word.word(word.tokens[i]))
            return -1;
    }
    const FoldedText::Token &end = text.tokens[first + last];
    const QStringView prefix = word.word(word.tokens[last]);
    if (!text.word(end).startsWith(prefix))
        return -1;
    const qsizetype behind = end.begin + prefix.size();
    return behind == end.end ? end.textEnd : text.origin[behind];
}

void appendJoined(QList<QPair<int, int>> *ranges, qsizetype begin, qsizetype end)
{
    if (!ranges->isEmpty() && begin <= ranges->last().first + ranges->last().second) {
        const int length = static_cast<int>(end) - ranges->last().first;
        ranges->last().second = std::max(ranges->last().second, length);
        return;
    }
    ranges->append({static_cast<int>(begin), static_cast<int>(end - begin)});
}

} // namespace

FoldedText foldedText(QStringView text)
{
    return Cutter(text).cut();
}

bool hasToken(QStringView text)
{
    return !foldedText(text).tokens.isEmpty();
}

QList<QPair<int, int>> matchRanges(const QString &text, const QStringList &words)
{
    const FoldedText tokens = foldedText(text);
    QList<FoldedText> wanted;
    for (const QString &word : words)
        wanted.append(foldedText(word));
    QList<QPair<int, int>> ranges;
    for (qsizetype i = 0; i < tokens.tokens.size(); ++i) {
        qsizetype end = -1;
        for (const FoldedText &word : wanted)
            end = std::max(end, matchedEnd(tokens, i, word));
        if (end >= 0)
            appendJoined(&ranges, tokens.origin[tokens.tokens[i].begin], end);
    }
    return ranges;
}

} // namespace flaskcards
