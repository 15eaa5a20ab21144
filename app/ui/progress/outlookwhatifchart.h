// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/outlookfigures.h"
#include "ui/progress/plot.h"

#include <optional>

namespace flaskcards {

class MarkReader;

// What each desired retention would cost and bring: minutes a day, questions recalled at the end. A click on
// a point, or Enter, chooses it.
class OutlookWhatIfChart : public Plot
{
    Q_OBJECT

public:
    explicit OutlookWhatIfChart(const Theme &theme, QWidget *parent = nullptr);

    void setOutlook(const Outlook &outlook);
    void setChosen(int choice, const QString &summary);
    QString choiceWords(int choice) const;
    QRectF choiceBox(int choice) const;

signals:
    void chosen(int choice); // index in Outlook::retentions

protected:
    void dress() override;
    void paintOver(QPainter &painter) override;

private:
    bool isPresent(int choice) const;
    bool isLabelled(int choice) const;
    void fill();
    QPointF placeOf(int choice) const;
    void paintDot(QPainter &painter, int choice) const;
    QList<int> labelOrder() const;
    std::optional<QRectF> freePlace(int choice, QSizeF size, const QList<QRectF> &taken) const;
    void paintLabels(QPainter &painter) const;
    void paintUnits(QPainter &painter) const;

    std::vector<WhatIf> m_choices;
    double m_present = 0;
    int m_days = 0;
    int m_questions = 0;
    int m_chosen = -1;
    QCPAxisRect *m_strip;
    MarkReader *m_reader;
};

} // namespace flaskcards
