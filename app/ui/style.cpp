// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style.h"

#include "ui/icons.h"
#include "ui/stylefocus.h"
#include "ui/theme.h"
#include "ui/widgets/paint.h"

#include <QAbstractItemView>
#include <QAbstractScrollArea>
#include <QApplication>
#include <QLabel>
#include <QPainter>
#include <QStyleOption>

namespace flaskcards {

Style::Style(const Theme &theme) : QProxyStyle(QStringLiteral("Fusion")), m_theme(theme) {}

void Style::polish(QApplication *application)
{
    QProxyStyle::polish(application);
    m_ring = new FocusRing(m_theme, this);
    application->installEventFilter(m_ring);
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (widget->inherits("QAbstractSpinBox") || widget->inherits("QComboBox"))
        widget->setAttribute(Qt::WA_Hover);
    // A tool tip may show a title or a path; as rich text it could load files.
    if (auto *label = qobject_cast<QLabel *>(widget); label && widget->inherits("QTipLabel"))
        label->setTextFormat(Qt::PlainText);
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    const Tokens &t = m_theme.colors();
    switch (element) {
    case PE_PanelLineEdit: // inside a spin or combo box the box has the frame
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
            frame && frame->lineWidth > 0)
            drawField(option, painter, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
        return drawTickBox(option, painter, false);
    case PE_IndicatorRadioButton:
        return drawTickBox(option, painter, true);
    case PE_PanelButtonCommand:
        return drawButton(option, painter);
    case PE_FrameFocusRect: // a current row; everything else has the ring
        if (qobject_cast<const QAbstractItemView *>(widget) && option->state & State_KeyboardFocusChange)
            paintBox(*painter, option->rect, 0, Qt::transparent, t.focus);
        return;
    case PE_Frame:
        if (widget && widget->property("field").toBool())
            return drawField(option, painter, widget);
        if (qobject_cast<const QAbstractScrollArea *>(widget))
            return paintBox(*painter, option->rect, m_theme.px(6), Qt::transparent, t.border);
        break;
    case PE_PanelMenu:
    case PE_PanelTipLabel:
        return paintBox(*painter, option->rect, 0, t.raised, t.border);
    case PE_FrameMenu:
        return;
    default:
        break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                        const QWidget *widget) const
{
    if (element == CE_HeaderSection || element == CE_HeaderEmptyArea)
        return drawHead(option, painter);
    if (element == CE_Splitter)
        return drawSplitter(option, painter);
    QProxyStyle::drawControl(element, option, painter, widget);
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (control) {
    case CC_ScrollBar:
        return drawScrollBar(option, painter, widget);
    case CC_SpinBox:
        drawField(option, painter, widget);
        return drawStepArrows(option, painter, widget);
    case CC_ComboBox:
        drawField(option, painter, widget);
        return drawChoiceArrow(option, painter);
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ScrollBar && bar)
        return scrollBarPart(*bar, part);
    QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const bool isText = (control == CC_ComboBox && part == SC_ComboBoxEditField) ||
                        (control == CC_SpinBox && part == SC_SpinBoxEditField);
    if (isText)
        rect.setLeft(rect.left() + m_theme.px(8));
    if (control == CC_SpinBox && (part == SC_SpinBoxUp || part == SC_SpinBoxDown)) // as wide as their arrows
        rect.moveLeft(option->rect.right() - std::max(rect.width(), m_theme.px(22)));
    return rect;
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    const bool isControl =
        type == CT_LineEdit || type == CT_SpinBox || type == CT_ComboBox || type == CT_PushButton;
    if (isControl)
        result = QSize(result.width() + m_theme.px(16),
                       std::max(m_theme.px(36), option->fontMetrics.height() + m_theme.px(16)));
    if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        type == CT_MenuItem && item && item->menuItemType != QStyleOptionMenuItem::Separator)
        result.setHeight(std::max(m_theme.px(30), option->fontMetrics.height() + m_theme.px(8)));
    if (type == CT_HeaderSection)
        result.setHeight(std::max(result.height(), m_theme.px(36)));
    return result;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return m_theme.px(12);
    case PM_ScrollBarSliderMin:
        return m_theme.px(32);
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return m_theme.px(20);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return m_theme.px(10);
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return m_theme.px(4);
    case PM_HeaderMargin:
        return m_theme.px(8);
    case PM_SplitterWidth:
        return 5;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *result) const
{
    switch (hint) {
    case SH_FocusFrame_AboveWidget:
        return 1;
    case SH_EtchDisabledText:
    case SH_ComboBox_Popup:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, result);
    }
}

} // namespace flaskcards
