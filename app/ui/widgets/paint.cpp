// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/paint.h"

#include "ui/theme.h"

#include <QFontMetricsF>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace flaskcards {

void paintBox(QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &line,
              double lineWidth)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(line.alpha() == 0 ? QPen(Qt::NoPen) : QPen(line, lineWidth));
    const double inset = line.alpha() == 0 ? 0 : lineWidth / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

void paintText(QPainter &painter, const QRectF &rect, const QFont &font, const QColor &color,
               const QString &text, Qt::Alignment alignment)
{
    painter.setFont(font);
    painter.setPen(color);
    const QFontMetricsF metrics(font);
    QString shown = metrics.horizontalAdvance(text) <= rect.width() + 0.5
                        ? text
                        : metrics.elidedText(text, Qt::ElideRight, rect.width());
    shown.replace(u"……"_s, u"…"_s); // of a text that was shortened before
    painter.drawText(rect, int(alignment | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

QSize keyCapSize(const Theme &theme, const QString &key)
{
    const int height = theme.px(20);
    return {std::max(height, textWidth(theme.font(TextRole::Caption), key) + theme.px(10)), height};
}

void paintKeyCap(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &key,
                 const QColor &ink, const QColor &line)
{
    paintBox(painter, rect, theme.px(4), Qt::transparent, line);
    paintText(painter, rect, theme.font(TextRole::Caption), ink, key, Qt::AlignHCenter);
}

} // namespace flaskcards
