// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/outlookfigures.h"
#include "ui/progress/plot.h"

namespace flaskcards {

class MarkReader;

// Questions expected to be recalled in the coming time: under the present settings, and if nothing were
// studied.
class OutlookRecallChart : public Plot
{
    Q_OBJECT

public:
    explicit OutlookRecallChart(const Theme &theme, QWidget *parent = nullptr);

    void setOutlook(const Outlook &outlook, const QString &summary);
    QString spanWords(int span) const;

protected:
    void dress() override;
    void fit() override;
    void paintOver(QPainter &painter) override;

private:
    void fill(const Outlook &outlook);
    QRectF spanBox(int span) const;

    std::vector<OutlookSpan> m_spans;
    QCPAxisRect *m_strip;
    QCPGraph *m_studied;
    QCPGraph *m_without;
    MarkReader *m_reader;
};

} // namespace flaskcards
