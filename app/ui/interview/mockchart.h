// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/mockresults.h"
#include "ui/progress/plot.h"

namespace flaskcards {

class MarkReader;

// The share of key points named, a point for each mock interview. Points open their report.
class MockChart : public Plot
{
    Q_OBJECT

public:
    explicit MockChart(const Theme &theme, QWidget *parent = nullptr);

    void setResults(const QList<MockResult> &results, const QString &summary); // oldest first

signals:
    void opened(const QString &key);

protected:
    void dress() override;
    void fit() override;
    void paintOver(QPainter &painter) override;

private:
    QRectF markBox(int mark) const;
    QString markWords(int mark) const;

    QList<MockResult> m_results;
    QCPAxisRect *m_strip;
    QCPGraph *m_line;
    MarkReader *m_reader;
};

} // namespace flaskcards
