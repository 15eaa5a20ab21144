// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/textdocument.h"

#include "ui/widgets/paint.h"

#include <QAbstractTextDocumentLayout>
#include <QFontMetricsF>
#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextList>
#include <QTextTable>

#include <cmath>

namespace flaskcards {

namespace {

using Type = MarkupStep::Type;
using Tag = MarkupStep::Tag;

enum Property {
    GroundProperty = QTextFormat::UserProperty + 1, // QColor of the rounded box under a run of characters
    PaddingProperty,                                // this character is none of the text's
    ApartProperty,                                  // only differs from its neighbour's
    QuoteProperty,                                  // how deep in quotes a block is
    BulletProperty,                                 // a list item with our own dot
};

constexpr char16_t thinNoBreakSpace = 0x202F;
constexpr int deepestIndent = 6;

class DocumentBuilder
{
public:
    DocumentBuilder(QTextDocument &document, const Theme &theme, const TextLook &look)
        : m_theme(theme), m_look(look), m_cursor(&document), m_root(&document)
    {
        QTextCharFormat base;
        base.setFont(theme.font(look.role));
        base.setForeground(theme.colors().*look.color);
        m_formats.append(base);
        m_root.beginEditBlock(); // without one, each insertion would lay out its whole paragraph
    }

    void add(const MarkupStep &step)
    {
        switch (step.type) {
        case Type::Begin:
            return begin(step);
        case Type::End:
            return end(step);
        case Type::Text:
            return insertText(step.text);
        case Type::LineBreak:
            return insertText(QString(QChar(QChar::LineSeparator)));
        }
    }

    void finish()
    {
        if (m_blockIsFree)
            flatten();
        if (m_look.hits)
            markHits();
        m_root.endEditBlock();
    }

private:
    struct ListPlace {
        QTextListFormat format;
        QTextList *list = nullptr;
    };

    void begin(const MarkupStep &step)
    {
        switch (step.tag) {
        case Tag::Paragraph:
            return startBlock();
        case Tag::Heading:
            startBlock();
            return push([](QTextCharFormat &f) { f.setFontWeight(QFont::DemiBold); });
        case Tag::Quote:
            ++m_quotes;
            return;
        case Tag::BulletList:
        case Tag::NumberList:
            return m_lists.append({listFormat(step), nullptr});
        case Tag::Item:
            return startItem();
        case Tag::Rule:
            return startRule();
        case Tag::CodeLines:
            return startCodeLines();
        case Tag::Table:
            return startTable(step.rows, step.number);
        case Tag::Row:
            ++m_row;
            m_column = -1;
            return;
        case Tag::HeadCell:
        case Tag::Cell:
            return startCell(step);
        default:
            return beginSpan(step);
        }
    }

    void beginSpan(const MarkupStep &step)
    {
        switch (step.tag) {
        case Tag::Emphasis:
            return push([](QTextCharFormat &f) { f.setFontItalic(true); });
        case Tag::Strong:
            return push([](QTextCharFormat &f) { f.setFontWeight(QFont::DemiBold); });
        case Tag::Strike:
            return push([](QTextCharFormat &f) { f.setFontStrikeOut(true); });
        case Tag::Code:
            return startInlineCode();
        case Tag::Link:
            return push([&](QTextCharFormat &f) {
                f.setAnchor(true);
                f.setAnchorHref(step.text);
                f.setToolTip(step.text);
                f.setForeground(m_theme.colors().link);
                f.setFontUnderline(true);
            });
        default:
            return;
        }
    }

    void end(const MarkupStep &step)
    {
        switch (step.tag) {
        case Tag::Quote:
            --m_quotes;
            return;
        case Tag::BulletList:
        case Tag::NumberList:
            m_lists.removeLast();
            return;
        case Tag::Item:
            m_itemIsFresh = false;
            return;
        case Tag::Table:
            return endTable();
        case Tag::Code:
            insertPadding();
            m_formats.removeLast();
            return;
        case Tag::Heading:
        case Tag::HeadCell:
        case Tag::CodeLines:
        case Tag::Emphasis:
        case Tag::Strong:
        case Tag::Strike:
        case Tag::Link:
            m_formats.removeLast();
            return;
        default:
            return;
        }
    }

    template <typename Change>
    void push(Change change)
    {
        QTextCharFormat format = m_formats.last();
        change(format);
        m_formats.append(format);
    }

    void insertText(const QString &text)
    {
        QString shown = text;
        shown.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
        m_blockIsFree = false;
        if (m_formats.last().fontFixedPitch())
            insertCode(m_cursor, shown, m_formats.last());
        else
            m_cursor.insertText(shown, m_formats.last());
    }

    void startInlineCode()
    {
        push([&](QTextCharFormat &f) {
            f.setFont(m_theme.inlineCodeFont(f.font()));
            if (m_look.tintsCode)
                f.setProperty(GroundProperty, m_theme.colors().sunken);
        });
        insertPadding();
    }

    // In the font around the code: that of the code has wide spaces.
    void insertPadding()
    {
        if (!m_look.tintsCode)
            return;
        QTextCharFormat format = m_formats.last();
        format.setFont(m_formats.at(m_formats.size() - 2).font());
        format.setProperty(PaddingProperty, true);
        m_cursor.insertText(QString(QChar(thinNoBreakSpace)), format);
        m_blockIsFree = false;
    }

    QTextBlockFormat blockFormat() const
    {
        QTextBlockFormat format;
        format.setLineHeight(m_theme.lineHeight(m_look.role), QTextBlockFormat::FixedHeight);
        const int level = std::min<int>(static_cast<int>(m_lists.size()), deepestIndent);
        if (level > 0)
            format.setIndent(level);
        if (m_quotes > 0) {
            format.setProperty(QuoteProperty, std::min(m_quotes, deepestIndent));
            format.setLeftMargin(m_theme.px(16) * std::min(m_quotes, deepestIndent));
        }
        if (!m_isFirst)
            format.setTopMargin(m_theme.px(m_lists.isEmpty() ? 10 : 4));
        return format;
    }

    void startBlock()
    {
        if (m_itemIsFresh || m_inTable) {
            m_itemIsFresh = false;
            return;
        }
        insertBlock(blockFormat());
    }

    void insertBlock(const QTextBlockFormat &format)
    {
        if (m_blockIsFree)
            m_cursor.setBlockFormat(format);
        else
            m_cursor.insertBlock(format, m_formats.last());
        m_blockIsFree = false;
        m_isFirst = false;
    }

    QTextListFormat listFormat(const MarkupStep &step) const
    {
        QTextListFormat format;
        format.setStyle(step.tag == Tag::NumberList ? QTextListFormat::ListDecimal
                                                    : QTextListFormat::ListStyleUndefined); // own dots
        format.setIndent(std::min<int>(static_cast<int>(m_lists.size()) + 1, deepestIndent));
        return format;
    }

    void startItem()
    {
        QTextBlockFormat format = blockFormat();
        ListPlace &place = m_lists.last();
        format.setIndent(0); // the list itself indents
        if (place.format.style() == QTextListFormat::ListStyleUndefined)
            format.setProperty(BulletProperty, true);
        if (!place.list && m_lists.size() == 1 && !m_isFirst)
            format.setTopMargin(m_theme.px(8));
        insertBlock(format);
        m_cursor.setBlockCharFormat(m_formats.last());
        if (place.list)
            place.list->add(m_cursor.block());
        else
            place.list = m_cursor.createList(place.format);
        m_itemIsFresh = true;
    }

    void startRule()
    {
        QTextBlockFormat format = blockFormat();
        format.setProperty(QTextFormat::BlockTrailingHorizontalRulerWidth,
                           QTextLength(QTextLength::PercentageLength, 100));
        insertBlock(format);
    }

    void startCodeLines()
    {
        QTextBlockFormat format = blockFormat();
        format.setLineHeight(m_theme.lineHeight(TextRole::Code), QTextBlockFormat::FixedHeight);
        format.setBackground(m_theme.colors().sunken);
        m_itemIsFresh = false;
        insertBlock(format);
        push([&](QTextCharFormat &f) { f.setFont(m_theme.font(TextRole::Code)); });
    }

    void startTable(int rows, int columns)
    {
        if (m_blockIsFree)
            flatten();
        QTextTableFormat format;
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setBorderBrush(m_theme.colors().border);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setCellPadding(m_theme.px(6));
        format.setTopMargin(m_isFirst ? 0 : m_theme.px(10));
        m_table = m_cursor.insertTable(std::max(rows, 1), std::max(columns, 1), format);
        m_row = -1;
        m_inTable = true;
    }

    void startCell(const MarkupStep &step)
    {
        QTextTableCell cell = m_table->cellAt(m_row, ++m_column);
        m_cursor = cell.firstCursorPosition();
        QTextBlockFormat format;
        format.setLineHeight(m_theme.lineHeight(m_look.role), QTextBlockFormat::FixedHeight);
        format.setAlignment(Qt::Alignment(step.number));
        m_cursor.setBlockFormat(format);
        if (step.tag != Tag::HeadCell)
            return;
        QTextCharFormat head = cell.format();
        head.setBackground(m_theme.colors().sunken);
        cell.setFormat(head);
        push([](QTextCharFormat &f) { f.setFontWeight(QFont::DemiBold); });
    }

    void endTable()
    {
        m_cursor = m_table->lastCursorPosition();
        m_cursor.movePosition(QTextCursor::NextCharacter);
        m_inTable = false;
        m_isFirst = false;
        m_blockIsFree = true;
    }

    // A block that only exists because a table needs one beside it.
    void flatten()
    {
        QTextBlockFormat format;
        format.setLineHeight(1, QTextBlockFormat::FixedHeight);
        m_cursor.setBlockFormat(format);
    }

    void markHits()
    {
        QTextCharFormat mark;
        mark.setProperty(GroundProperty, m_theme.colors().mark);
        mark.setForeground(m_theme.colors().onMark);
        for (QTextBlock block = m_cursor.document()->begin(); block.isValid(); block = block.next()) {
            const QList<QPair<int, int>> hits = m_look.hits(block.text());
            for (const auto &[start, length] : hits) {
                QTextCursor hit(block);
                hit.setPosition(block.position() + start);
                hit.setPosition(block.position() + start + length, QTextCursor::KeepAnchor);
                hit.mergeCharFormat(mark);
            }
        }
    }

    const Theme &m_theme;
    const TextLook &m_look;
    QTextCursor m_cursor;
    QTextCursor m_root; // begins and ends the edit
    QList<QTextCharFormat> m_formats;
    QList<ListPlace> m_lists;
    QTextTable *m_table = nullptr;
    int m_row = -1;
    int m_column = -1;
    int m_quotes = 0;
    bool m_inTable = false;
    bool m_isFirst = true;
    bool m_blockIsFree = true;  // the current block holds nothing yet
    bool m_itemIsFresh = false; // the first paragraph of an item needs no block of its own
};

QRectF lineBox(const QTextLine &line, int start, int end, const QFontMetricsF &metrics)
{
    const double from = line.cursorToX(start);
    // Without the blanks at which the line was broken.
    const double to = std::min(line.cursorToX(end), line.naturalTextRect().right());
    const double baseline = line.y() + line.ascent();
    const double height = metrics.height();
    const double top = baseline - (metrics.capHeight() + height) / 2;
    return QRectF(std::min(from, to), top, std::abs(to - from), height);
}

void paintRunGround(QPainter &painter, const QTextLayout &layout, const QTextLayout::FormatRange &run,
                    const Theme &theme)
{
    const QColor color = run.format.property(GroundProperty).value<QColor>();
    const QFontMetricsF metrics(run.format.font());
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int start = std::max(run.start, line.textStart());
        const int end = std::min(run.start + run.length, line.textStart() + line.textLength());
        if (start >= end)
            continue;
        const QRectF box = lineBox(line, start, end, metrics);
        paintBox(painter, box, theme.px(4), color, Qt::transparent);
    }
}

void paintBullet(QPainter &painter, const QTextLine &line, const QTextBlock &block, const Theme &theme)
{
    const QFontMetricsF metrics(block.charFormat().font());
    const bool rightToLeft = block.textDirection() == Qt::RightToLeft;
    const double side = rightToLeft ? line.naturalTextRect().right() + theme.px(13) : line.x() - theme.px(13);
    const double radius = theme.em() * 0.19;
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.colors().text2);
    painter.drawEllipse(QPointF(side, line.y() + line.ascent() - metrics.xHeight() / 2), radius, radius);
}

// Runs that touch and have the same ground, such as code and the spaces around it, as one.
QList<QTextLayout::FormatRange> groundRuns(const QTextBlock &block)
{
    QList<QTextLayout::FormatRange> runs;
    const QList<QTextLayout::FormatRange> formats = block.textFormats();
    for (const QTextLayout::FormatRange &run : formats) {
        if (!run.format.hasProperty(GroundProperty))
            continue;
        const bool joins = !runs.isEmpty() && runs.last().start + runs.last().length == run.start &&
                           runs.last().format.property(GroundProperty) == run.format.property(GroundProperty);
        if (!joins) {
            runs.append(run);
            continue;
        }
        runs.last().length += run.length;
        if (!run.format.hasProperty(PaddingProperty))
            runs.last().format = run.format;
    }
    return runs;
}

} // namespace

void fillDocument(QTextDocument &document, const QList<MarkupStep> &steps, const Theme &theme,
                  const TextLook &look)
{
    document.clear();
    document.setUndoRedoEnabled(false);
    document.setDocumentMargin(0);
    document.setDefaultFont(theme.font(look.role));
    document.setIndentWidth(theme.px(22));
    QTextOption option = document.defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document.setDefaultTextOption(option);
    DocumentBuilder builder(document, theme, look);
    for (const MarkupStep &step : steps)
        builder.add(step);
    builder.finish();
}

void paintGround(QPainter &painter, const QTextDocument &document, const Theme &theme)
{
    const QAbstractTextDocumentLayout *layout = document.documentLayout();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        const QRectF box = layout->blockBoundingRect(block);
        if (const int quotes = block.blockFormat().intProperty(QuoteProperty)) {
            const double x = box.left() - theme.px(16) * quotes + theme.px(2);
            painter.fillRect(QRectF(std::max(0.0, x), box.top(), theme.px(3), box.height()),
                             theme.colors().border);
        }
        painter.save();
        painter.translate(box.topLeft());
        if (block.blockFormat().boolProperty(BulletProperty) && block.layout()->lineCount() > 0)
            paintBullet(painter, block.layout()->lineAt(0), block, theme);
        for (const QTextLayout::FormatRange &run : groundRuns(block))
            paintRunGround(painter, *block.layout(), run, theme);
        painter.restore();
    }
}

void insertCode(QTextCursor &cursor, const QString &text, QTextCharFormat format)
{
    const auto isSign = [&](qsizetype at) {
        return !text.at(at).isLetterOrNumber() && !text.at(at).isSpace();
    };
    qsizetype start = 0;
    for (qsizetype at = 1; at <= text.size(); ++at) {
        if (at < text.size() && !(isSign(at - 1) && isSign(at)))
            continue;
        cursor.insertText(text.mid(start, at - start), format);
        format.setProperty(ApartProperty, !format.boolProperty(ApartProperty));
        start = at;
    }
}

QString selectedText(const QTextCursor &selection)
{
    QString text;
    QTextBlock block = selection.document()->findBlock(selection.selectionStart());
    for (; block.isValid() && block.position() < selection.selectionEnd(); block = block.next()) {
        if (!text.isEmpty())
            text += u'\n';
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            const int from = std::max(fragment.position(), selection.selectionStart());
            const int to = std::min(fragment.position() + fragment.length(), selection.selectionEnd());
            if (from < to && !fragment.charFormat().hasProperty(PaddingProperty))
                text += fragment.text().mid(from - fragment.position(), to - from);
        }
    }
    return text.replace(QChar(QChar::LineSeparator), u'\n');
}

double lift(const Theme &theme, TextRole role)
{
    const QFontMetricsF metrics(theme.font(role));
    const double height = theme.lineHeight(role);
    return std::round(0.8 * height - ((height - metrics.height()) / 2 + metrics.ascent()));
}

PaintedText::PaintedText(const Theme &theme) : m_theme(theme), m_document(std::make_unique<QTextDocument>())
{
}

PaintedText::~PaintedText() = default;

void PaintedText::set(const QList<MarkupStep> &steps, const TextLook &look)
{
    m_steps = steps;
    m_look = look;
    rebuild();
}

void PaintedText::rebuild()
{
    fillDocument(*m_document, m_steps, m_theme, m_look);
}

int PaintedText::heightForWidth(int width) const
{
    m_document->setTextWidth(width);
    return static_cast<int>(std::ceil(m_document->size().height()));
}

void PaintedText::setHits(const HitFinder &hits)
{
    m_look.hits = hits;
    rebuild();
}

void PaintedText::paint(QPainter &painter, QPointF at, int width) const
{
    m_document->setTextWidth(width);
    painter.save();
    painter.translate(at - QPointF(0, lift(m_theme, m_look.role)));
    paintGround(painter, *m_document, m_theme);
    m_document->documentLayout()->draw(&painter, QAbstractTextDocumentLayout::PaintContext());
    painter.restore();
}

} // namespace flaskcards
