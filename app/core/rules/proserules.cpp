// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/markdownblocks.h"
#include "core/rules/cardrules.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

using Section = CardOutline::Section;

// A pattern that must not stand in prose.
struct Ban {
    QRegularExpression pattern;
    const char16_t *rule;
    QString text; // %1 is what was found
};

const QList<Ban> &bans()
{
    static const QList<Ban> all = {
        {QRegularExpression(u"(?<!\\\\)<(?:/?[A-Za-z][A-Za-z0-9-]*(?![A-Za-z0-9-]*[:@])|!--|\\?)"_s), u"html",
         u"Raw HTML is not shown: %1. Put it in backticks, or use Markdown."_s},
        {QRegularExpression(u"`+"_s), u"backticks", u"A backtick is not closed. Add the second one."_s},
        {QRegularExpression(
             u"\\b_*[A-Za-z0-9]*[A-Za-z]_[A-Za-z0-9_]+|__\\w+|\\b[A-Za-z][A-Za-z0-9.]{0,60}\\(\\)"
             u"|\\b[A-Za-z0-9]{1,60}\\.(?:py|html|toml|cfg|ini|sql)\\b"_s),
         u"backticks", u"%1 is a name of code. Put it in backticks."_s},
        {QRegularExpression(u"(?<=\\S) --? "_s), u"typography",
         u"A lone hyphen is no dash. Use – or another sentence."_s},
        {QRegularExpression(u"[0-9] ?%"_s), u"typography",
         u"%1: put a no-break space before the percent sign."_s},
    };
    return all;
}

bool isControl(QChar c)
{
    return c.unicode() < 0x20 || c == QChar(0x7F) || c == QChar::ReplacementCharacter ||
           c == QChar::ByteOrderMark || (c.unicode() >= 0x202A && c.unicode() <= 0x202E) ||
           (c.unicode() >= 0x2066 && c.unicode() <= 0x2069);
}

// One complaint a line, the first that fits.
QString lineFault(const QString &line)
{
    if (line.contains(u'\t'))
        return u"A tab. Use spaces."_s;
    if (std::any_of(line.cbegin(), line.cend(), isControl))
        return u"A character that cannot be seen. Remove it."_s;
    if (!line.isEmpty() && line.back().isSpace())
        return u"Blanks at the end of the line. Remove them."_s;
    return {};
}

void checkLine(const QString &prose, int line, Complaints *complaints)
{
    for (const Ban &ban : bans()) {
        const QRegularExpressionMatch match = ban.pattern.match(prose);
        if (match.hasMatch())
            complaints->add(line, ban.rule,
                            ban.text.contains("%1"_L1) ? ban.text.arg(match.captured()) : ban.text);
    }
}

// `raw` and `prose` differ only where code and link targets are blanks in the second.
void checkLinks(const QString &raw, const QString &prose, int line, Complaints *complaints)
{
    if (prose.contains("!["_L1))
        complaints->add(line, u"links", u"Pictures are not shown. Say it in words."_s);
    qsizetype at = -1;
    while ((at = raw.indexOf("]("_L1, at + 1)) >= 0) {
        if (prose[at] == u']' && !QStringView(raw).sliced(at + 2).startsWith("https://"_L1))
            complaints->add(line, u"links", u"A link must begin with https://."_s);
    }
}

void checkProseOf(const QString &markdown, int line, Complaints *complaints)
{
    const QStringList raw = markdown.split(u'\n');
    const QStringList prose = proseOf(markdown).split(u'\n');
    for (qsizetype i = 0; i < raw.size(); ++i) {
        checkLine(prose[i], line + static_cast<int>(i), complaints);
        checkLinks(raw[i], prose[i], line + static_cast<int>(i), complaints);
    }
}

} // namespace

void checkText(const ParsedQuestion &parsed, Complaints *complaints)
{
    const CardOutline &outline = parsed.outline;
    const int lines = static_cast<int>(outline.lines.size());
    if (outline.hasBom)
        complaints->add(1, u"text",
                        u"The file starts with a byte order mark. Save it as UTF-8 without one."_s);
    if (outline.firstCarriageReturn > 0)
        complaints->add(outline.firstCarriageReturn, u"text",
                        u"Lines end with CR LF. Save the file with LF only."_s);
    if (!outline.endsWithNewline || outline.lines.last().isEmpty())
        complaints->add(lines, u"text", u"End the file with one newline."_s);
    for (int i = 0; i < lines; ++i) {
        if (const QString fault = lineFault(outline.lines[i]); !fault.isEmpty())
            complaints->add(i + 1, u"text", fault);
    }
}

void checkProse(const ParsedQuestion &parsed, Complaints *complaints)
{
    const CardOutline &outline = parsed.outline;
    checkProseOf(parsed.question.title, outline.titleLines.value(0, 1), complaints);
    checkProseOf(outline.prompt.body, outline.prompt.bodyLine, complaints);
    for (const Section &section : outline.sections) {
        if (section.name != "References"_L1)
            checkProseOf(section.body, section.bodyLine, complaints);
    }
}

} // namespace flaskcards
