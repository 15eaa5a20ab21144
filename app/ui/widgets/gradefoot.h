// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"

#include <QWidget>

#include <optional>

class QStackedLayout;

namespace flaskcards {

class GradeBar;
class Theme;

// The foot under a card: first what asks for something, then the grades at the same place and height.
class GradeFoot : public QWidget
{
    Q_OBJECT

public:
    void setSuggested(std::optional<Rating> rating);
    void fit(); // into the page, whose size has changed

signals:
    void graded(flaskcards::Rating rating);

protected:
    GradeFoot(const Theme &theme, QWidget *parent);

    const Theme &theme() const { return m_theme; }
    QWidget *asking() const { return m_asking; } // to be filled
    GradeBar *grades() const { return m_grades; }
    void showAsking();
    void showGrades();
    bool isNarrow() const; // not all words fit beside each other

    virtual void followTheme(); // to be called once the parts are there
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme &m_theme;
    QWidget *m_column;
    QStackedLayout *m_stack;
    QWidget *m_asking;
    GradeBar *m_grades;
};

} // namespace flaskcards
