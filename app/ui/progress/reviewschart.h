// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/progress.h"
#include "ui/progress/plot.h"

namespace flaskcards {

class MarkReader;

// Answers by rating as stacked bars; above them, on the same dates, the share of reviews recalled with its
// target.
class ReviewsChart : public Plot
{
    Q_OBJECT

public:
    explicit ReviewsChart(const Theme &theme, QWidget *parent = nullptr);

    void setReport(const ProgressReport &report, const QString &summary);
    QString barWords(int bar) const;

protected:
    void dress() override;
    void fit() override;
    void paintOver(QPainter &painter) override;

private:
    void fillBars();
    void fillRecall();
    double middleOf(qsizetype bar) const;
    QRectF barBox(int bar) const;
    QString datesOf(const DayTotals &bar) const;

    ProgressReport m_report;
    QCPAxisRect *m_recallStrip;
    QCPAxisRect *m_barStrip;
    QCPGraph *m_recall;
    QCPGraph *m_target;
    std::array<QCPBars *, 4> m_bars;
    MarkReader *m_reader;
};

} // namespace flaskcards
