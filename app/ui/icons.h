// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QIcon>
#include <QRectF>

class QPainter;
class QPainterPath;

namespace flaskcards {

// Line icons on a 20 px grid with 1.5 px round strokes.
enum class Icon {
    Today,
    Study,
    Browse,
    Progress,
    Interview,
    Settings,
    Help,
    Undo,
    Flag,
    Edit,
    More,
    Info,
    Copy,
    Check,
    Cross,
    Back,
    Down,
    Right,
    Up,
    Clock,
    Export,
    Save,
    Print,
    Mic,
    Type,
    Plus,
    Trash,
    Tag,
    Skip,
    Bury,
    Suspend,
    Asked,
    FollowUp,
    Filter,
    Sort,
    Import,
    Warning,
    Link,
    Play,
    Stop,
    Count
};

// Strokes the icon into the largest square in the middle of `box`.
void paintIcon(QPainter &painter, Icon icon, const QRectF &box, const QColor &color);

// For menus, actions and item views: drawn at any size and pixel ratio in the text colour of the
// application's palette (disabled and selected too), so that a theme change needs no new icon.
QIcon icon(Icon icon);

// A card with a flask on it: the program itself, sharp at any size.
QIcon programIcon();

// Reads the drawing language of the icon table; letters as in SVG paths, and besides
// "O x y r" a circle, "R x y width height radius" a rounded box. Lower case is relative.
QPainterPath parseIconPath(const char *commands);

// Shape and colour of a flag, 1 red triangle to 7 purple cross, in the middle of `box`.
void paintFlag(QPainter &painter, int flag, const QRectF &box, const QColor &color);
QString flagName(int flag); // "Red"

} // namespace flaskcards
