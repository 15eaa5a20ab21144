// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/why.h"

#include <QWidget>

namespace flaskcards {

class MarkReader;
class Theme;

// Shape and colour of a rating: Again a triangle, Hard a diamond, Good a dot, Easy a square.
void paintRatingMark(QPainter &painter, const Theme &theme, Rating rating, const QPointF &centre,
                     double side);

// How one card was remembered: a curve that falls from answer to answer, today's line, and what is wanted.
class ForgettingCurve : public QWidget
{
    Q_OBJECT

public:
    ForgettingCurve(const Theme &theme, int plotHeight, QWidget *parent = nullptr); // in design pixels

    // A new card has none; `summary` tells it to those who do not see it.
    void setReport(const WhyReport &report, const QString &summary);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qint64 firstMs() const;
    qint64 lastMs() const;
    QRectF plot() const;
    double xOf(qint64 atMs) const;
    double yOf(double recall) const;
    QPointF placeOf(const PastAnswer &answer) const;
    double lowestShown() const;
    int lineHeight() const;
    void paintScale(QPainter &painter) const;
    void paintDays(QPainter &painter) const;
    void paintCurves(QPainter &painter) const;
    void paintAnswers(QPainter &painter) const;
    void paintLegend(QPainter &painter) const;

    const Theme &m_theme;
    const int m_plotHeight;
    WhyReport m_report;
    MarkReader *m_reader;
};

} // namespace flaskcards
