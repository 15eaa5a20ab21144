// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history/historylist.h"

#include "ui/history/historymodel.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace flaskcards {

namespace {

class HistoryDelegate : public QStyledItemDelegate
{
public:
    HistoryDelegate(const Theme &theme, const HistoryModel &model, HistoryList *list)
        : QStyledItemDelegate(list), m_theme(theme), m_model(model), m_list(list)
    {
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const bool step = m_model.row(index.row()).kind == HistoryLine::Kind::Step;
        return {m_theme.px(120), std::max(m_theme.px(step ? 36 : 40),
                                          m_theme.lineHeight(TextRole::Interface) + m_theme.px(12))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        const HistoryLine &row = m_model.row(index.row());
        const QRectF box = QRectF(option.rect).adjusted(m_theme.px(24), 0, -m_theme.px(24), 0);
        if (row.kind == HistoryLine::Kind::Day)
            paintText(*painter, box.adjusted(0, m_theme.px(8), 0, 0), m_theme.font(TextRole::SectionLabel),
                      m_theme.colors().text2, row.text);
        else if (row.kind == HistoryLine::Kind::Now)
            paintNow(*painter, box, row.text);
        else
            paintStep(*painter, option, box, row, index.row());
        painter->restore();
    }

private:
    // A line across the list with the words in it.
    void paintNow(QPainter &painter, const QRectF &box, const QString &text) const
    {
        const QColor accent = m_theme.colors().accent;
        const QFont font = m_theme.font(TextRole::SectionLabel);
        const double width = std::min<double>(textWidth(font, text), box.width());
        paintText(painter, QRectF(box.left(), box.top(), width + 1, box.height()), font, accent, text);
        const double left = box.left() + width + m_theme.px(12);
        if (left < box.right())
            painter.fillRect(QRectF(left, std::round(box.center().y()), box.right() - left, 2), accent);
    }

    void paintStep(QPainter &painter, const QStyleOptionViewItem &option, const QRectF &box,
                   const HistoryLine &row, int number) const
    {
        const Tokens &t = m_theme.colors();
        const bool selected = option.state & QStyle::State_Selected;
        const bool meant = m_model.isMeant(number, m_list->currentIndex().row());
        const bool hovered = option.state & QStyle::State_MouseOver;
        const bool reached =
            option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange;
        if (selected || meant || hovered)
            painter.fillRect(option.rect, selected ? t.selection : t.sunken);
        if (reached)
            paintBox(painter, option.rect, 0, Qt::transparent, t.focus);
        const QColor ink = selected ? t.onSelection : row.undone ? t.text2 : t.text;
        const QColor small = selected ? t.onSelection : t.text2;
        const QFont smallFont = m_theme.font(TextRole::Small);
        const double time = row.time.isEmpty() ? 0 : timeWidth(smallFont, row.time) + m_theme.px(12);
        const double note = row.note.isEmpty() ? 0 : textWidth(smallFont, row.note) + m_theme.px(12);
        paintText(painter, box, smallFont, small, row.time);
        paintText(painter, box.adjusted(time, 0, -note, 0), m_theme.font(TextRole::Interface), ink, row.text);
        paintText(painter, box, smallFont, small, row.note, Qt::AlignRight);
    }

    // The same for all: digits of some fonts differ in width.
    static double timeWidth(const QFont &font, QString time)
    {
        std::replace_if(
            time.begin(), time.end(), [](QChar letter) { return letter.isDigit(); }, QChar(u'0'));
        return textWidth(font, time);
    }

    const Theme &m_theme;
    const HistoryModel &m_model;
    const HistoryList *m_list;
};

} // namespace

HistoryList::HistoryList(const Theme &theme, HistoryModel &model, QWidget *parent)
    : QListView(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("historyList"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    setModel(&model);
    setItemDelegate(new HistoryDelegate(theme, model, this));
    followTheme();
    connect(&theme, &Theme::changed, this, &HistoryList::followTheme);
}

void HistoryList::choose(int row)
{
    setCurrentIndex(row < 0 ? QModelIndex() : model()->index(row, 0));
    if (row == 0 || row == 1 || row == 2)
        scrollToTop(); // with its heading
    else if (row > 2)
        scrollTo(currentIndex());
}

void HistoryList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    viewport()->update();
    emit chosen();
}

// Qt stays where it is if the first row, or the one a page further, cannot be chosen.
QModelIndex HistoryList::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex wanted = QListView::moveCursor(action, modifiers);
    if (!wanted.isValid())
        return wanted;
    const int direction = action == MovePageUp ? -1 : 1;
    const QModelIndex found = stepFrom(wanted.row(), direction);
    return found.isValid() ? found : stepFrom(wanted.row(), -direction);
}

QModelIndex HistoryList::stepFrom(int row, int direction) const
{
    QModelIndex index = model()->index(row, 0);
    while (index.isValid() && !(index.flags() & Qt::ItemIsEnabled))
        index = index.siblingAtRow(index.row() + direction);
    return index;
}

void HistoryList::followTheme()
{
    setPalette(m_theme.rowPalette());
    setFont(m_theme.font(TextRole::Interface));
    scheduleDelayedItemsLayout();
}

} // namespace flaskcards
