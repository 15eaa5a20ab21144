// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/fitting.h"
#include "ui/progress/plot.h"

namespace flaskcards {

class MarkReader;

// Predicted against actual recall: on the dashed line, predictions are right.
class CalibrationChart : public Plot
{
    Q_OBJECT

public:
    CalibrationChart(const Theme &theme, QWidget *parent);

    // `fresh` may be empty.
    void setBins(const QList<CalibrationBin> &present, const QList<CalibrationBin> &fresh,
                 const QString &summary);
    QString markWords(int mark) const;

protected:
    void dress() override;
    void paintOver(QPainter &painter) override;

private:
    const CalibrationBin &binAt(int mark) const; // the present ones, then the new ones
    QRectF markBox(int mark) const;
    void setRanges();

    QList<CalibrationBin> m_present;
    QList<CalibrationBin> m_fresh;
    QCPAxisRect *m_strip;
    QCPGraph *m_ideal;
    QCPGraph *m_presentLine;
    QCPGraph *m_freshLine;
    MarkReader *m_reader;
};

} // namespace flaskcards
