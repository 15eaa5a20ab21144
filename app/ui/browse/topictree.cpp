// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/topictree.h"

#include "library/words.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <numeric>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// A row: name at the left, count at the right; grey where nothing was found.
class TopicDelegate : public QStyledItemDelegate
{
public:
    TopicDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {m_theme.px(100),
                std::max(m_theme.px(30), m_theme.lineHeight(TextRole::Small) + m_theme.px(8))};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.colors();
        const bool chosen = index.data(TopicModel::ChosenRole).toBool();
        const bool hovered = option.state & QStyle::State_MouseOver;
        const bool focused =
            (option.state & QStyle::State_HasFocus) && (option.state & QStyle::State_KeyboardFocusChange);
        const QColor ground = chosen ? t.selection : hovered ? t.sunken : QColor(Qt::transparent);
        painter->save();
        paintBox(*painter, option.rect, m_theme.px(4), ground, focused ? t.focus : QColor(Qt::transparent));
        const int count = index.data(TopicModel::CountRole).toInt();
        const QColor ink = chosen ? t.onSelection : count > 0 ? t.text : t.text2;
        const QFont font = m_theme.font(TextRole::Small);
        const QString number = count > 0 ? QLocale().toString(count) : QString();
        const int indent = index.data(TopicModel::TopicRole).toString().isEmpty() ? 8 : 20;
        const QRectF box = QRectF(option.rect).adjusted(m_theme.px(indent), 0, -m_theme.px(9), 0);
        const double room = box.width() - (number.isEmpty() ? 0 : textWidth(font, number) + m_theme.px(8));
        paintText(*painter, QRectF(box.left(), box.top(), room, box.height()), font, ink,
                  index.data().toString());
        paintText(*painter, box, font, chosen ? ink : t.text2, number, Qt::AlignRight);
        painter->restore();
    }

private:
    const Theme &m_theme;
};

} // namespace

TopicModel::TopicModel(QObject *parent) : QAbstractListModel(parent) {}

void TopicModel::setTopics(const QList<TopicCount> &topics, const QStringList &chosen)
{
    const bool sameRows =
        topics.size() == m_topics.size() &&
        std::equal(topics.cbegin(), topics.cend(), m_topics.cbegin(),
                   [](const TopicCount &a, const TopicCount &b) { return a.topic == b.topic; });
    if (!sameRows)
        beginResetModel();
    m_topics = topics;
    m_chosen = chosen;
    if (!sameRows)
        endResetModel();
    else
        emit dataChanged(index(0), index(rowCount() - 1));
}

int TopicModel::total() const
{
    return std::accumulate(m_topics.cbegin(), m_topics.cend(), 0,
                           [](int sum, const TopicCount &topic) { return sum + topic.count; });
}

int TopicModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_topics.size()) + 1;
}

QString TopicModel::name(int row) const
{
    return row == 0 ? tr("All topics") : topicName(m_topics.at(row - 1).topic);
}

int TopicModel::count(int row) const
{
    return row == 0 ? total() : m_topics.at(row - 1).count;
}

bool TopicModel::isChosen(int row) const
{
    return row == 0 ? m_chosen.isEmpty() : m_chosen.contains(m_topics.at(row - 1).topic);
}

QString TopicModel::spoken(int row) const
{
    const QString words = tr("%1, %n question(s)", nullptr, count(row)).arg(name(row));
    return isChosen(row) ? tr("%1, chosen").arg(words) : words;
}

QVariant TopicModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    switch (role) {
    case Qt::DisplayRole:
        return name(row);
    case Qt::AccessibleTextRole:
        return spoken(row);
    case Qt::ToolTipRole:
        return spoken(row);
    case TopicRole:
        return row == 0 ? QString() : m_topics.at(row - 1).topic;
    case CountRole:
        return count(row);
    case ChosenRole:
        return isChosen(row);
    default:
        return {};
    }
}

TopicTree::TopicTree(const Theme &theme, TopicModel *topics, QWidget *parent)
    : QListView(parent), m_theme(theme)
{
    setObjectName(u"topicTree"_s);
    setAccessibleName(tr("Topics"));
    setModel(topics);
    setItemDelegate(new TopicDelegate(theme, this));
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(NoSelection);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    followTheme();
    connect(&theme, &Theme::changed, this, &TopicTree::followTheme);
}

void TopicTree::followTheme()
{
    QPalette own = m_theme.palette();
    own.setColor(QPalette::Base, m_theme.colors().window);
    setPalette(own);
    setFont(m_theme.font(TextRole::Small));
    setViewportMargins(m_theme.px(8), m_theme.px(12), m_theme.px(8), m_theme.px(8));
    doItemsLayout();
}

void TopicTree::press(const QModelIndex &index, bool together)
{
    if (index.isValid())
        emit topicPressed(index.data(TopicModel::TopicRole).toString(), together);
}

void TopicTree::keyPressEvent(QKeyEvent *event)
{
    const bool ctrl = event->modifiers() & Qt::ControlModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (ctrl)
            break;
        return press(currentIndex(), false);
    case Qt::Key_Space:
        return press(currentIndex(), true);
    case Qt::Key_Slash:
        return emit searchWanted();
    default:
        break;
    }
    QListView::keyPressEvent(event);
}

void TopicTree::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton)
        press(indexAt(event->position().toPoint()), event->modifiers() & Qt::ControlModifier);
}

} // namespace flaskcards
