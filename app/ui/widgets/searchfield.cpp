// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/searchfield.h"

#include "ui/theme.h"
#include "ui/widgets/button.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace flaskcards {

SearchField::SearchField(const Theme &theme, const QString &name, QWidget *parent)
    : QLineEdit(parent), m_theme(theme), m_clear(new Button(theme, Icon::Cross, tr("Clear"), this))
{
    setAccessibleName(name);
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->setFocusPolicy(Qt::NoFocus); // Escape does the same
    m_clear->hide();
    connect(m_clear, &Button::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, m_clear,
            [this](const QString &text) { m_clear->setVisible(!text.isEmpty()); });
    followTheme();
    connect(&theme, &Theme::changed, this, &SearchField::followTheme);
}

void SearchField::setError(const QString &sentence)
{
    setProperty("invalid", !sentence.isEmpty());
    setAccessibleDescription(sentence);
    update();
}

QSize SearchField::sizeHint() const
{
    const int height = std::max(m_theme.px(40), fontMetrics().height() + m_theme.px(16));
    return {std::max(QLineEdit::sizeHint().width(), m_theme.px(240)), height};
}

void SearchField::followTheme()
{
    setFont(m_theme.font(TextRole::KeyPoint));
    setTextMargins(m_theme.px(36), 0, m_theme.px(36), 0);
    setMinimumHeight(sizeHint().height());
    placeClearButton();
    updateGeometry();
}

void SearchField::placeClearButton()
{
    const int side = m_theme.px(28);
    const int inset = (height() - side) / 2;
    m_clear->setGeometry(width() - side - inset, inset, side, side);
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    placeClearButton();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        return clear();
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const double side = m_theme.px(20);
    paintIcon(painter, Icon::Browse, QRectF(m_theme.px(12), (height() - side) / 2, side, side),
              m_theme.colors().text);
}

} // namespace flaskcards
