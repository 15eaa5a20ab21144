// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/progress/plot.h"

namespace flaskcards {

class MarkReader;

// Reviews due on each of the coming days, as they are and as they would be.
class LoadChart : public Plot
{
    Q_OBJECT

public:
    LoadChart(const Theme &theme, int today, QWidget *parent);

    void setLoads(const QList<int> &before, const QList<int> &after, const QString &summary);
    QString dayWords(int day) const;

protected:
    void dress() override;
    void fit() override;
    void paintOver(QPainter &painter) override;

private:
    QRectF dayBox(int day) const;
    void paintDay(QPainter &painter, int day) const;

    const int m_today;
    QList<int> m_before;
    QList<int> m_after;
    QCPAxisRect *m_strip;
    MarkReader *m_reader;
};

} // namespace flaskcards
