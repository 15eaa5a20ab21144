// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/statistics/series.h"

#include <QWidget>

namespace flaskcards {

class Theme;

// The coming days as bars: what is due solid, what is new hollow on top of it, the sum above.
class WeekChart : public QWidget
{
    Q_OBJECT

public:
    explicit WeekChart(const Theme &theme, QWidget *parent = nullptr);

    void setDays(const QList<DayLoad> &days); // the first one is today

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override; // tool tips

private:
    QRectF slot(qsizetype day) const;
    void paintDay(QPainter &painter, qsizetype day) const;
    QString dayName(qsizetype day) const;
    QString dayWords(qsizetype day) const;
    int most() const;

    const Theme &m_theme;
    QList<DayLoad> m_days;
};

} // namespace flaskcards
