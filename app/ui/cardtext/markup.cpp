// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/markup.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>
#include <QUrl>

#include <md4c.h>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

using Type = MarkupStep::Type;
using Tag = MarkupStep::Tag;

// &amp; and the like by name; the few that people write. Numbers are decoded besides.
QString decodedEntity(const QString &entity)
{
    static const QHash<QString, QString> named = {
        {u"&amp;"_s, u"&"_s},   {u"&lt;"_s, u"<"_s},        {u"&gt;"_s, u">"_s},     {u"&quot;"_s, u"\""_s},
        {u"&apos;"_s, u"'"_s},  {u"&nbsp;"_s, u"\u00A0"_s}, {u"&hellip;"_s, u"…"_s}, {u"&ndash;"_s, u"–"_s},
        {u"&mdash;"_s, u"—"_s}, {u"&rarr;"_s, u"→"_s},      {u"&larr;"_s, u"←"_s},   {u"&times;"_s, u"×"_s},
    };
    if (const auto found = named.constFind(entity); found != named.constEnd())
        return *found;
    if (!entity.startsWith("&#"_L1))
        return entity;
    const bool hex = entity.at(2).toLower() == u'x';
    bool ok = false;
    const uint code = QStringView(entity).mid(hex ? 3 : 2).chopped(1).toUInt(&ok, hex ? 16 : 10);
    const bool isCharacter = ok && code > 0 && code <= QChar::LastValidCodePoint && !QChar::isSurrogate(code);
    const char32_t character = isCharacter ? code : char32_t(QChar::ReplacementCharacter);
    return QString::fromUcs4(&character, 1);
}

bool mayLinkTo(const QString &target)
{
    const QUrl url(target, QUrl::StrictMode);
    return url.isValid() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1) &&
           !url.host().isEmpty();
}

QString fromUtf8(const MD_CHAR *text, MD_SIZE size)
{
    return QString::fromUtf8(text, static_cast<qsizetype>(size));
}

QString attribute(const MD_ATTRIBUTE &value)
{
    return fromUtf8(value.text, value.size);
}

int alignmentOf(MD_ALIGN align)
{
    switch (align) {
    case MD_ALIGN_CENTER:
        return Qt::AlignHCenter;
    case MD_ALIGN_RIGHT:
        return Qt::AlignRight;
    default:
        return Qt::AlignLeft;
    }
}

// Receives what md4c calls out and makes parts of it.
class Reader
{
public:
    QList<MarkupPart> parts;

    void enterBlock(MD_BLOCKTYPE type, void *detail)
    {
        if (type == MD_BLOCK_CODE)
            return enterCode(static_cast<MD_BLOCK_CODE_DETAIL *>(detail));
        const MarkupStep step = stepOf(type, detail);
        if (step.tag == Tag::None)
            return;
        ++m_depth;
        append(step);
    }

    void leaveBlock(MD_BLOCKTYPE type, void *detail)
    {
        if (type == MD_BLOCK_CODE)
            return leaveCode();
        const Tag tag = stepOf(type, detail).tag;
        if (tag == Tag::None)
            return;
        --m_depth;
        append({Type::End, tag, {}, 0, 0});
    }

    void enterSpan(MD_SPANTYPE type, void *detail)
    {
        MarkupStep step{Type::Begin, tagOf(type), {}, 0, 0};
        if (type == MD_SPAN_A) {
            const QString target = attribute(static_cast<MD_SPAN_A_DETAIL *>(detail)->href);
            m_links.append(mayLinkTo(target));
            step.text = target;
            if (!m_links.last())
                return;
        }
        if (step.tag != Tag::None)
            append(step);
    }

    void leaveSpan(MD_SPANTYPE type)
    {
        if (type == MD_SPAN_A && !m_links.takeLast())
            return;
        if (const Tag tag = tagOf(type); tag != Tag::None)
            append({Type::End, tag, {}, 0, 0});
    }

    void text(MD_TEXTTYPE type, const MD_CHAR *characters, MD_SIZE size)
    {
        const QString read =
            type == MD_TEXT_NULLCHAR ? QString(QChar::ReplacementCharacter) : fromUtf8(characters, size);
        switch (type) {
        case MD_TEXT_BR:
            return append({Type::LineBreak, Tag::None, {}, 0, 0});
        case MD_TEXT_SOFTBR:
            return appendText(u" "_s);
        case MD_TEXT_ENTITY:
            return appendText(decodedEntity(read));
        default:
            return appendText(read);
        }
    }

private:
    static Tag tagOf(MD_SPANTYPE type)
    {
        switch (type) {
        case MD_SPAN_EM:
            return Tag::Emphasis;
        case MD_SPAN_STRONG:
            return Tag::Strong;
        case MD_SPAN_DEL:
            return Tag::Strike;
        case MD_SPAN_CODE:
            return Tag::Code;
        case MD_SPAN_A:
            return Tag::Link;
        default:
            return Tag::None; // of an image its description stays
        }
    }

    static MarkupStep stepOf(MD_BLOCKTYPE type, void *detail)
    {
        const auto begin = [](Tag tag, int number = 0, int rows = 0) {
            return MarkupStep{Type::Begin, tag, {}, number, rows};
        };
        switch (type) {
        case MD_BLOCK_P:
            return begin(Tag::Paragraph);
        case MD_BLOCK_H:
            return begin(Tag::Heading, int(static_cast<MD_BLOCK_H_DETAIL *>(detail)->level));
        case MD_BLOCK_QUOTE:
            return begin(Tag::Quote);
        case MD_BLOCK_UL:
            return begin(Tag::BulletList);
        case MD_BLOCK_OL:
            return begin(Tag::NumberList, int(static_cast<MD_BLOCK_OL_DETAIL *>(detail)->start));
        case MD_BLOCK_LI:
            return begin(Tag::Item);
        case MD_BLOCK_HR:
            return begin(Tag::Rule);
        case MD_BLOCK_TABLE: {
            const auto *table = static_cast<MD_BLOCK_TABLE_DETAIL *>(detail);
            return begin(Tag::Table, int(table->col_count),
                         int(table->head_row_count + table->body_row_count));
        }
        case MD_BLOCK_TR:
            return begin(Tag::Row);
        case MD_BLOCK_TH:
            return begin(Tag::HeadCell, alignmentOf(static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align));
        case MD_BLOCK_TD:
            return begin(Tag::Cell, alignmentOf(static_cast<MD_BLOCK_TD_DETAIL *>(detail)->align));
        default:
            return {};
        }
    }

    void enterCode(const MD_BLOCK_CODE_DETAIL *detail)
    {
        m_inCode = true;
        m_code = {};
        QStringList words = attribute(detail->info).split(u' ', Qt::SkipEmptyParts);
        if (!words.isEmpty())
            m_code.language = words.takeFirst();
        m_code.check = words.contains("test"_L1);
        for (const QString &word : words) {
            if (word.startsWith("file="_L1))
                m_code.file = word.mid(5);
            m_code.faulty = m_code.faulty || word.startsWith("fault="_L1);
        }
    }

    void leaveCode()
    {
        m_inCode = false;
        if (m_code.text.endsWith(u'\n'))
            m_code.text.chop(1);
        if (m_depth == 0) {
            parts.append({{}, m_code, true});
        } else if (!m_code.check) {
            append({Type::Begin, Tag::CodeLines, m_code.language, 0, 0});
            append({Type::Text, Tag::None, m_code.text, 0, 0});
            append({Type::End, Tag::CodeLines, {}, 0, 0});
        }
    }

    void appendText(const QString &read)
    {
        if (m_inCode) {
            m_code.text += read;
            return;
        }
        QList<MarkupStep> &steps = currentSteps();
        if (!steps.isEmpty() && steps.last().type == Type::Text)
            steps.last().text += read;
        else
            steps.append({Type::Text, Tag::None, read, 0, 0});
    }

    void append(const MarkupStep &step) { currentSteps().append(step); }

    QList<MarkupStep> &currentSteps()
    {
        if (parts.isEmpty() || parts.last().isCode)
            parts.append(MarkupPart());
        return parts.last().steps;
    }

    CodeText m_code;
    QList<bool> m_links; // of the links we are in: may they be followed
    int m_depth = 0;
    bool m_inCode = false;
};

Reader &readerOf(void *reader)
{
    return *static_cast<Reader *>(reader);
}

MarkupPart plainPart(const QString &text)
{
    return {{{Type::Begin, Tag::Paragraph, {}, 0, 0},
             {Type::Text, Tag::None, text, 0, 0},
             {Type::End, Tag::Paragraph, {}, 0, 0}},
            {},
            false};
}

QString restWords(qsizetype characters)
{
    return QCoreApplication::translate("CardText",
                                       "The rest is not shown here: this text has %L1 characters. "
                                       "“flaskcards show” prints all of it.")
        .arg(characters);
}

MD_PARSER parserIntoReader()
{
    MD_PARSER parser = {};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOHTML | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void *detail, void *reader) {
        readerOf(reader).enterBlock(type, detail);
        return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void *detail, void *reader) {
        readerOf(reader).leaveBlock(type, detail);
        return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void *detail, void *reader) {
        readerOf(reader).enterSpan(type, detail);
        return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void *, void *reader) {
        readerOf(reader).leaveSpan(type);
        return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR *characters, MD_SIZE size, void *reader) {
        readerOf(reader).text(type, characters, size);
        return 0;
    };
    return parser;
}

} // namespace

QList<MarkupPart> readMarkup(const QString &markdown)
{
    const QByteArray utf8 = markdown.left(longestShown).toUtf8();
    const MD_PARSER parser = parserIntoReader();
    Reader reader;
    if (md_parse(utf8.constData(), static_cast<MD_SIZE>(utf8.size()), &parser, &reader) != 0) // out of memory
        return {plainPart(markdown.left(longestShown))};
    if (markdown.size() > longestShown || reader.parts.size() > mostPartsShown) {
        reader.parts.resize(std::min(reader.parts.size(), mostPartsShown));
        reader.parts.append(plainPart(restWords(markdown.size())));
    }
    return reader.parts;
}

QList<MarkupStep> readInline(const QString &markdown)
{
    QList<MarkupStep> steps;
    for (const MarkupPart &part : readMarkup(markdown))
        steps += part.steps;
    return steps;
}

QString plainText(const QList<MarkupStep> &steps)
{
    QString text;
    for (const MarkupStep &step : steps) {
        if (step.type == Type::Text)
            text += step.text;
        const bool endsLine = step.type == Type::End && step.tag >= Tag::Paragraph && step.tag <= Tag::Cell;
        if ((endsLine || step.type == Type::LineBreak) && !text.isEmpty() && !text.endsWith(u'\n'))
            text += u'\n';
    }
    return text.trimmed();
}

QString plainText(const QString &markdown)
{
    return plainText(readInline(markdown));
}

} // namespace flaskcards
