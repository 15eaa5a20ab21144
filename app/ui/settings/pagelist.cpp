// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/pagelist.h"

#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QStyledItemDelegate>

namespace flaskcards {

namespace {

// As in the sidebar: the chosen page on a tint, in the accent colour.
class PageRow : public QStyledItemDelegate
{
public:
    PageRow(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme.colors();
        const bool chosen = option.state & QStyle::State_Selected;
        const bool hover = option.state & QStyle::State_MouseOver;
        const QRect box = option.rect.adjusted(0, 0, 0, -m_theme.px(4));
        const bool reached =
            option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange;
        painter->save();
        if (chosen || hover)
            paintBox(*painter, box, m_theme.px(6), chosen ? t.tint : t.sunken,
                     reached ? t.focus : Qt::transparent, reached ? 2 : 1);
        paintText(*painter, box.adjusted(m_theme.px(12), 0, -m_theme.px(8), 0),
                  m_theme.font(chosen ? TextRole::Finding : TextRole::Interface), chosen ? t.accent : t.text,
                  index.data().toString());
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {textWidth(m_theme.font(TextRole::Finding), index.data().toString()) + m_theme.px(24),
                m_theme.px(40)};
    }

private:
    const Theme &m_theme;
};

} // namespace

PageList::PageList(const Theme &theme, const QString &name, QWidget *parent)
    : QListWidget(parent), m_theme(theme)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setItemDelegate(new PageRow(theme, this));
    followTheme();
    connect(&theme, &Theme::changed, this, &PageList::followTheme);
}

void PageList::addPage(const QString &name)
{
    addItem(name);
    followTheme();
}

void PageList::followTheme()
{
    QPalette palette = m_theme.palette();
    palette.setColor(QPalette::Base, m_theme.colors().window);
    setPalette(palette);
    setFixedWidth(std::max(m_theme.px(130), sizeHintForColumn(0)));
    scheduleDelayedItemsLayout();
}

} // namespace flaskcards
