// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/session.h"
#include "ui/widgets/gradefoot.h"

namespace flaskcards {

class Button;
enum class Command;

// The foot of a sitting: "Show answer", then the four grades at the same place and height.
class StudyFoot : public GradeFoot
{
    Q_OBJECT

public:
    explicit StudyFoot(const Theme &theme, QWidget *parent = nullptr);

    void setTwoGrades(bool two);
    void askForReveal(bool withConfidence);
    void askForGrade(const std::array<Schedule, 4> &outcomes, const Moment &now);
    void askForUnrecordedGrade(); // nothing is rescheduled

signals:
    void revealRequested(flaskcards::Confidence confidence);

protected:
    void followTheme() override;

private:
    Button *newConfidence(const QString &name) const;
    void showKeys();

    Button *m_unsure;
    Button *m_reveal;
    Button *m_sure;
};

} // namespace flaskcards
