// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/checkline.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace flaskcards {

namespace {

// Height of one row: the text and what keeps the target at least 28 high.
int rowHeight(const Theme &theme, const PaintedText &text, int width)
{
    return std::max(theme.px(30), text.heightForWidth(std::max(width, 40)) + theme.px(6));
}

QSizePolicy rowPolicy()
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    return policy;
}

} // namespace

CheckLine::CheckLine(const Theme &theme, const QString &markdown, QWidget *parent)
    : QCheckBox(parent), m_theme(theme), m_text(theme)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(rowPolicy());
    m_text.set(readInline(markdown), {TextRole::KeyPoint});
    setAccessibleName(m_text.plain());
    connect(&theme, &Theme::changed, this, [this] {
        m_text.rebuild();
        updateGeometry();
        update();
    });
}

void CheckLine::setHits(const HitFinder &hits)
{
    m_text.setHits(hits);
    update();
}

int CheckLine::textLeft() const
{
    return m_theme.px(32);
}

int CheckLine::heightForWidth(int width) const
{
    return rowHeight(m_theme, m_text, width - textLeft());
}

QSize CheckLine::sizeHint() const
{
    return {m_theme.px(720), heightForWidth(width())};
}

QSize CheckLine::minimumSizeHint() const
{
    return {m_theme.px(120), m_theme.px(30)};
}

void CheckLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const int line = m_theme.px(30);
    option.rect = QRect(0, (line - m_theme.px(20)) / 2, m_theme.px(20), m_theme.px(20));
    style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &option, &painter, this);
    const double top = (line - m_theme.lineHeight(TextRole::KeyPoint)) / 2.0;
    m_text.paint(painter, QPointF(textLeft(), top), width() - textLeft());
}

LinkRow::LinkRow(const Theme &theme, Icon icon, const QString &markdown, QWidget *parent)
    : PaintedButton(theme, {}, parent), m_icon(icon), m_text(theme)
{
    setSizePolicy(rowPolicy());
    setCursor(Qt::PointingHandCursor);
    m_text.set(readInline(markdown), {TextRole::KeyPoint, &Tokens::link});
    setAccessibleName(m_text.plain());
    connect(&theme, &Theme::changed, this, [this] { m_text.rebuild(); });
}

int LinkRow::textLeft() const
{
    return theme().px(32);
}

int LinkRow::heightForWidth(int width) const
{
    return rowHeight(theme(), m_text, width - textLeft() - theme().px(8));
}

QSize LinkRow::sizeHint() const
{
    return {theme().px(720), heightForWidth(width())};
}

QSize LinkRow::minimumSizeHint() const
{
    return {theme().px(120), theme().px(30)};
}

void LinkRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = theme().colors();
    if (isHovered() || isPressed()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(isPressed() ? t.heat[0] : t.sunken);
        painter.drawRoundedRect(rect(), theme().px(6), theme().px(6));
    }
    const int line = theme().px(30);
    const double side = theme().px(20);
    paintIcon(painter, m_icon, QRectF(theme().px(2), (line - side) / 2, side, side), t.text2);
    const double top = (line - theme().lineHeight(TextRole::KeyPoint)) / 2.0;
    m_text.paint(painter, QPointF(textLeft(), top), width() - textLeft() - theme().px(8));
}

} // namespace flaskcards
