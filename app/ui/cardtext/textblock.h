// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/cardtext/textdocument.h"

#include <QTextBrowser>

namespace flaskcards {

// Card text that flows: as high as its content, no scroll bars, wrapped at 37 em of its own size. Selectable
// by mouse. Loads nothing; a click on a link only emits linkActivated().
class TextBlock : public QTextBrowser
{
    Q_OBJECT

public:
    TextBlock(const Theme &theme, const TextLook &look, QWidget *parent = nullptr);

    void setSteps(const QList<MarkupStep> &steps);
    void setMarkup(const QString &markdown) { setSteps(readInline(markdown)); } // code blocks left out
    void setHits(const HitFinder &hits);
    // In em of the text's size; 0 uses the whole width.
    void setMeasure(int em);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    QVariant loadResource(int type, const QUrl &name) override;

signals:
    void linkActivated(const QUrl &url);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    QMimeData *createMimeDataFromSelection() const override;
    void doSetSource(const QUrl &, QTextDocument::ResourceType) override {}

private:
    void rebuild();
    int textWidthFor(int width) const;
    void wrapFor(int width) const;
    bool hasLinks() const;

    const Theme &m_theme;
    TextLook m_look;
    int m_measure = 37;
    QList<MarkupStep> m_steps;
    mutable int m_measuredWidth = -1;
    mutable int m_measuredHeight = 0;
};

} // namespace flaskcards
