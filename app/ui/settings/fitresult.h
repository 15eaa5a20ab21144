// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/fitting.h"

#include <QWidget>

class QGridLayout;
class QHBoxLayout;

namespace flaskcards {

class Button;
class CalibrationChart;
class Label;
class Legend;
class Theme;

// What a fit was worth: a sentence, a small table, a chart, and a button to choose it.
class FitResult : public QWidget
{
    Q_OBJECT

public:
    FitResult(const Theme &theme, QWidget *parent);

    // `present`: the preferences that the fit was made with.
    void show(const FitReport &report, const Preferences &present);
    void setChosen(bool chosen);

signals:
    void chosen(bool chosen); // by the button

private:
    void build();
    void fillTable(const FitReport &report, const Preferences &present);
    void addRow(const QString &name, const Metrics &metrics, bool best);
    void showChart(const FitReport &report);
    void followTheme();

    const Theme &m_theme;
    bool m_isChosen = false;
    QString m_chooseWords;
    Label *m_sentence = nullptr;
    QWidget *m_table = nullptr;
    QGridLayout *m_grid = nullptr;
    Label *m_meaning = nullptr;
    Label *m_caption = nullptr;
    QHBoxLayout *m_legendRow = nullptr;
    Legend *m_legend = nullptr;
    CalibrationChart *m_chart = nullptr;
    Label *m_topics = nullptr;
    Button *m_choose = nullptr;
};

// In words, for the panel and for the notice after an automatic fit.
QString fitSentence(const FitReport &report, const Preferences &present);
// Whether the report says something else than what is in force.
bool improves(const FitReport &report, const Preferences &present);
// Answers that a fit needs to make sense.
constexpr int sensibleAnswers = 400;

} // namespace flaskcards
