// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/progress.h"
#include "ui/progress/plot.h"

namespace flaskcards {

class MarkReader;

// Cards of the coming days: due ones solid, new ones hollow above them. Today's bar opens the list of what is
// due.
class ForecastChart : public Plot
{
    Q_OBJECT

public:
    explicit ForecastChart(const Theme &theme, QWidget *parent = nullptr);

    void setDays(const QList<LoadEstimate> &days, const QString &summary);
    QString dayWords(int day) const;

signals:
    void todayOpened();

protected:
    void dress() override;
    void paintOver(QPainter &painter) override;

private:
    QRectF slot(int day) const;
    QString dayName(int day) const;
    void paintBar(QPainter &painter, int day) const;
    void paintDay(QPainter &painter, int day) const;

    QList<LoadEstimate> m_days;
    QCPAxisRect *m_strip;
    MarkReader *m_reader;
};

} // namespace flaskcards
