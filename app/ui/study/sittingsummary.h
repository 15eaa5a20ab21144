// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/session.h"

#include <QWidget>

class QVBoxLayout;

namespace flaskcards {

class Button;
class Label;
class Panel;
class Theme;

// What a sitting came to: answers, time, recall, what was hard, what comes tomorrow.
class SittingSummary : public QWidget
{
    Q_OBJECT

public:
    struct Facts {
        QList<AnsweredCard> answered;
        int comesTomorrow = 0;
        std::optional<qint64> nextLearningMs; // until a card in learning is offered; 0: now
        bool listed = false;                  // a chosen list, not what the day asks for
        bool recorded = true;                 // no: nothing was rescheduled
    };

    explicit SittingSummary(const Theme &theme, QWidget *parent = nullptr);

    void show(const Facts &facts);
    void showOutlook(const Facts &facts); // only what time changes; the focus stays
    void takeFocus();

signals:
    void left();
    void continued(); // with the card that has come due

private:
    void followTheme();
    QString headline(const Facts &facts) const;
    QString figures(const Facts &facts) const;
    QString outlook(const Facts &facts) const;
    void showHard(const QList<AnsweredCard> &answered);

    const Theme &m_theme;
    QWidget *m_inside = nullptr;
    QWidget *m_column;
    Label *m_headline;
    Label *m_figures;
    Label *m_outlook;
    Panel *m_hard;
    Button *m_done;
    Button *m_continue;
};

} // namespace flaskcards
