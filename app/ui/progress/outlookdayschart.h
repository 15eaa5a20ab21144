// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/outlookfigures.h"
#include "ui/progress/plot.h"

namespace flaskcards {

class MarkReader;

// Reviews and new questions of the coming days as bars; below them, on the same dates, the minutes.
class OutlookDaysChart : public Plot
{
    Q_OBJECT

public:
    explicit OutlookDaysChart(const Theme &theme, QWidget *parent = nullptr);

    void setOutlook(const Outlook &outlook, const QString &summary);
    QString spanWords(int span) const;

protected:
    void dress() override;
    void fit() override;
    void paintOver(QPainter &painter) override;

private:
    void fill();
    double middleOf(const OutlookSpan &span) const;
    QRectF spanBox(int span) const;
    void paintUnit(QPainter &painter, const QCPAxisRect &strip, const QString &unit) const;

    std::vector<OutlookSpan> m_spans;
    QCPAxisRect *m_cardStrip;
    QCPAxisRect *m_minuteStrip;
    QCPBars *m_reviews;
    QCPBars *m_new;
    QCPGraph *m_minutes;
    MarkReader *m_reader;
};

// "Tuesday, 24 November", "24 November to 30 November 2026".
QString spanDates(const OutlookSpan &span);

} // namespace flaskcards
