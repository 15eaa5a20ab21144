// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

class QStyleOptionSlider;

namespace flaskcards {

class FocusRing;
class Theme;

// Fusion with our outlines: field frame, tick box, radio, button panel, thin scroll bars, table heads. A
// field with the property "invalid" has a red border; a text area with "field" looks as one. Fields show
// their focus at all times, everything else only after a key.
class Style : public QProxyStyle
{
    Q_OBJECT

public:
    explicit Style(const Theme &theme); // QApplication::setStyle takes ownership

    void polish(QApplication *application) override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *result) const override;

private:
    void drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget) const;
    void drawTickBox(const QStyleOption *option, QPainter *painter, bool round) const;
    void drawScrollBar(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;
    void drawHead(const QStyleOption *option, QPainter *painter) const;
    QRect scrollBarPart(const QStyleOptionSlider &bar, SubControl part) const;
    void drawButton(const QStyleOption *option, QPainter *painter) const;
    void drawChoiceArrow(const QStyleOption *option, QPainter *painter) const;
    void drawSplitter(const QStyleOption *option, QPainter *painter) const;
    void drawStepArrows(const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const;

    const Theme &m_theme;
    FocusRing *m_ring = nullptr;
};

} // namespace flaskcards
