// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/thinbar.h"

#include "ui/theme.h"

#include <QPainter>
#include <QPainterPath>

namespace flaskcards {

ThinBar::ThinBar(const Theme &theme, const QString &name, int thickness, QWidget *parent)
    : QProgressBar(parent), m_theme(theme), m_thickness(thickness)
{
    setAccessibleName(name);
    setRange(0, 1000);
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

void ThinBar::setShare(double share)
{
    m_share = std::clamp(share, 0.0, 1.0);
    setValue(qRound(m_share * 1000));
    update();
}

void ThinBar::setTarget(std::optional<double> share)
{
    m_target = share;
    updateGeometry();
    update();
}

void ThinBar::setBand(double from, double to)
{
    m_bandFrom = from;
    m_bandTo = to;
    update();
}

void ThinBar::setSquare(bool square)
{
    m_square = square;
    update();
}

QSize ThinBar::sizeHint() const
{
    return {m_theme.px(60), m_theme.px(m_thickness) + (m_target ? m_theme.px(10) : 0)};
}

void ThinBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &t = m_theme.colors();
    const double thickness = m_theme.px(m_thickness);
    const QRectF bar(0, (height() - thickness) / 2.0, width(), thickness);
    const auto stretch = [&](double from, double to, const QColor &color) {
        painter.fillRect(QRectF(from * width(), bar.top(), (to - from) * width(), thickness), color);
    };
    painter.save();
    if (!m_square) {
        QPainterPath outline;
        outline.addRoundedRect(bar, thickness / 3, thickness / 3);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipPath(outline);
    }
    stretch(0, 1, t.heat[0]);
    stretch(m_bandFrom, m_bandTo, t.heat[2]);
    stretch(0, m_share, t.chart);
    painter.restore();
    if (m_target)
        painter.fillRect(QRectF(std::round(*m_target * width()) - 1, 0, 2, height()), t.text);
}

} // namespace flaskcards
