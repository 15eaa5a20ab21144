// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/cardtext/textblock.h"

#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace flaskcards {

TextBlock::TextBlock(const Theme &theme, const TextLook &look, QWidget *parent)
    : QTextBrowser(parent), m_theme(theme), m_look(look)
{
    setFrameShape(QFrame::NoFrame);
    viewport()->setAutoFillBackground(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setLineWrapMode(QTextEdit::FixedPixelWidth);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setAccessibleName(tr("Text"));
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(this, &QTextBrowser::anchorClicked, this, &TextBlock::linkActivated);
    connect(&theme, &Theme::changed, this, &TextBlock::rebuild);
}

void TextBlock::setSteps(const QList<MarkupStep> &steps)
{
    m_steps = steps;
    const auto flags = Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard;
    setTextInteractionFlags(hasLinks() ? flags : Qt::TextSelectableByMouse);
    setFocusPolicy(hasLinks() ? Qt::StrongFocus : Qt::ClickFocus);
    rebuild();
}

void TextBlock::setHits(const HitFinder &hits)
{
    m_look.hits = hits;
    rebuild();
}

void TextBlock::setMeasure(int em)
{
    m_measure = em;
    m_measuredWidth = -1;
    updateGeometry();
}

bool TextBlock::hasLinks() const
{
    return std::any_of(m_steps.cbegin(), m_steps.cend(),
                       [](const MarkupStep &step) { return step.tag == MarkupStep::Tag::Link; });
}

void TextBlock::rebuild()
{
    fillDocument(*document(), m_steps, m_theme, m_look);
    m_measuredWidth = -1;
    updateGeometry();
    viewport()->update();
}

int TextBlock::textWidthFor(int width) const
{
    if (m_measure <= 0)
        return width;
    const double em = m_theme.font(m_look.role).pointSizeF() / m_theme.font(TextRole::Interface).pointSizeF();
    return std::min(width, qRound(m_measure * em * m_theme.em()));
}

// Layouts ask for heights at widths the block will never have; painting sets the wrapping right again.
void TextBlock::wrapFor(int width) const
{
    const int wrapWidth = textWidthFor(width);
    if (lineWrapColumnOrWidth() != wrapWidth)
        const_cast<TextBlock *>(this)->setLineWrapColumnOrWidth(wrapWidth);
}

int TextBlock::heightForWidth(int width) const
{
    if (width != m_measuredWidth) {
        wrapFor(width);
        m_measuredHeight = static_cast<int>(std::ceil(document()->size().height()));
        m_measuredWidth = width;
    }
    return m_measuredHeight;
}

QSize TextBlock::sizeHint() const
{
    const int width = this->width() > 0 ? this->width() : m_theme.px(720);
    return {width, heightForWidth(width)};
}

QSize TextBlock::minimumSizeHint() const
{
    return {m_theme.px(80), m_theme.lineHeight(m_look.role)};
}

QVariant TextBlock::loadResource(int, const QUrl &)
{
    return {};
}

void TextBlock::resizeEvent(QResizeEvent *event)
{
    wrapFor(width());
    QTextBrowser::resizeEvent(event);
}

void TextBlock::paintEvent(QPaintEvent *event)
{
    wrapFor(width());
    {
        QPainter painter(viewport());
        paintGround(painter, *document(), m_theme);
    }
    QTextBrowser::paintEvent(event);
}

// Tab comes to a link, not to the text around it.
void TextBlock::focusInEvent(QFocusEvent *event)
{
    QTextBrowser::focusInEvent(event);
    if (hasLinks() && (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason))
        focusNextPrevChild(event->reason() == Qt::TabFocusReason);
}

// Keys other than those of copying and links belong to the page: Space must grade, not scroll.
void TextBlock::keyPressEvent(QKeyEvent *event)
{
    const bool opensLink = hasLinks() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter);
    if (event->matches(QKeySequence::Copy) || opensLink)
        return QTextBrowser::keyPressEvent(event);
    event->ignore();
}

void TextBlock::wheelEvent(QWheelEvent *event)
{
    event->ignore();
}

QMimeData *TextBlock::createMimeDataFromSelection() const
{
    auto *plain = new QMimeData;
    plain->setText(selectedText(textCursor()));
    return plain;
}

} // namespace flaskcards
