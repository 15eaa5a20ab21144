// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/session.h"

#include <QWidget>

class QStackedLayout;

namespace flaskcards {

class Button;
enum class Command;
class GradeBar;
class Theme;

// The foot of a sitting: "Show answer", then the four grades at the same place and height.
class StudyFoot : public QWidget
{
    Q_OBJECT

public:
    explicit StudyFoot(const Theme &theme, QWidget *parent = nullptr);

    void setTwoGrades(bool two);
    void askForReveal(bool withConfidence);
    void askForGrade(const std::array<Schedule, 4> &outcomes, const Moment &now);
    void setSuggested(std::optional<Rating> rating);

signals:
    void revealRequested(flaskcards::Confidence confidence);
    void graded(flaskcards::Rating rating);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Button *newConfidence(const QString &text, const QString &name, Command command, QWidget *parent) const;
    void followTheme();

    const Theme &m_theme;
    QWidget *m_column;
    QStackedLayout *m_stack;
    Button *m_unsure;
    Button *m_reveal;
    Button *m_sure;
    GradeBar *m_grades;
};

} // namespace flaskcards
