// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/label.h"

#include "ui/widgets/paint.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace flaskcards {

Label::Label(const Theme &theme, TextRole role, const QString &text, QWidget *parent)
    : QLabel(parent), m_theme(theme), m_role(role)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    followTheme();
    connect(&theme, &Theme::changed, this, &Label::followTheme);
}

void Label::setColor(QColor Tokens::*color)
{
    m_color = color;
    followTheme();
}

void Label::setRole(TextRole role)
{
    m_role = role;
    followTheme();
}

void Label::followTheme()
{
    setFont(m_theme.font(m_role));
    QPalette own = m_theme.palette();
    own.setColor(QPalette::Active, QPalette::WindowText, m_theme.colors().*m_color);
    own.setColor(QPalette::Inactive, QPalette::WindowText, m_theme.colors().*m_color);
    setPalette(own);
    setMinimumHeight(m_theme.lineHeight(m_role));
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {0, Label::minimumSizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintText(painter, contentsRect(), font(), palette().color(QPalette::WindowText), text(), alignment());
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && sizeHint().width() > width()) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), text(), this);
        return true;
    }
    return Label::event(event);
}

SectionLabel::SectionLabel(const Theme &theme, const QString &text, QWidget *parent)
    : Label(theme, TextRole::SectionLabel, text, parent)
{
    setColor(&Tokens::text2);
}

KeyCap::KeyCap(const Theme &theme, const QString &key, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_key(key)
{
    setAccessibleName(key);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, &QWidget::updateGeometry);
}

QSize KeyCap::sizeHint() const
{
    return keyCapSize(m_theme, m_key);
}

void KeyCap::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintKeyCap(painter, rect(), m_theme, m_key, m_theme.colors().text2, m_theme.colors().border);
}

} // namespace flaskcards
