// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/sidebar.h"

#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace flaskcards {

class SidebarItem : public PaintedButton
{
public:
    SidebarItem(const Theme &theme, Icon icon, const QString &text, const QString &key, bool showsKey,
                QWidget *parent)
        : PaintedButton(theme, text, parent), m_icon(icon), m_side(showsKey ? key : QString())
    {
        setCheckable(true);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        setToolTip(key.isEmpty() ? text : tr("%1 (%2)", "tool tip: page and its key").arg(text, key));
    }

    void setCount(int count)
    {
        m_side = count > 0 ? locale().toString(count) : QString();
        setAccessibleDescription(m_side);
        update();
    }

    void setRail(bool rail)
    {
        m_rail = rail;
        updateGeometry();
    }

    QSize sizeHint() const override
    {
        const int height = std::max(theme().px(36), QFontMetrics(font()).height() + theme().px(12));
        return {m_rail ? theme().px(40) : theme().px(152), height};
    }

    QSize minimumSizeHint() const override { return {theme().px(40), sizeHint().height()}; }

protected:
    void nextCheckState() override {} // the page decides which item is checked

    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &t = theme().colors();
        const QColor rest = isPressed() ? t.heat[0] : isHovered() ? t.sunken : QColor(Qt::transparent);
        const QColor ink = isChecked() ? t.accent : t.text2;
        paintBox(painter, rect(), theme().px(6), isChecked() ? t.tint : rest, Qt::transparent);
        const double side = theme().px(20);
        const double x = m_rail ? (width() - side) / 2 : theme().px(12);
        paintIcon(painter, m_icon, QRectF(x, (height() - side) / 2, side, side), ink);
        if (!m_rail)
            paintWords(painter, ink);
    }

private:
    void paintWords(QPainter &painter, const QColor &ink) const
    {
        const QFont small = theme().font(TextRole::Small);
        const int count = m_side.isEmpty() ? 0 : textWidth(small, m_side) + theme().px(8);
        const QRectF row(theme().px(44), 0, width() - theme().px(44 + 12), height());
        const QFont font = theme().font(isChecked() ? TextRole::Finding : TextRole::Interface);
        paintText(painter, row.adjusted(0, 0, -count, 0), font, ink, text());
        paintText(painter, row, small, theme().colors().text2, m_side, Qt::AlignRight);
    }

    Icon m_icon;
    QString m_side;
    bool m_rail = false;
};

Sidebar::Sidebar(const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_title(new Label(theme, TextRole::Emphasis, title, this)),
      m_column(new QVBoxLayout(this))
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
    m_column->addWidget(m_title);
    m_column->addStretch(1);
    followTheme();
    connect(&theme, &Theme::changed, this, &Sidebar::followTheme);
}

int Sidebar::addItem(Icon icon, const QString &text, const QString &key)
{
    return add(icon, text, key, false, ++m_topItems); // row 0 is the title
}

int Sidebar::addBottomItem(Icon icon, const QString &text, const QString &key, bool showsKey)
{
    return add(icon, text, key, showsKey, m_column->count());
}

int Sidebar::add(Icon icon, const QString &text, const QString &key, bool showsKey, int row)
{
    const int index = static_cast<int>(m_items.size());
    auto *item = new SidebarItem(m_theme, icon, text, key, showsKey, this);
    item->setRail(m_rail);
    m_items.append(item);
    m_column->insertWidget(row, item);
    connect(item, &QAbstractButton::clicked, this, [this, index] { emit activated(index); });
    return index;
}

void Sidebar::setCount(int item, int count)
{
    m_items.at(item)->setCount(count);
}

void Sidebar::setCurrent(int item)
{
    m_current = item;
    for (qsizetype i = 0; i < m_items.size(); ++i)
        m_items.at(i)->setChecked(i == item);
}

void Sidebar::setRail(bool rail)
{
    if (rail == m_rail)
        return;
    m_rail = rail;
    m_title->setVisible(!rail);
    for (SidebarItem *item : m_items)
        item->setRail(rail);
    followTheme();
}

QSize Sidebar::sizeHint() const
{
    return {m_theme.px(m_rail ? 56 : 176), m_column->sizeHint().height()};
}

void Sidebar::followTheme()
{
    const int side = m_theme.px(m_rail ? 8 : 12);
    m_column->setContentsMargins(side, m_theme.px(12), side + 1, m_theme.px(12));
    m_column->setSpacing(m_theme.px(4));
    m_title->setContentsMargins(m_theme.px(12), m_theme.px(6), 0, m_theme.px(14));
    setFixedWidth(sizeHint().width());
    update();
}

void Sidebar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.colors().window);
    painter.fillRect(QRect(width() - 1, 0, 1, height()), m_theme.colors().border);
}

} // namespace flaskcards
