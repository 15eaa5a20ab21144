// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/tick.h"

#include "ui/theme.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace flaskcards {

Tick::Tick(const Theme &theme, const QString &text, QWidget *parent) : QCheckBox(text, parent), m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

int Tick::textLeft() const
{
    return m_theme.px(30);
}

int Tick::heightForWidth(int width) const
{
    const QFontMetrics metrics(m_theme.font(TextRole::Interface));
    const QRect room(0, 0, std::max(width - textLeft(), m_theme.px(60)), QWIDGETSIZE_MAX);
    return std::max(m_theme.px(28), metrics.boundingRect(room, Qt::TextWordWrap, text()).height());
}

QSize Tick::sizeHint() const
{
    const int width = textLeft() + textWidth(m_theme.font(TextRole::Interface), text()) + m_theme.px(4);
    return {width, heightForWidth(width)};
}

QSize Tick::minimumSizeHint() const
{
    return {std::min(m_theme.px(140), sizeHint().width()), m_theme.px(28)};
}

void Tick::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const int side = m_theme.px(20);
    const int line = m_theme.lineHeight(TextRole::Interface);
    const QRect words = rect().adjusted(textLeft(), 0, 0, 0);
    const QFont font = m_theme.font(TextRole::Interface);
    const int high =
        QFontMetrics(font).boundingRect(words, Qt::TextWordWrap | Qt::AlignLeft, text()).height();
    const int top = std::max(0, (height() - high) / 2);
    option.rect = QRect(0, std::max(0, top + (line - side) / 2), side, side);
    style()->drawPrimitive(QStyle::PE_IndicatorCheckBox, &option, &painter, this);
    painter.setFont(font);
    painter.setPen(isEnabled() ? m_theme.colors().text : m_theme.colors().disabled);
    painter.drawText(words, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace flaskcards
