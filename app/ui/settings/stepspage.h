// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingspage.h"

namespace flaskcards {

// What happens within a day, to cards that fail again and again, and to very long intervals.
class StepsPage : public SettingsPage
{
    Q_OBJECT

public:
    StepsPage(const Theme &theme, QWidget *parent);

    void fill(const Preferences &preferences) override;
    std::optional<FieldProblem> read(Preferences &into) override;

private:
    void addSteps();
    void addLeeches();
    void addLimits();

    QLineEdit *m_learning = nullptr;
    QLineEdit *m_relearning = nullptr;
    QSpinBox *m_learnAhead = nullptr;
    QCheckBox *m_shortTerm = nullptr;
    QSpinBox *m_leechLapses = nullptr;
    QComboBox *m_leechAction = nullptr;
    QSpinBox *m_longest = nullptr;
    QSpinBox *m_rollover = nullptr;
};

} // namespace flaskcards
