// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/questiondelegate.h"

#include "core/search/query.h"
#include "ui/browse/questionmodel.h"
#include "ui/browse/questiontable.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

namespace flaskcards {

QuestionDelegate::QuestionDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent), m_theme(theme)
{
}

QSize QuestionDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {m_theme.px(36), m_theme.px(36)};
}

QFont QuestionDelegate::fontOf(const QModelIndex &index) const
{
    return m_theme.font(index.column() == QuestionModel::TopicColumn ? TextRole::Small : TextRole::Interface);
}

// Where the text of the cell stands, clear of the next column; behind the last one is the room of the scroll
// bar.
QRect QuestionDelegate::textBox(const QRect &cell, int column) const
{
    return cell.adjusted(0, 0, -m_theme.px(column == QuestionModel::RecallColumn ? 4 : 12), 0);
}

int QuestionDelegate::noteWidth(const QString &note) const
{
    return note.isEmpty() ? 0 : textWidth(m_theme.font(TextRole::Caption), note) + m_theme.px(12);
}

// A long note, such as many tags, leaves the title the larger part.
int QuestionDelegate::titleWidth(const QRect &box, const QString &note) const
{
    return std::max(box.width() - noteWidth(note), box.width() * 3 / 5);
}

void QuestionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    painter->save();
    paintRow(painter, option, index);
    const Tokens &t = m_theme.colors();
    const bool selected = option.state & QStyle::State_Selected;
    switch (index.column()) {
    case QuestionModel::FlagColumn:
        if (const int flag = index.data(QuestionModel::FlagRole).toInt()) {
            QRectF box(0, 0, m_theme.px(14), m_theme.px(14));
            box.moveCenter(QRectF(option.rect).center() + QPointF(m_theme.px(1), 0));
            paintFlag(*painter, flag, box, m_theme.flag(flag));
        }
        break;
    case QuestionModel::QuestionColumn:
        paintTitle(painter, option, index);
        break;
    default:
        paintText(*painter, textBox(option.rect, index.column()), fontOf(index),
                  selected ? t.onSelection : t.text2, index.data().toString(),
                  Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
    }
    painter->restore();
}

// The ground of the cell, the line below it, and its part of the ring around a focused row.
void QuestionDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const Tokens &t = m_theme.colors();
    const auto *table = qobject_cast<const QuestionTable *>(option.widget);
    const bool hovered = table && table->hoveredRow() == index.row();
    const bool selected = option.state & QStyle::State_Selected;
    const QRect &box = option.rect;
    painter->fillRect(box, selected ? t.selection : hovered ? t.sunken : t.surface);
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), t.border);
    if (!table || table->focusedRow() != index.row())
        return;
    painter->fillRect(QRect(box.left(), box.top(), box.width(), 1), t.focus);
    painter->fillRect(QRect(box.left(), box.bottom(), box.width(), 1), t.focus);
    if (index.column() == 0)
        painter->fillRect(QRect(box.left(), box.top(), 1, box.height()), t.focus);
    if (index.column() == QuestionModel::ColumnCount - 1)
        painter->fillRect(QRect(box.right(), box.top(), 1, box.height()), t.focus);
}

void QuestionDelegate::paintTitle(QPainter *painter, const QStyleOptionViewItem &option,
                                  const QModelIndex &index) const
{
    const Tokens &t = m_theme.colors();
    const bool selected = option.state & QStyle::State_Selected;
    const QString note = index.data(QuestionModel::NoteRole).toString();
    const QRect box = textBox(option.rect, index.column());
    const QFontMetricsF metrics(fontOf(index));
    const QString title = metrics.elidedText(index.data().toString(), Qt::ElideRight, titleWidth(box, note));
    paintMarked(painter, box, title, selected ? t.onSelection : t.text);
    if (note.isEmpty())
        return;
    const double x = box.left() + metrics.horizontalAdvance(title) + m_theme.px(12);
    paintText(*painter, QRectF(x, box.top(), box.right() + 1 - x, box.height()),
              m_theme.font(TextRole::Caption), selected ? t.onSelection : t.text2, note);
}

// The text is already cut to what fits, so a mark never lies under the dots.
void QuestionDelegate::paintMarked(QPainter *painter, const QRectF &box, const QString &text,
                                   const QColor &ink) const
{
    QList<QTextLayout::FormatRange> marks;
    for (const auto &[start, length] : matchRanges(text, m_words)) {
        QTextCharFormat format;
        format.setForeground(m_theme.colors().onMark);
        marks.append({start, length, format});
    }
    QTextLayout layout(text, m_theme.font(TextRole::Interface));
    layout.setFormats(marks);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    layout.endLayout();
    if (!line.isValid())
        return;
    const QPointF at(box.left(), box.top() + (box.height() - line.height()) / 2);
    const double over = m_theme.px(2);
    for (const QTextLayout::FormatRange &mark : std::as_const(marks)) {
        const double left = line.cursorToX(mark.start);
        const double right = line.cursorToX(mark.start + mark.length);
        paintBox(*painter,
                 QRectF(at.x() + left - over, at.y() - 1, right - left + 2 * over, line.height() + 2),
                 m_theme.px(4), m_theme.colors().mark, Qt::transparent);
    }
    painter->setPen(ink);
    layout.draw(painter, at);
}

bool QuestionDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const bool isText =
        index.column() == QuestionModel::QuestionColumn || index.column() == QuestionModel::TopicColumn;
    const QRect box = textBox(option.rect, index.column());
    const int room = titleWidth(box, index.data(QuestionModel::NoteRole).toString());
    if (isText && textWidth(fontOf(index), index.data().toString()) <= room) {
        QToolTip::hideText();
        return true;
    }
    return QStyledItemDelegate::helpEvent(event, view, option, index);
}

} // namespace flaskcards
