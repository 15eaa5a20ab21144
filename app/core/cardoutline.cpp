// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cardoutline.h"

#include "core/markdownblocks.h"

#include <QHash>
#include <QStringConverter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// Sections that are lists, and the rules that look after them.
const QHash<QString, QString> &listRules()
{
    static const QHash<QString, QString> rules = {{u"Options"_s, u"options"_s},
                                                  {u"Key points"_s, u"key-points"_s},
                                                  {u"Common mistakes"_s, u"mistakes"_s},
                                                  {u"References"_s, u"references"_s}};
    return rules;
}

// Length of the key before the colon; -1 if the line is no `key: value`.
qsizetype keyLength(QStringView line)
{
    const qsizetype colon = line.indexOf(u':');
    if (colon <= 0)
        return -1;
    const QStringView key = line.first(colon);
    const bool good =
        std::all_of(key.begin(), key.end(), [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'-'; });
    return good ? colon : -1;
}

bool isBlank(QStringView line)
{
    return line.trimmed().isEmpty();
}

bool isUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::Stateless);
    [[maybe_unused]] const QString text = decoder(bytes);
    return !decoder.hasError();
}

// Goes through one file from top to bottom. Line indices count from 0 in here, lines of problems from 1.
class Outliner
{
public:
    Outliner(const QString &file, QList<Problem> *problems) : m_file(file), m_problems(*problems) {}
    CardOutline outline(const QByteArray &utf8);

private:
    using Section = CardOutline::Section;

    void complain(qsizetype index, const QString &rule, const QString &text);
    void splitLines(const QByteArray &utf8);
    void dropCarriageReturns();
    void findInvalidBytes(const QByteArray &utf8);
    bool closesHeader(qsizetype index) const { return index < lineCount() && line(index) == "---"_L1; }
    qsizetype headerEnd() const;
    void readHeader();
    void skipToTitle();
    void readHeaderLine(qsizetype index);
    void markCode();
    qsizetype scanFences(qsizetype from);
    qsizetype headingAfter(qsizetype index) const;
    bool startsSection(qsizetype index) const { return !m_code[index] && line(index).startsWith("## "_L1); }
    bool startsTitle(qsizetype index) const { return !m_code[index] && line(index).startsWith("# "_L1); }
    void readTitle();
    void takeTitle(qsizetype index);
    void cutSections();
    Section sectionAt(qsizetype heading, qsizetype end);
    void fillBody(Section *section, qsizetype first, qsizetype end);
    void readItems(Section *section, const QString &rule, qsizetype first, qsizetype end);
    void readItemLine(Section *section, const QString &rule, qsizetype index);
    qsizetype nextSection(qsizetype from) const;
    const QString &line(qsizetype index) const { return m_outline.lines[index]; }
    qsizetype lineCount() const { return m_outline.lines.size(); }

    const QString &m_file;
    QList<Problem> &m_problems;
    CardOutline m_outline;
    qsizetype m_bodyStart = 0;
    QList<bool> m_code; // per line: inside a fence, or one
};

CardOutline Outliner::outline(const QByteArray &utf8)
{
    splitLines(utf8);
    readHeader();
    markCode();
    readTitle();
    cutSections();
    return std::move(m_outline);
}

void Outliner::complain(qsizetype index, const QString &rule, const QString &text)
{
    m_problems.append({m_file, static_cast<int>(index) + 1, rule, text});
}

void Outliner::splitLines(const QByteArray &utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringConverter::Flag::ConvertInitialBom);
    QString text = decoder(utf8);
    if (decoder.hasError())
        findInvalidBytes(utf8);
    m_outline.hasBom = text.startsWith(QChar::ByteOrderMark);
    if (m_outline.hasBom)
        text.remove(0, 1);
    m_outline.endsWithNewline = text.endsWith(u'\n');
    m_outline.lines = text.split(u'\n');
    if (m_outline.endsWithNewline)
        m_outline.lines.removeLast();
    dropCarriageReturns();
}

void Outliner::dropCarriageReturns()
{
    for (qsizetype i = 0; i < lineCount(); ++i) {
        if (!line(i).endsWith(u'\r'))
            continue;
        m_outline.lines[i].chop(1);
        if (m_outline.firstCarriageReturn == 0)
            m_outline.firstCarriageReturn = static_cast<int>(i) + 1;
    }
}

void Outliner::findInvalidBytes(const QByteArray &utf8)
{
    const QList<QByteArray> lines = utf8.split('\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (!isUtf8(lines[i]))
            complain(i, u"text"_s, u"This line is not valid UTF-8. Save the file as UTF-8."_s);
    }
}

// Index of the line that closes the header, or behind the last line that may belong to it.
qsizetype Outliner::headerEnd() const
{
    qsizetype end = 1;
    while (end < lineCount() && !closesHeader(end) && !line(end).startsWith(u'#'))
        ++end;
    if (closesHeader(end))
        return end;
    end = 1;
    while (end < lineCount() && keyLength(line(end)) > 0)
        ++end;
    return end;
}

void Outliner::readHeader()
{
    m_outline.hasHeader = closesHeader(0);
    if (!m_outline.hasHeader) {
        skipToTitle();
        return;
    }
    const qsizetype end = headerEnd();
    for (qsizetype i = 1; i < end; ++i)
        readHeaderLine(i);
    m_bodyStart = closesHeader(end) ? end + 1 : end;
    if (!closesHeader(end))
        complain(0, u"header"_s, u"The header is not closed. End it with a line --- before the title."_s);
}

void Outliner::skipToTitle()
{
    complain(
        0, u"header"_s,
        u"The file starts without a header. Begin it with a line ---, key: value lines and a line ---."_s);
    while (m_bodyStart < lineCount() && !line(m_bodyStart).startsWith("# "_L1))
        ++m_bodyStart;
    if (m_bodyStart == lineCount())
        m_bodyStart = 0;
}

void Outliner::readHeaderLine(qsizetype index)
{
    const qsizetype colon = keyLength(line(index));
    if (colon < 0)
        complain(index, u"header"_s, u"A header line must read key: value."_s);
    else
        m_outline.header.append(
            {line(index).first(colon), line(index).sliced(colon + 1).trimmed(), static_cast<int>(index) + 1});
}

// A fence that is never closed ends where the next section of a card begins, so that one slip hides little.
// Once for every section there can be: enough for people, and linear for hostile files.
void Outliner::markCode()
{
    m_code.fill(false, lineCount());
    qsizetype from = m_bodyStart;
    for (qsizetype tries = 0; tries <= sectionNames().size(); ++tries) {
        const qsizetype open = scanFences(from);
        if (open < 0)
            return;
        complain(open, u"code"_s, u"This code block is never closed. End it with the same fence."_s);
        from = headingAfter(open);
        std::fill(m_code.begin() + from, m_code.end(), false);
    }
}

// Index of the fence that stays open, or -1.
qsizetype Outliner::scanFences(qsizetype from)
{
    FenceScanner fences;
    qsizetype opening = -1;
    for (qsizetype i = from; i < lineCount(); ++i) {
        const FenceScanner::LineKind kind = fences.next(line(i));
        m_code[i] = kind != FenceScanner::LineKind::Text;
        if (kind == FenceScanner::LineKind::Opening)
            opening = i;
    }
    return fences.isOpen() ? opening : -1;
}

qsizetype Outliner::headingAfter(qsizetype index) const
{
    while (++index < lineCount()) {
        if (line(index).startsWith("## "_L1) && sectionNames().contains(line(index).sliced(3)))
            return index;
    }
    return lineCount();
}

void Outliner::readTitle()
{
    qsizetype first = m_bodyStart;
    while (first < lineCount() && isBlank(line(first)))
        ++first;
    for (qsizetype i = first; i < lineCount(); ++i) {
        if (startsTitle(i))
            takeTitle(i);
    }
    const QList<int> &titles = m_outline.titleLines;
    if (titles.isEmpty())
        complain(m_bodyStart, u"title"_s,
                 u"There is no title. Write the question as “# Question?” after the header."_s);
    else if (titles.first() != first + 1)
        complain(first, u"title"_s, u"The title must come first after the header."_s);
}

void Outliner::takeTitle(qsizetype index)
{
    QList<int> &titles = m_outline.titleLines;
    if (titles.isEmpty())
        m_outline.title = line(index).sliced(2).trimmed();
    else
        complain(index, u"title"_s, u"A card has one title. Use ## for sections."_s);
    titles.append(static_cast<int>(index) + 1);
}

// What stands before the first section belongs to the title.
void Outliner::cutSections()
{
    const qsizetype first = m_outline.titleLines.isEmpty() ? m_bodyStart : m_outline.titleLines.first();
    qsizetype heading = nextSection(first);
    m_outline.prompt.line = static_cast<int>(first);
    fillBody(&m_outline.prompt, first, heading);
    while (heading < lineCount()) {
        const qsizetype end = nextSection(heading + 1);
        m_outline.sections.append(sectionAt(heading, end));
        heading = end;
    }
}

qsizetype Outliner::nextSection(qsizetype from) const
{
    while (from < lineCount() && !startsSection(from))
        ++from;
    return from;
}

CardOutline::Section Outliner::sectionAt(qsizetype heading, qsizetype end)
{
    Section section;
    section.name = line(heading).sliced(3).trimmed();
    section.line = static_cast<int>(heading) + 1;
    fillBody(&section, heading + 1, end);
    if (const QString rule = listRules().value(section.name); !rule.isEmpty())
        readItems(&section, rule, heading + 1, end);
    return section;
}

void Outliner::fillBody(Section *section, qsizetype first, qsizetype end)
{
    while (first < end && isBlank(line(first)))
        ++first;
    while (end > first && isBlank(line(end - 1)))
        --end;
    section->body = m_outline.lines.mid(first, end - first).join(u'\n');
    section->bodyLine = first < end ? static_cast<int>(first) + 1 : section->line;
}

void Outliner::readItems(Section *section, const QString &rule, qsizetype first, qsizetype end)
{
    for (qsizetype i = first; i < end; ++i)
        readItemLine(section, rule, i);
    for (ListItem &item : section->items) {
        while (item.rest.endsWith(u'\n'))
            item.rest.chop(1);
    }
}

void Outliner::readItemLine(Section *section, const QString &rule, qsizetype index)
{
    const QString &text = line(index);
    if (!m_code[index] && text.startsWith("- "_L1)) {
        section->items.append({text.sliced(2).trimmed(), {}, static_cast<int>(index) + 1});
        return;
    }
    const bool indented = text.startsWith("  "_L1);
    if (!indented && !isBlank(text) && !(m_code[index] && !section->items.isEmpty()))
        complain(index, rule,
                 u"This line belongs to no list item. Start it with “- ”, or indent it by two spaces."_s);
    if (!section->items.isEmpty() && !(section->items.last().rest.isEmpty() && isBlank(text)))
        section->items.last().rest += (indented ? text.sliced(2) : text) + u'\n';
}

} // namespace

const CardOutline::HeaderLine *CardOutline::headerLine(QStringView key) const
{
    const auto found = std::find_if(header.cbegin(), header.cend(),
                                    [key](const HeaderLine &each) { return each.key == key; });
    return found == header.cend() ? nullptr : &*found;
}

const CardOutline::Section *CardOutline::section(QStringView name) const
{
    const auto found = std::find_if(sections.cbegin(), sections.cend(),
                                    [name](const Section &each) { return each.name == name; });
    return found == sections.cend() ? nullptr : &*found;
}

int CardOutline::lineOfKey(QStringView key) const
{
    const HeaderLine *found = headerLine(key);
    return found ? found->line : 1;
}

const QStringList &sectionNames()
{
    static const QStringList names = {u"Options"_s,         u"Answer"_s,    u"Key points"_s,
                                      u"Explanation"_s,     u"Example"_s,   u"Why it is asked"_s,
                                      u"Common mistakes"_s, u"References"_s};
    return names;
}

CardOutline outlineOf(const QString &file, const QByteArray &utf8, QList<Problem> *problems)
{
    return Outliner(file, problems).outline(utf8);
}

} // namespace flaskcards
