// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/icons.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPainterPath>
#include <QPalette>

#include <array>
#include <cctype>
#include <cmath>
#include <cstdlib>

namespace flaskcards {

namespace {

struct IconLook {
    const char *path;
    double stroke = 1.5;
};

constexpr size_t iconCount = static_cast<size_t>(Icon::Count);

// In the order of Icon.
constexpr std::array<IconLook, iconCount> iconLooks = {{
    {"O10 10 3.4 M10 2.2v2 M10 15.8v2 M2.2 10h2 M15.8 10h2 M4.5 4.5l1.4 1.4 M14.1 14.1l1.4 1.4 M4.5 "
     "15.5l1.4-1.4 "
     "M14.1 5.9l1.4-1.4"},                                                             // Today
    {"R2.8 6.2 11 10.5 1.6 M6.2 3.3h9.4a1.6 1 1.6 1.6v8.6"},                           // Study
    {"O8.8 8.8 5.3 M12.8 12.8l4.4 4.4"},                                               // Browse
    {"M3 16.8h14 M5.5 16.5v-5 M10 16.5v-12.5 M14.5 16.5v-8"},                          // Progress
    {"R3 4.2 14 12.8 1.6 M3 8.2h14 M6.8 2.5v3 M13.2 2.5v3 M7.4 12.4l1.9 1.9l3.4-3.6"}, // Interview
    {"M3 6h7 M14 6h3 M3 14h3 M10 14h7 O12 6 2 O8 14 2"},                               // Settings
    {"O10 10 7.2 M7.9 7.8c0-1.2 .9-2.1 2.1-2.1c1.2 0 2.1.9 2.1 2.1c0 .8-.4 1.5-1.2 1.9c-.6.3-.9.7-.9 1.5 M10 "
     "13.7v.2"},                                                                                    // Help
    {"M6.6 4.2l-3.2 3.2l3.2 3.2 M3.6 7.4h7.9a4.4 1 0 8.8h-4.5"},                                    // Undo
    {"M5 17.3v-14.1 M5 3.8h9.6l-2 3.4l2 3.4h-9.6"},                                                 // Flag
    {"M3.4 16.6l.7-3.2l9.3-9.3a1.4 1 2 0l.5.5a1.4 1 0 2l-9.3 9.3z M12 5.6l2.5 2.5"},                // Edit
    {"M4.8 10h.01 M10 10h.01 M15.2 10h.01", 2.2},                                                   // More
    {"O10 10 7.2 M10 9.2v4.6 M10 6.4v.2"},                                                          // Info
    {"R7 7 9.6 9.6 1.6 M13 4.6v-.6a1.2 0 -1.2-1.2h-7.2a1.6 0 -1.6 1.6v7.2a1.2 0 1.2 1.4h.5"},       // Copy
    {"M4 10.6l4 4l8-9"},                                                                            // Check
    {"M5 5l10 10 M15 5l-10 10"},                                                                    // Cross
    {"M12 4.5l-5.5 5.5l5.5 5.5"},                                                                   // Back
    {"M5.5 8l4.5 4.5l4.5-4.5"},                                                                     // Down
    {"M8 5.5l4.5 4.5l-4.5 4.5"},                                                                    // Right
    {"M5.5 12l4.5-4.5l4.5 4.5"},                                                                    // Up
    {"O10 10 7.2 M10 5.8v4.2l2.8 2"},                                                               // Clock
    {"M10 12.5v-9.5 M6.6 6.2l3.4-3.4l3.4 3.4 M3.2 12.4v3.2a1.4 0 1.4 1.4h10.8a1.4 0 1.4-1.4v-3.2"}, // Export
    {"M5.4 3h9.2v14l-4.6-3.6l-4.6 3.6z"},                                                           // Save
    {"M5.6 7.4v-4.4h8.8v4.4 M5.6 14h-2.4v-6.4h13.6v6.4h-2.4 M5.6 11.8h8.8v5.2h-8.8z"},              // Print
    {"R7.4 2.6 5.2 9 2.6 M4.6 9.4a5.4 0 10.8 0 M10 14.8v2.6"},                                      // Mic
    {"R2.4 5 15.2 10 1.6 M5.4 8h.01 M8.4 8h.01 M11.4 8h.01 M14.5 8h.01 M6.4 12h7.2", 1.6},          // Type
    {"M10 4v12 M4 10h12"},                                                                          // Plus
    {"M3.6 5.4h12.8 M7.6 5.2v-1.2a1.2 1 1.2-1.2h2.4a1.2 1 1.2 1.2v1.2 M5.2 5.6l.7 9.9a1.6 0 1.6 1.5h5a1.6 0 "
     "1.6-1.5l.7-9.9 M8.4 8.8v4.8 M11.6 8.8v4.8"},                                             // Trash
    {"M3 4.4a1.4 1 1.4-1.4h5.4l6.9 6.9a1.4 1 0 2l-4.8 4.8a1.4 1 -2 0l-6.9-6.9z M6.8 6.8h.01"}, // Tag
    {"M4 5l5.6 5l-5.6 5z M10.4 5l5.6 5l-5.6 5z"},                                              // Skip
    {"M10 3v6.6 M6.8 6.6l3.2 3.2l3.2-3.2 M3 12.6h14 M5 16.4h10"},                              // Bury
    {"O10 10 7.2 M8 7.4v5.2 M12 7.4v5.2"},                                                     // Suspend
    {"M4.4 3.6h11.2a1.6 1 1.6 1.6v7a1.6 1 -1.6 1.6h-5.2l-3.8 3.2v-3.2h-2.2a1.6 1 -1.6-1.6v-7a1.6 1 1.6-1.6z "
     "M7.2 8.8l2 2l3.6-3.9"},                                                                     // Asked
    {"M4 3.4v5.6a3 0 3 3h8.8 M12.4 8.6l3.4 3.4l-3.4 3.4"},                                        // FollowUp
    {"M3 4.2h14l-5.4 6.4v4.4l-3.2 1.8v-6.2z"},                                                    // Filter
    {"M6.4 4v12 M3.4 13l3 3l3-3 M13.6 16v-12 M10.6 7l3-3l3 3"},                                   // Sort
    {"M10 2.8v9.5 M6.6 9.1l3.4 3.4l3.4-3.4 M3.2 12.4v3.2a1.4 0 1.4 1.4h10.8a1.4 0 1.4-1.4v-3.2"}, // Import
    {"M10 3.2l7.4 13.2h-14.8z M10 8.2v3.8 M10 14.2v.1"},                                          // Warning
    {"M11.6 3h5.4v5.4 M16.8 3.2l-7.6 7.6 M14.6 11.4v4a1.6 1 -1.6 1.6h-8.4a1.6 1 -1.6-1.6v-8.4a1.6 1 "
     "1.6-1.6h4"},              // Link
    {"M6.6 4.2l9 5.8l-9 5.8z"}, // Play
    {"R5.2 5.2 9.6 9.6 1.4"},   // Stop
}};

// Walks over one command string and draws what it reads.
class PathReader
{
public:
    explicit PathReader(const char *commands) : m_at(commands) {}

    QPainterPath read()
    {
        while (const char command = nextCommand())
            draw(command);
        return m_path;
    }

private:
    char nextCommand()
    {
        while (*m_at == ' ')
            ++m_at;
        if (*m_at == '\0' || !std::isalpha(static_cast<unsigned char>(*m_at)))
            return '\0';
        return *m_at++;
    }

    double number()
    {
        char *end = nullptr;
        const double value = std::strtod(m_at, &end);
        m_at = end;
        return value;
    }

    QPointF point()
    {
        const double x = number();
        return {x, number()};
    }

    QPointF ahead() { return m_path.currentPosition() + point(); }

    void draw(char command)
    {
        switch (command) {
        case 'M':
            return m_path.moveTo(point());
        case 'l':
            return m_path.lineTo(ahead());
        case 'h':
            return m_path.lineTo(m_path.currentPosition() + QPointF(number(), 0));
        case 'v':
            return m_path.lineTo(m_path.currentPosition() + QPointF(0, number()));
        case 'c':
            return curve();
        case 'a':
            return arc();
        case 'z':
            return m_path.closeSubpath();
        case 'O':
            return circle();
        case 'R':
            return box();
        default:
            break;
        }
    }

    void curve()
    {
        const QPointF from = m_path.currentPosition();
        const QPointF first = from + point();
        const QPointF second = from + point();
        m_path.cubicTo(first, second, from + point());
    }

    // "a radius clockwise dx dy": at most half a circle.
    void arc()
    {
        double radius = number();
        const bool clockwise = number() > 0;
        const QPointF from = m_path.currentPosition();
        const QPointF to = ahead();
        const QPointF half = (to - from) / 2;
        const double halfLength = std::hypot(half.x(), half.y());
        radius = std::max(radius, halfLength);
        const double rise = std::sqrt(radius * radius - halfLength * halfLength) / halfLength;
        const QPointF side(-half.y() * rise, half.x() * rise);
        const QPointF centre = from + half + (clockwise ? side : -side);
        const double start = degrees(from - centre);
        double sweep = degrees(to - centre) - start;
        if (clockwise && sweep > 0)
            sweep -= 360;
        if (!clockwise && sweep < 0)
            sweep += 360;
        m_path.arcTo(QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius), start, sweep);
    }

    void circle()
    {
        const QPointF centre = point();
        const double radius = number();
        m_path.addEllipse(centre, radius, radius);
    }

    void box()
    {
        const QPointF corner = point();
        const QPointF size = point();
        const double radius = number();
        m_path.addRoundedRect(QRectF(corner, QSizeF(size.x(), size.y())), radius, radius);
    }

    // Counter-clockwise from three o'clock, as QPainterPath counts; y grows downwards.
    static double degrees(QPointF direction)
    {
        return std::atan2(-direction.y(), direction.x()) * 180 / M_PI;
    }

    const char *m_at;
    QPainterPath m_path;
};

const QPainterPath &pathOf(Icon icon)
{
    static std::array<QPainterPath, iconCount> paths;
    QPainterPath &path = paths.at(static_cast<size_t>(icon));
    if (path.isEmpty())
        path = parseIconPath(iconLooks.at(static_cast<size_t>(icon)).path);
    return path;
}

QRectF squareIn(const QRectF &box)
{
    const double side = std::min(box.width(), box.height());
    QRectF square(0, 0, side, side);
    square.moveCenter(box.center());
    return square;
}

QColor colorOf(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::Text);
    return palette.color(mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::Text);
}

// Draws whatever is given, at the size that is asked for.
class DrawnIconEngine : public QIconEngine
{
public:
    using Draw = void (*)(QPainter &, const QRectF &, QIcon::Mode, int);

    DrawnIconEngine(Draw draw, int what) : m_draw(draw), m_what(what) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        m_draw(*painter, rect, mode, m_what);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        QPixmap pixmap(size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return pixmap;
    }

    QIconEngine *clone() const override { return new DrawnIconEngine(m_draw, m_what); }

private:
    Draw m_draw;
    int m_what;
};

void drawLineIcon(QPainter &painter, const QRectF &rect, QIcon::Mode mode, int what)
{
    paintIcon(painter, static_cast<Icon>(what), rect, colorOf(mode));
}

// On a grid of 64: a teal card before a paler one, with a flask half full.
void drawProgramIcon(QPainter &painter, const QRectF &rect, QIcon::Mode, int)
{
    const QRectF square = squareIn(rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / 64, square.height() / 64);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0x85BFB8));
    painter.drawRoundedRect(QRectF(14, 4, 46, 46), 9, 9);
    painter.setBrush(QColor(0x0F6B66));
    painter.drawRoundedRect(QRectF(4, 12, 48, 48), 9, 9);
    static const QPainterPath liquid =
        parseIconPath("M22.4 40h11.2l5.4 8.4a2.6 1 -2.2 4h-17.6a2.6 1 -2.2-4z");
    painter.setBrush(QColor(0xFFE48A));
    painter.drawPath(liquid);
    static const QPainterPath glass =
        parseIconPath("M21.6 20.5h12.8 M24.2 21v12.6l-8.6 15a3.4 0 3 5.1h18.8a3.4 0 3-5.1l-8.6-15v-12.6");
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Qt::white, 3.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(glass);
    painter.restore();
}

// On a grid of 16.
QPainterPath flagPath(int flag)
{
    static constexpr std::array<const char *, 7> shapes = {
        "M8 2.2l6.4 11.6h-12.8z",                                                          // triangle
        "M8 1l7 7l-7 7l-7-7z",                                                             // diamond
        "O8 8 6",                                                                          // circle
        "M2.6 2.6h10.8v10.8h-10.8z",                                                       // square
        "M8 .8l2.2 4.7l5.2.6l-3.9 3.5l1.1 5.1l-4.6-2.6l-4.6 2.6l1.1-5.1l-3.9-3.5l5.2-.6z", // star
        "M4.5 1.8h7l3.6 6.2l-3.6 6.2h-7l-3.6-6.2z",                                        // hexagon
        "M5.6 1.6h4.8v4h4v4.8h-4v4h-4.8v-4h-4v-4.8h4z",                                    // cross
    };
    return parseIconPath(shapes.at(static_cast<size_t>(flag) - 1));
}

} // namespace

QPainterPath parseIconPath(const char *commands)
{
    return PathReader(commands).read();
}

void paintIcon(QPainter &painter, Icon icon, const QRectF &box, const QColor &color)
{
    const QRectF square = squareIn(box);
    const double stroke = iconLooks.at(static_cast<size_t>(icon)).stroke;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / 20, square.height() / 20);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, stroke, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPath(pathOf(icon));
    painter.restore();
}

QIcon icon(Icon icon)
{
    return QIcon(new DrawnIconEngine(drawLineIcon, static_cast<int>(icon)));
}

QIcon programIcon()
{
    return QIcon(new DrawnIconEngine(drawProgramIcon, 0));
}

void paintFlag(QPainter &painter, int flag, const QRectF &box, const QColor &color)
{
    const QRectF square = squareIn(box);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / 16, square.height() / 16);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawPath(flagPath(flag));
    painter.restore();
}

QString flagName(int flag)
{
    static constexpr std::array<const char *, 8> names = {
        QT_TRANSLATE_NOOP("Flags", "No flag"),   QT_TRANSLATE_NOOP("Flags", "Red"),
        QT_TRANSLATE_NOOP("Flags", "Orange"),    QT_TRANSLATE_NOOP("Flags", "Green"),
        QT_TRANSLATE_NOOP("Flags", "Blue"),      QT_TRANSLATE_NOOP("Flags", "Pink"),
        QT_TRANSLATE_NOOP("Flags", "Turquoise"), QT_TRANSLATE_NOOP("Flags", "Purple"),
    };
    return QCoreApplication::translate("Flags", names.at(static_cast<size_t>(flag)));
}

} // namespace flaskcards
