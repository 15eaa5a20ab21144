// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/button.h"

#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QFontMetrics>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace flaskcards {

PaintedButton::PaintedButton(const Theme &theme, const QString &text, QWidget *parent)
    : QPushButton(text, parent), m_theme(theme)
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Minimum, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void PaintedButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        return QPushButton::keyPressEvent(event);
    if (menu())
        showMenu();
    else if (!event->isAutoRepeat())
        click();
}

Button::Button(const Theme &theme, Look look, const QString &text, QWidget *parent)
    : PaintedButton(theme, text, parent), m_look(look)
{
    if (look == Look::Link || isFrameless())
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (look == Look::Link)
        setCursor(Qt::PointingHandCursor);
}

Button::Button(const Theme &theme, Icon icon, const QString &name, QWidget *parent)
    : Button(theme, Look::Tool, QString(), parent)
{
    m_symbol = icon;
    m_name = name;
    setAccessibleName(name);
    updateToolTip();
}

void Button::setSymbol(Icon icon)
{
    m_symbol = icon;
    updateGeometry();
    update();
}

void Button::setKeyCap(const QString &key)
{
    m_key = key;
    updateToolTip();
    updateGeometry();
    update();
}

void Button::updateToolTip()
{
    const QString name = m_name.isEmpty() ? text() : m_name;
    if (!m_key.isEmpty())
        setToolTip(tr("%1 (%2)", "tool tip: what a button does and its key").arg(name, m_key));
    else if (!m_name.isEmpty())
        setToolTip(m_name);
}

bool Button::hasPaintedKey() const
{
    return !m_key.isEmpty() && !text().isEmpty() && (m_look == Look::Large || isFrameless());
}

QFont Button::textFont() const
{
    switch (m_look) {
    case Look::Filled:
        return theme().font(TextRole::Finding);
    case Look::Large:
        return theme().font(TextRole::LargeButton);
    case Look::Small:
    case Look::Quiet:
        return theme().font(TextRole::Small);
    default:
        return theme().font(TextRole::Interface);
    }
}

int Button::sideMargin() const
{
    switch (m_look) {
    case Look::Large:
        return theme().px(24);
    case Look::Small:
        return theme().px(12);
    case Look::Link:
    case Look::Quiet:
        return 0;
    case Look::Tool:
        return theme().px(8);
    default:
        return theme().px(16);
    }
}

int Button::leastHeight() const
{
    return theme().px(m_look == Look::Large ? 56 : isLow() ? 28 : 36);
}

int Button::symbolSide() const
{
    return theme().px(m_look == Look::Small ? 16 : m_look == Look::Quiet ? 18 : 20);
}

QSize Button::contentSize() const
{
    const QFontMetrics metrics(textFont());
    QSize size(0, metrics.height());
    if (!text().isEmpty())
        size.rwidth() += textWidth(textFont(), text());
    if (m_symbol)
        size = QSize(size.width() + symbolSide() + (text().isEmpty() ? 0 : theme().px(8)),
                     std::max(size.height(), symbolSide()));
    if (hasPaintedKey())
        size.rwidth() += theme().px(8) + keyCapSize(theme(), m_key).width();
    if (menu())
        size.rwidth() += theme().px(12) + theme().px(16);
    return size;
}

QSize Button::sizeHint() const
{
    const QSize content = contentSize();
    const int spare = theme().px(isLow() ? 8 : 16);
    const int height = std::max(leastHeight(), content.height() + spare);
    if (m_look == Look::Tool && text().isEmpty())
        return {height, height};
    return {content.width() + 2 * sideMargin(), height};
}

Button::Ink Button::filledInk() const
{
    const Tokens &t = theme().colors();
    if (!isEnabled())
        return {t.window, t.border, t.disabled};
    return {isPressed() ? t.fillPressed : isHovered() ? t.fillHover : t.fill, Qt::transparent, t.onFill};
}

Button::Ink Button::framedInk() const
{
    const Tokens &t = theme().colors();
    if (!isEnabled())
        return {t.window, t.border, t.disabled};
    return {isPressed() || isChecked() ? t.heat[0] : isHovered() ? t.sunken : t.surface, t.edge, t.text};
}

Button::Ink Button::ink() const
{
    const Tokens &t = theme().colors();
    switch (m_look) {
    case Look::Filled:
    case Look::Large:
        return filledInk();
    case Look::Plain:
    case Look::Small:
        return framedInk();
    case Look::Link:
        return {Qt::transparent, Qt::transparent, isEnabled() ? t.link : t.disabled};
    case Look::Tool:
    case Look::Quiet:
        break;
    }
    const QColor hover = m_look == Look::Quiet ? QColor(Qt::transparent) : t.sunken;
    const QColor fill = isPressed() ? t.heat[0] : isHovered() ? hover : QColor(Qt::transparent);
    return {isChecked() ? t.tint : fill, Qt::transparent,
            !isEnabled()  ? t.disabled
            : isChecked() ? t.accent
            : isHovered() ? t.text
                          : t.text2};
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Ink colors = ink();
    paintBox(painter, rect(), theme().px(m_look == Look::Large ? 8 : 6), colors.fill, colors.line);
    paintContent(painter, colors.text);
}

void Button::paintContent(QPainter &painter, const QColor &color) const
{
    const QSize content = contentSize();
    const int spare = std::max(0, width() - content.width());
    double x = menu() ? sideMargin() : spare / 2.0;
    const double right = width() - x;
    if (m_symbol) {
        paintIcon(painter, *m_symbol, QRectF(x, (height() - symbolSide()) / 2.0, symbolSide(), symbolSide()),
                  color);
        x += symbolSide() + theme().px(8);
    }
    if (menu())
        paintIcon(
            painter, Icon::Down,
            QRectF(right - theme().px(16), (height() - theme().px(16)) / 2.0, theme().px(16), theme().px(16)),
            color);
    const double textEnd = std::min(x + textWidth(textFont(), text()), right);
    QFont font = textFont();
    font.setUnderline(m_look == Look::Link && isHovered());
    paintText(painter, QRectF(x, 0, textEnd - x + 1, height()), font, color, text());
    if (!hasPaintedKey())
        return;
    const QSize cap = keyCapSize(theme(), m_key);
    const QColor line = m_look == Look::Large ? color : theme().colors().border;
    paintKeyCap(painter,
                QRectF(textEnd + theme().px(8), (height() - cap.height()) / 2.0, cap.width(), cap.height()),
                theme(), m_key, color, line);
}

} // namespace flaskcards
