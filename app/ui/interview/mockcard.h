// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/mockinterview.h"

#include <QWidget>

class QScrollArea;

namespace flaskcards {

class CardView;
class CheckLine;
class Theme;

// Where a question of a mock interview lies: a scrolling column, the answer below in the review only.
class MockCard : public QWidget
{
    Q_OBJECT

public:
    explicit MockCard(const Theme &theme, QWidget *parent = nullptr);

    void showQuestion(const MockItem &item, bool withAnswer);
    void togglePoint(int point);
    void takeFocus();

signals:
    void ticked(int point, bool ticked);

private:
    void followTheme();
    QList<CheckLine *> points() const;

    const Theme &m_theme;
    QScrollArea *m_area;
    QWidget *m_inside;
    CardView *m_card;
};

} // namespace flaskcards
