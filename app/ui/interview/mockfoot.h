// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review.h"
#include "ui/widgets/gradefoot.h"

namespace flaskcards {

class Button;
class Segments;

// The foot of a mock interview: how sure one is and "Next question", then the four grades.
class MockFoot : public GradeFoot
{
    Q_OBJECT

public:
    explicit MockFoot(const Theme &theme, QWidget *parent = nullptr);

    void askForNext(bool last, Confidence confidence);
    void askForGrade(std::optional<Rating> proposed);
    void setConfidence(Confidence confidence);

signals:
    void nextRequested();
    void confidenceChosen(flaskcards::Confidence confidence);

protected:
    void followTheme() override;

private:
    void showKeys();

    Segments *m_confidence;
    Button *m_next;
};

} // namespace flaskcards
