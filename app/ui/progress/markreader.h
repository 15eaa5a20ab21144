// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QRectF>

#include <functional>

class QHelpEvent;
class QKeyEvent;
class QWidget;

namespace flaskcards {

// What a chart consists of, in reading order: bars, days, points.
struct ChartMarks {
    std::function<int()> count;
    std::function<QRectF(int mark)> box;    // what one points at, in the widget's coordinates
    std::function<QString(int mark)> words; // exact values
    std::function<bool(int mark)> opens = [](int) {
        return false;
    };            // whether there is a list behind it
    int rows = 1; // marks that stand below each other, as in a calendar: up and down go one mark, left and
                  // right go on by so many
};

// Tells the marks of a chart one by one: under the mouse by tool tip; by arrow keys, Home and End while the
// chart has the focus. A click, Enter or Space opens a mark that has a list behind it. Listens in on the
// chart.
class MarkReader : public QObject
{
    Q_OBJECT

public:
    MarkReader(QWidget *chart, ChartMarks marks);

    // One sentence for those who do not see the chart; while a mark is current its words stand there instead.
    void setSummary(const QString &sentence);
    int current() const { return m_current; } // by keys; -1: none

signals:
    void opened(int mark);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    int markAt(const QPointF &point) const;
    void showToolTip(const QHelpEvent &event);
    bool takeKey(const QKeyEvent &event);
    int after(int key) const;
    void setCurrent(int mark);
    bool open(int mark);

    QWidget *m_chart;
    ChartMarks m_marks;
    QString m_summary;
    int m_current = -1;
};

} // namespace flaskcards
