// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdownblocks.h"

#include <QHash>
#include <QStringTokenizer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

qsizetype runLength(QStringView text, qsizetype from)
{
    qsizetype end = from;
    while (end < text.size() && text[end] == text[from])
        ++end;
    return end - from;
}

qsizetype leadingSpaces(QStringView line)
{
    return line.startsWith(u' ') ? runLength(line, 0) : 0;
}

void readInfo(QStringView info, FencedBlock *block)
{
    for (QStringView word : QStringTokenizer{info, u' ', Qt::SkipEmptyParts}) {
        if (block->language.isEmpty())
            block->language = word.toString();
        else if (word.startsWith("file="_L1))
            block->file = word.sliced(5).toString();
        else
            block->flags.append(word.toString());
    }
}

QStringView withoutIndent(QStringView line, qsizetype indent)
{
    return line.sliced(std::min(indent, leadingSpaces(line)));
}

void blank(QString *text, qsizetype from, qsizetype to)
{
    for (qsizetype i = from; i < to; ++i) {
        if ((*text)[i] != u'\n')
            (*text)[i] = u' ';
    }
}

bool isEscaped(QStringView text, qsizetype at)
{
    qsizetype slashes = 0;
    while (slashes < at && text[at - slashes - 1] == u'\\')
        ++slashes;
    return slashes % 2 == 1;
}

struct Span {
    qsizetype begin = 0; // of the opening backticks
    qsizetype end = 0;   // behind the closing ones
    qsizetype ticks = 0;
};

QList<Span> tickRuns(QStringView text, qsizetype from, qsizetype to)
{
    QList<Span> runs;
    for (qsizetype i = from; i < to; ++i) {
        if (text[i] != u'`')
            continue;
        const qsizetype ticks = std::min(runLength(text, i), to - i);
        runs.append({i, i + ticks, ticks});
        i += ticks - 1;
    }
    return runs;
}

// For every run the next one of the same length, -1 if there is none. From behind, so that it stays linear.
QList<qsizetype> partners(const QList<Span> &runs)
{
    QList<qsizetype> next(runs.size(), -1);
    QHash<qsizetype, qsizetype> latest;
    for (qsizetype i = runs.size() - 1; i >= 0; --i) {
        next[i] = latest.value(runs[i].ticks, -1);
        latest.insert(runs[i].ticks, i);
    }
    return next;
}

void collectSpans(QStringView text, qsizetype from, qsizetype to, QList<Span> *spans)
{
    const QList<Span> runs = tickRuns(text, from, to);
    const QList<qsizetype> next = partners(runs);
    for (qsizetype i = 0; i < runs.size(); ++i) {
        if (next[i] < 0 || isEscaped(text, runs[i].begin))
            continue;
        spans->append({runs[i].begin, runs[next[i]].end, runs[i].ticks});
        i = next[i];
    }
}

// Inline code never crosses a blank line.
QList<Span> codeSpans(const QString &text)
{
    QList<Span> spans;
    qsizetype begin = 0;
    while (begin < text.size()) {
        qsizetype end = begin;
        do {
            end = text.indexOf(u'\n', end) + 1;
            if (end == 0)
                end = text.size();
        } while (end < text.size() && text[end] != u'\n');
        collectSpans(text, begin, end, &spans);
        begin = end + (end < text.size() ? 1 : 0);
    }
    return spans;
}

QString withoutFences(const QString &markdown)
{
    QString text = markdown;
    FenceScanner fences;
    qsizetype begin = 0;
    for (QStringView line : QStringTokenizer{markdown, u'\n'}) {
        if (fences.next(line) != FenceScanner::LineKind::Text)
            blank(&text, begin, begin + line.size());
        begin += line.size() + 1;
    }
    return text;
}

// Position behind the parenthesis that closes the one at `open`, on the same line; -1 if it stays open.
qsizetype closeOf(const QString &text, qsizetype open)
{
    int depth = 0;
    for (qsizetype i = open; i < text.size() && text[i] != u'\n'; ++i) {
        if (text[i] == u'(')
            ++depth;
        if (text[i] == u')' && --depth == 0)
            return i + 1;
    }
    return -1;
}

void blankLinkTargets(QString *text)
{
    qsizetype from = 0;
    while ((from = text->indexOf("]("_L1, from)) >= 0) {
        const qsizetype end = closeOf(*text, from + 1);
        if (end > 0)
            blank(text, from + 1, end);
        // An open one stays open for every later link of its line.
        from = end > 0 ? end : text->indexOf(u'\n', from);
        if (from < 0)
            return;
    }
}

void blankEscapedTicks(QString *text)
{
    qsizetype at = -1;
    while ((at = text->indexOf(u'`', at + 1)) >= 0) {
        if (isEscaped(*text, at))
            blank(text, at - 1, at + 1);
    }
}

} // namespace

bool FencedBlock::hasFlag(QStringView flag) const
{
    return std::any_of(flags.cbegin(), flags.cend(), [flag](const QString &each) {
        return each.startsWith(flag) && (each.size() == flag.size() || each[flag.size()] == u'=');
    });
}

QList<int> FencedBlock::faultyLines() const
{
    const QStringList named = flagValue(u"fault").split(u',');
    QList<int> faulty;
    for (int number = 1; number <= text.count(u'\n'); ++number) {
        if (named.contains(QString::number(number)))
            faulty.append(number);
    }
    return faulty;
}

QString FencedBlock::flagValue(QStringView flag) const
{
    for (const QString &each : flags) {
        if (each.startsWith(flag) && each.size() > flag.size() && each[flag.size()] == u'=')
            return each.sliced(flag.size() + 1);
    }
    return {};
}

bool FencedBlock::isExecuted() const
{
    return language == "python"_L1 && file.isEmpty() && !hasFlag(u"norun");
}

FenceScanner::LineKind FenceScanner::next(QStringView line)
{
    const qsizetype indent = leadingSpaces(line);
    const QStringView rest = line.sliced(indent);
    const bool mark = indent <= 3 && (rest.startsWith(u'`') || rest.startsWith(u'~'));
    const qsizetype length = mark ? runLength(rest, 0) : 0;
    if (isOpen()) {
        const bool closes =
            length >= m_length && rest[0] == m_mark && rest.sliced(length).trimmed().isEmpty();
        if (closes)
            m_length = 0;
        return closes ? LineKind::Closing : LineKind::Code;
    }
    if (length < 3 || (rest[0] == u'`' && rest.sliced(length).contains(u'`')))
        return LineKind::Text;
    m_mark = rest[0];
    m_length = length;
    m_indent = indent;
    m_info = rest.sliced(length).trimmed();
    return LineKind::Opening;
}

QList<FencedBlock> codeBlocks(const QString &markdown)
{
    QList<FencedBlock> blocks;
    FenceScanner fences;
    int number = 0;
    for (QStringView line : QStringTokenizer{markdown, u'\n'}) {
        ++number;
        const FenceScanner::LineKind kind = fences.next(line);
        if (kind == FenceScanner::LineKind::Text)
            continue;
        if (kind == FenceScanner::LineKind::Opening) {
            blocks.append(FencedBlock());
            blocks.last().line = number;
            readInfo(fences.info(), &blocks.last());
        }
        if (kind == FenceScanner::LineKind::Code)
            blocks.last().text.append(withoutIndent(line, fences.indent())).append(u'\n');
        blocks.last().closed = kind == FenceScanner::LineKind::Closing;
        blocks.last().lastLine = number;
    }
    return blocks;
}

QString proseOf(const QString &markdown)
{
    QString text = withoutFences(markdown);
    const QList<Span> spans = codeSpans(text);
    for (const Span &span : spans)
        blank(&text, span.begin, span.end);
    blankEscapedTicks(&text);
    blankLinkTargets(&text);
    return text;
}

QStringList inlineCodeOf(const QString &markdown)
{
    const QString text = withoutFences(markdown);
    QStringList codes;
    for (const Span &span : codeSpans(text))
        codes.append(text.sliced(span.begin + span.ticks, span.end - span.begin - 2 * span.ticks).trimmed());
    return codes;
}

} // namespace flaskcards
