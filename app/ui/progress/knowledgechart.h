// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/progress.h"
#include "ui/progress/plot.h"

namespace flaskcards {

class MarkReader;

// How many questions were known, shaky and unseen, as areas up to the whole bank.
class KnowledgeChart : public Plot
{
    Q_OBJECT

public:
    explicit KnowledgeChart(const Theme &theme, QWidget *parent = nullptr);

    void setReport(const ProgressReport &report, const QString &summary);
    QString pointWords(int point) const;

protected:
    void dress() override;
    void fit() override;
    void paintOver(QPainter &painter) override;

private:
    double dayOf(const KnowledgePoint &point) const;
    QRectF pointBox(int point) const;
    QList<SideLabel> labels() const;

    ProgressReport m_report;
    QCPAxisRect *m_strip;
    QCPGraph *m_whole; // one above the other, each filled down to the next
    QCPGraph *m_seen;
    QCPGraph *m_known;
    MarkReader *m_reader;
};

} // namespace flaskcards
