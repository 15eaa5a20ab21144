// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/browse/cutlabel.h"

#include "ui/widgets/paint.h"

#include <QPainter>

namespace flaskcards {

void CutLabel::setWords(const QString &words)
{
    setText(words);
    updateToolTip();
}

QSize CutLabel::minimumSizeHint() const
{
    const QSize least = Label::minimumSizeHint();
    return wordWrap() ? least
                      : QSize(std::min(least.width(), fontMetrics().averageCharWidth() * 8), least.height());
}

void CutLabel::updateToolTip()
{
    setToolTip(!wordWrap() && textWidth(font(), text()) > width() ? text() : QString());
}

void CutLabel::resizeEvent(QResizeEvent *event)
{
    Label::resizeEvent(event);
    updateToolTip();
}

void CutLabel::paintEvent(QPaintEvent *event)
{
    if (wordWrap())
        return Label::paintEvent(event);
    QPainter painter(this);
    paintText(painter, rect(), font(), palette().color(QPalette::WindowText), text());
}

} // namespace flaskcards
