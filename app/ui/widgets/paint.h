// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QRectF>

class QPainter;
class QString;

namespace flaskcards {

class Theme;

// A rounded box whose 1 px (or thicker) outline lies inside `rect`, sharp at every pixel ratio.
void paintBox(QPainter &painter, const QRectF &rect, double radius, const QColor &fill, const QColor &line,
              double lineWidth = 1);

// One line of text, centred in height; elided at the end if it does not fit.
void paintText(QPainter &painter, const QRectF &rect, const QFont &font, const QColor &color,
               const QString &text, Qt::Alignment alignment = Qt::AlignLeft);

// The small framed name of a key, such as "Space".
QSize keyCapSize(const Theme &theme, const QString &key);
void paintKeyCap(QPainter &painter, const QRectF &rect, const Theme &theme, const QString &key,
                 const QColor &ink, const QColor &line);

} // namespace flaskcards
