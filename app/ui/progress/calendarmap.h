// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/axis.h"
#include "core/statistics/daytotals.h"

#include <QWidget>

namespace flaskcards {

class MarkReader;
class Theme;

// Minutes a day of the last twelve months: a column a week, five shades; today is outlined.
class CalendarMap : public QWidget
{
    Q_OBJECT

public:
    explicit CalendarMap(const Theme &theme, QWidget *parent = nullptr);

    // `days`: every day up to today, at least 53 weeks of them.
    void setDays(const QList<DayTotals> &days, const QString &summary);
    QString dayWords(int mark) const;

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void followTheme();
    const DayTotals &totals(int mark) const;
    QRectF box(int mark) const; // with the gap
    QRectF cell(int mark) const;
    double pitch(int width) const; // of the columns
    double rowPitch(int width) const;
    void paintMonths(QPainter &painter) const;
    void paintWeekdays(QPainter &painter) const;
    void paintDay(QPainter &painter, int mark) const;

    const Theme &m_theme;
    int m_left = 0; // of the first column, behind the names of the days
    int m_top = 0;  // of the first row, below the names of the months
    QList<DayTotals> m_days;
    YearGrid m_grid;
    MarkReader *m_reader;
};

// "none □■■■■■ 40 and more": what the shades stand for.
class HeatLegend : public QWidget
{
    Q_OBJECT

public:
    explicit HeatLegend(const Theme &theme, QWidget *parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
};

} // namespace flaskcards
