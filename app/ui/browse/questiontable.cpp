// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/questiontable.h"

#include "library/words.h"
#include "ui/browse/questionmodel.h"
#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

int widestTopic(const QFont &font)
{
    int widest = 0;
    for (const QString &topic : topics())
        widest = std::max(widest, textWidth(font, topicName(topic)));
    return widest;
}

// Names stand exactly over their cells, the arrow of the sorted column behind its name.
class QuestionHead : public QHeaderView
{
public:
    QuestionHead(const Theme &theme, QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_theme(theme)
    {
        setObjectName(u"questionHead"_s);
        setHighlightSections(false);
        setSectionsClickable(true);
        setSortIndicatorShown(true);
        setSortIndicatorClearable(true);
        setSortIndicator(-1, Qt::AscendingOrder);
    }

    QSize sizeHint() const override
    {
        return {0, std::max(m_theme.px(36), m_theme.lineHeight(TextRole::SectionLabel) + m_theme.px(12))};
    }

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override
    {
        const Tokens &t = m_theme.colors();
        const bool sorted = sortIndicatorSection() == section;
        painter->fillRect(rect, t.window);
        painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), t.border);
        const QFont font = m_theme.font(TextRole::SectionLabel);
        const QString name = model()->headerData(section, Qt::Horizontal).toString();
        const int side = m_theme.px(14);
        const bool atRight = section == QuestionModel::RecallColumn;
        const QRectF box = rect.adjusted(0, 0, -m_theme.px(atRight ? 4 : 12), 0);
        const double width = std::min<double>(textWidth(font, name), box.width());
        const double left = atRight ? box.right() - width : box.left();
        paintText(*painter, QRectF(left, box.top(), width + 1, box.height()), font, sorted ? t.text : t.text2,
                  name);
        if (!sorted)
            return;
        double arrow = atRight ? left - side - m_theme.px(2) : left + width + m_theme.px(4);
        if (section == QuestionModel::FlagColumn)
            arrow = rect.center().x() - side / 2.0;
        paintIcon(*painter, sortIndicatorOrder() == Qt::AscendingOrder ? Icon::Up : Icon::Down,
                  QRectF(arrow, box.center().y() - side / 2.0, side, side), t.text);
    }

private:
    const Theme &m_theme;
};

} // namespace

QuestionTable::QuestionTable(const Theme &theme, QWidget *parent) : QTableView(parent), m_theme(theme)
{
    setHorizontalHeader(new QuestionHead(theme, this));
    setObjectName(u"questionTable"_s);
    setAccessibleName(tr("Questions"));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // columns stay where they are
    setVerticalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setMouseTracking(true);
    setCornerButtonEnabled(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setAccessibleName(tr("Columns"));
    connect(&theme, &Theme::changed, this, &QuestionTable::followTheme);
}

void QuestionTable::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    setSortingEnabled(true);
    QHeaderView *head = horizontalHeader();
    head->setSectionResizeMode(QHeaderView::Fixed);
    head->setSectionResizeMode(QuestionModel::QuestionColumn, QHeaderView::Stretch);
    followTheme();
}

void QuestionTable::followTheme()
{
    setPalette(m_theme.rowPalette());
    setFont(m_theme.font(TextRole::Interface));
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(
        std::max(m_theme.px(36), fontMetrics().height() + m_theme.px(12)));
    verticalScrollBar()->setSingleStep(verticalHeader()->defaultSectionSize());
    QHeaderView *head = horizontalHeader();
    head->setMinimumSectionSize(1);
    if (!model())
        return;
    const QFont small = m_theme.font(TextRole::Small);
    head->resizeSection(QuestionModel::FlagColumn, m_theme.px(36));
    head->resizeSection(QuestionModel::TopicColumn,
                        std::min(widestTopic(small), m_theme.px(108)) + m_theme.px(12));
    head->resizeSection(
        QuestionModel::RecallColumn,
        std::max(textWidth(m_theme.font(TextRole::SectionLabel), tr("Recall")) + m_theme.px(28),
                 m_theme.px(64)));
}

int QuestionTable::focusedRow() const
{
    const bool byKey = window()->testAttribute(Qt::WA_KeyboardFocusChange);
    return hasFocus() && byKey && currentIndex().isValid() ? currentIndex().row() : -1;
}

void QuestionTable::keyPressEvent(QKeyEvent *event)
{
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (event->key() == Qt::Key_Space && plain)
        return emit pageWanted(!(event->modifiers() & Qt::ShiftModifier));
    if (event->key() == Qt::Key_Slash && plain)
        return emit searchWanted();
    if (event->key() == Qt::Key_Up && event->modifiers() == Qt::NoModifier && currentIndex().row() <= 0)
        return emit leftAtTop();
    // Moves within the row mean nothing when rows are chosen.
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        return event->ignore();
    QTableView::keyPressEvent(event);
}

bool QuestionTable::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::MouseMove)
        hover(rowAt(static_cast<QMouseEvent *>(event)->position().toPoint().y()));
    else if (event->type() == QEvent::Leave)
        hover(-1);
    return QTableView::viewportEvent(event);
}

void QuestionTable::hover(int row)
{
    if (row == m_hoveredRow)
        return;
    updateRow(m_hoveredRow);
    m_hoveredRow = row;
    updateRow(m_hoveredRow);
}

void QuestionTable::updateRow(int row)
{
    if (row >= 0)
        viewport()->update(0, rowViewportPosition(row), viewport()->width(), rowHeight(row));
}

void QuestionTable::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    updateRow(previous.row());
    updateRow(current.row());
}

void QuestionTable::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    viewport()->update();
}

void QuestionTable::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

} // namespace flaskcards
