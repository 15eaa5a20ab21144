// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/panel.h"

#include "ui/widgets/label.h"
#include "ui/widgets/paint.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace flaskcards {

Panel::Panel(const Theme &theme, QWidget *parent, int sideMargin, int topMargin)
    : QWidget(parent),
      m_theme(theme),
      m_sideMargin(sideMargin),
      m_topMargin(topMargin),
      m_title(new Label(theme, TextRole::Finding, {}, this)),
      m_note(new Label(theme, TextRole::Interface, {}, this)),
      m_caption(new Label(theme, TextRole::Caption, {}, this)),
      m_titleRow(new QHBoxLayout),
      m_captionRow(new QHBoxLayout),
      m_body(new QVBoxLayout)
{
    m_note->setColor(&Tokens::text2);
    m_caption->setColor(&Tokens::text2);
    m_title->setWordWrap(true);
    for (QWidget *unset : {m_title, m_note, m_caption})
        unset->hide();
    m_titleRow->addWidget(m_title, 1);
    m_titleRow->addWidget(m_note, 0, Qt::AlignRight);
    m_captionRow->addWidget(m_caption);
    m_captionRow->addStretch(1);
    auto *rows = new QVBoxLayout(this);
    rows->addLayout(m_titleRow);
    rows->addLayout(m_captionRow);
    rows->addLayout(m_body, 1);
    followTheme();
    connect(&theme, &Theme::changed, this, &Panel::followTheme);
}

void Panel::setTitle(const QString &text)
{
    m_title->setText(text);
    m_title->setVisible(!text.isEmpty());
    followTheme();
    setAccessibleName(text);
}

void Panel::setNote(const QString &text)
{
    m_note->setText(text);
    m_note->setVisible(!text.isEmpty());
    followTheme();
}

void Panel::setCaption(const QString &text)
{
    m_caption->setText(text);
    m_caption->setVisible(!text.isEmpty());
    followTheme();
}

void Panel::addBesideTitle(QWidget *widget)
{
    m_titleRow->addWidget(widget, 0, Qt::AlignRight | Qt::AlignVCenter);
}

void Panel::addBesideCaption(QWidget *widget)
{
    m_captionRow->insertWidget(m_captionRow->count() - 1, widget, 0, Qt::AlignVCenter);
}

void Panel::followTheme()
{
    const int side = m_theme.px(m_sideMargin);
    const int top = m_theme.px(m_topMargin);
    layout()->setContentsMargins(side, top, side, top);
    layout()->setSpacing(0);
    m_titleRow->setSpacing(m_theme.px(8));
    m_captionRow->setSpacing(m_theme.px(10));
    m_body->setSpacing(m_theme.px(8));
    const bool hasHead = !m_title->isHidden() || !m_note->isHidden() || !m_caption->isHidden();
    m_body->setContentsMargins(0, hasHead ? m_theme.px(8) : 0, 0, 0);
    update();
}

void Panel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintBox(painter, rect(), m_theme.px(8), m_theme.colors().surface, m_theme.colors().border);
}

Legend::Legend(const Theme &theme, const QList<Entry> &entries, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_entries(entries)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    QStringList words;
    for (const Entry &entry : entries)
        words += entry.text;
    setAccessibleName(words.join(QStringLiteral(", ")));
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

int Legend::markWidth(Mark mark) const
{
    return m_theme.px(mark == Mark::Line || mark == Mark::Dashed ? 14 : 10);
}

QSize Legend::sizeHint() const
{
    int width = 0;
    for (const Entry &entry : m_entries)
        width += markWidth(entry.mark) + m_theme.px(6 + 10) +
                 textWidth(m_theme.font(TextRole::Caption), entry.text);
    return {std::max(0, width - m_theme.px(10)), m_theme.lineHeight(TextRole::Caption)};
}

QColor Legend::colorOf(const Entry &entry) const
{
    return entry.rating ? m_theme.rating(static_cast<Rating>(entry.rating)) : m_theme.colors().*entry.color;
}

void Legend::paintMark(QPainter &painter, const QRectF &box, const Entry &entry) const
{
    const QColor color = colorOf(entry);
    const QColor inside = m_theme.colors().tint;
    switch (entry.mark) {
    case Mark::Solid:
        return painter.fillRect(box.toRect(), color);
    case Mark::Hollow:
        return paintBox(painter, box, 0.75, inside, color, 1.5);
    case Mark::Dot:
        return paintBox(painter, box, box.width() / 2, color, Qt::transparent);
    case Mark::HollowDot:
        return paintBox(painter, box, box.width() / 2, m_theme.colors().surface, color, 1.5);
    case Mark::Line:
    case Mark::Dashed:
        break;
    }
    QPen pen(color, entry.mark == Mark::Line ? 2 : 1.5);
    if (entry.mark == Mark::Dashed)
        pen.setDashPattern({3, 2});
    painter.setPen(pen);
    painter.drawLine(QPointF(box.left(), box.center().y()), QPointF(box.right(), box.center().y()));
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QFont font = m_theme.font(TextRole::Caption);
    double x = 0;
    for (const Entry &entry : m_entries) {
        const double side = m_theme.px(10);
        const QRectF box(x, std::floor((height() - side) / 2), markWidth(entry.mark), side);
        paintMark(painter, box, entry);
        x = box.right() + m_theme.px(6);
        const double width = textWidth(font, entry.text);
        paintText(painter, QRectF(x, 0, width, height()), font, m_theme.colors().text2, entry.text);
        x += width + m_theme.px(10);
    }
}

} // namespace flaskcards
