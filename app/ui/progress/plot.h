// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

// The header uses Qt's foreach, which this program is built without.
#define foreach(declaration, container) for (declaration : container)
#include <qcustomplot.h>
#undef foreach

namespace flaskcards {

class Theme;
struct DateTicks;

// A QCustomPlot that draws straight to its widget: sharp at every pixel ratio, as lines in a PDF, and never
// stale after a theme change. Axes come without ticks; upper and right axes are off; labels beside the marks
// are painted on top.
class Plot : public QCustomPlot
{
    Q_OBJECT

public:
    Plot(const Theme &theme, const QString &name, QWidget *parent);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override { event->ignore(); } // it scrolls the page

    // Sets pens, brushes, fonts and margins; called at first show and after every theme change.
    virtual void dress() = 0;
    // What depends on the size, such as how many labels fit; before every drawing.
    virtual void fit() {}
    virtual void paintOver(QPainter &painter) = 0;

    const Theme &theme() const { return m_theme; }
    void showEvent(QShowEvent *event) override;

    // The strip with only its left and bottom axis, ready for dress().
    QCPAxisRect *addStrip(int row);
    void dressStrip(QCPAxisRect &strip, bool dates) const;
    // An axis of counts from 0 to `top`, labelled there and in the middle.
    static void setCounts(QCPAxis &axis, int top);
    // As many date labels below the strip as fit.
    void setDates(QCPAxisRect &strip, int firstDay, int lastDay) const;
    // Texts beside the right ends of lines or areas, moved apart where they would overlap.
    struct SideLabel {
        double y = 0;
        QString text;
        QColor color;
        bool strong = false;
    };
    void paintSideLabels(QPainter &painter, const QRectF &room, QList<SideLabel> labels) const;
    int sideLabelWidth(const QStringList &texts) const;
    // A frame around the mark that was reached by keys.
    void paintRing(QPainter &painter, const QRectF &box) const;

private:
    const Theme &m_theme;
};

// "23 Oct"; "Oct" for months, with the year in place of January if there are several.
QString dateLabel(int studyDay, const DateTicks &ticks);
QDate dateOf(int studyDay);

} // namespace flaskcards
