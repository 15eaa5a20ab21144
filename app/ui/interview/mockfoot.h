// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review.h"

#include <QWidget>

class QStackedLayout;

namespace flaskcards {

class Button;
class GradeBar;
class Label;
class Segments;
class Theme;

// The foot of a mock interview: how sure one is and "Next question", then the four grades.
class MockFoot : public QWidget
{
    Q_OBJECT

public:
    explicit MockFoot(const Theme &theme, QWidget *parent = nullptr);

    void askForNext(bool last, Confidence confidence);
    void askForGrade(std::optional<Rating> proposed);
    void setConfidence(Confidence confidence);
    void setProposed(std::optional<Rating> proposed);

signals:
    void nextRequested();
    void confidenceChosen(flaskcards::Confidence confidence);
    void graded(flaskcards::Rating rating);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void followTheme();

    const Theme &m_theme;
    QWidget *m_column;
    QStackedLayout *m_stack;
    Segments *m_confidence;
    Button *m_next;
    GradeBar *m_grades;
};

} // namespace flaskcards
