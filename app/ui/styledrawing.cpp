// SPDX-License-Identifier: GPL-3.0-or-later
// How Style draws what it draws itself; style.cpp says when.
#include "ui/style.h"

#include "ui/icons.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QPainter>
#include <QStyleOption>

#include <algorithm>

namespace flaskcards {

namespace {

bool isEnabled(const QStyleOption *option)
{
    return option->state & QStyle::State_Enabled;
}

} // namespace

void Style::drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    const Tokens &t = m_theme.colors();
    const bool focused = option->state & State_HasFocus;
    QColor line = isEnabled(option) ? t.edge : t.border;
    if (widget && widget->property("invalid").toBool())
        line = t.danger;
    else if (focused)
        line = t.focus;
    const QColor fill = isEnabled(option) ? t.surface : t.window;
    paintBox(*painter, option->rect, m_theme.px(6), fill, line, focused ? m_theme.px(2) : 1);
}

void Style::drawTickBox(const QStyleOption *option, QPainter *painter, bool round) const
{
    const Tokens &t = m_theme.colors();
    const bool on = option->state & State_On;
    QRectF box(0, 0, m_theme.px(20), m_theme.px(20));
    box.moveCenter(QRectF(option->rect).center());
    const QColor rest = option->state & State_MouseOver ? t.sunken : t.surface;
    const QColor fill = !isEnabled(option) ? t.window : on ? t.fill : rest;
    const QColor line = !isEnabled(option) ? t.border : on ? t.fill : t.edge;
    paintBox(*painter, box, round ? box.width() / 2 : m_theme.px(4), fill, line);
    if (!on && !(option->state & State_NoChange))
        return;
    const QColor ink = isEnabled(option) ? t.onFill : t.disabled;
    const double inset = m_theme.px(round ? 7 : 2);
    if (round)
        return paintBox(*painter, box.adjusted(inset, inset, -inset, -inset), m_theme.px(3), ink,
                        Qt::transparent);
    paintIcon(*painter, Icon::Check, box.adjusted(inset, inset, -inset, -inset), ink);
}

void Style::drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (!bar || bar->maximum <= bar->minimum)
        return;
    const Tokens &t = m_theme.colors();
    const bool active = bar->state & (State_MouseOver | State_Sunken);
    const double inset = m_theme.px(3);
    const QRectF handle = QRectF(subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget))
                              .adjusted(inset, inset, -inset, -inset);
    const QColor color = active ? t.text2 : t.edge;
    paintBox(*painter, handle, m_theme.px(3), color, Qt::transparent);
}

// Nothing but a handle: no arrows at the ends.
QRect Style::scrollBarPart(const QStyleOptionSlider &bar, SubControl part) const
{
    const bool flat = bar.orientation == Qt::Horizontal;
    const int length = flat ? bar.rect.width() : bar.rect.height();
    const int range = bar.maximum - bar.minimum;
    const double share = double(bar.pageStep) / std::max(1, range + bar.pageStep);
    const int least = std::min(m_theme.px(32), length);
    const int handle = range > 0 ? std::clamp(int(length * share), least, length) : length;
    const int start = sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle,
                                              bar.upsideDown);
    const auto stretch = [&](int from, int size) {
        return flat ? QRect(from, 0, size, bar.rect.height()) : QRect(0, from, bar.rect.width(), size);
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return stretch(start, handle);
    case SC_ScrollBarSubPage:
        return stretch(0, start);
    case SC_ScrollBarAddPage:
        return stretch(start + handle, length - start - handle);
    case SC_ScrollBarGroove:
        return stretch(0, length);
    default:
        return {};
    }
}

void Style::drawHead(const QStyleOption *option, QPainter *painter) const
{
    const Tokens &t = m_theme.colors();
    painter->fillRect(option->rect, t.window);
    painter->fillRect(QRect(option->rect.bottomLeft(), QSize(option->rect.width(), 1)), t.border);
}

void Style::drawStepArrows(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
    if (!spin || spin->buttonSymbols == QAbstractSpinBox::NoButtons)
        return;
    const auto drawArrow = [&](SubControl part, QAbstractSpinBox::StepEnabledFlag step, Icon icon) {
        const bool can = isEnabled(option) && spin->stepEnabled & step;
        QRectF arrow(0, 0, m_theme.px(14), m_theme.px(14));
        arrow.moveCenter(QRectF(subControlRect(CC_SpinBox, option, part, widget)).center());
        paintIcon(*painter, icon, arrow, can ? m_theme.colors().text2 : m_theme.colors().disabled);
    };
    drawArrow(SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled, Icon::Up);
    drawArrow(SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled, Icon::Down);
}

// Standard dialogs have these; our pages have Button.
void Style::drawButton(const QStyleOption *option, QPainter *painter) const
{
    const Tokens &t = m_theme.colors();
    const bool down = option->state & (State_Sunken | State_On);
    const bool hover = option->state & State_MouseOver;
    const QColor fill = !isEnabled(option) ? t.window : down ? t.heat[0] : hover ? t.sunken : t.surface;
    paintBox(*painter, option->rect, m_theme.px(6), fill, isEnabled(option) ? t.edge : t.border);
}

void Style::drawChoiceArrow(const QStyleOption *option, QPainter *painter) const
{
    const int side = m_theme.px(16);
    const QRect arrow(option->rect.right() - m_theme.px(10) - side, option->rect.center().y() - side / 2,
                      side, side);
    paintIcon(*painter, Icon::Down, arrow,
              isEnabled(option) ? m_theme.colors().text2 : m_theme.colors().disabled);
}

void Style::drawSplitter(const QStyleOption *option, QPainter *painter) const
{
    const QRect &box = option->rect;
    const bool upright = option->state & State_Horizontal;
    const QRect line = upright ? QRect(box.center().x(), box.top(), 1, box.height())
                               : QRect(box.left(), box.center().y(), box.width(), 1);
    painter->fillRect(line, m_theme.colors().border);
}

} // namespace flaskcards
