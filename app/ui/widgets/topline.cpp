// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/topline.h"

#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QPainter>

#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

TopLine::TopLine(const Theme &theme, const QString &whatIsSo, const QString &more, QWidget *parent)
    : QWidget(parent),
      m_theme(theme),
      m_headline(new Label(theme, TextRole::Finding, {}, this)),
      m_more(new Label(theme, TextRole::Interface, {}, this)),
      m_row(new QHBoxLayout(this)),
      m_texts(new QHBoxLayout)
{
    m_more->setWordWrap(true);
    m_more->setColor(&Tokens::text2);
    m_more->setTextInteractionFlags(Qt::TextSelectableByMouse); // it may name a file
    m_headline->setWordWrap(true);
    m_texts->addWidget(m_headline, 0, Qt::AlignTop);
    m_texts->addWidget(m_more, 1, Qt::AlignTop);
    m_row->addLayout(m_texts, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    setTexts(whatIsSo, more);
    followTheme();
    connect(&theme, &Theme::changed, this, &TopLine::followTheme);
}

void TopLine::setTexts(const QString &whatIsSo, const QString &more)
{
    m_headline->setText(whatIsSo);
    m_more->setText(more);
    arrange();
    setAccessibleName(whatIsSo);
    setAccessibleDescription(more);
}

void TopLine::setButton(const QString &text)
{
    if (!m_button) {
        m_button = new Button(m_theme, Button::Look::Small, text, this);
        m_button->setObjectName(u"topLineButton"_s);
        m_row->addWidget(m_button, 0, Qt::AlignVCenter);
        connect(m_button, &QAbstractButton::clicked, this, &TopLine::pressed);
    }
    m_button->setText(text);
    m_button->setVisible(!text.isEmpty());
}

void TopLine::followTheme()
{
    m_row->setContentsMargins(m_theme.px(44), m_theme.px(8), m_theme.px(16), m_theme.px(8));
    m_row->setSpacing(m_theme.px(12));
    arrange();
    update();
}

// Side by side where that leaves the second text at least half of the line, else one below the other.
void TopLine::arrange()
{
    const int headline = int(std::ceil(textWidth(m_theme.font(TextRole::Finding), m_headline->text())));
    const bool isWide = 2 * headline <= width();
    m_texts->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_texts->setSpacing(m_theme.px(isWide ? 12 : 2));
    m_headline->setMinimumWidth(isWide ? headline : 0);
}

void TopLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TopLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_theme.colors();
    painter.fillRect(rect(), t.warnTint);
    painter.fillRect(QRectF(0, height() - 1, width(), 1), t.border);
    const double side = m_theme.px(20);
    const double middle = m_headline->y() + m_theme.lineHeight(TextRole::Finding) / 2.0;
    paintIcon(painter, Icon::Info, QRectF(m_theme.px(16), middle - side / 2, side, side), t.text2);
}

} // namespace flaskcards
