// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingspage.h"

#include <array>

namespace flaskcards {

class DaysOffList;
class Segments;

// On which days the reviews may fall.
class DaysPage : public SettingsPage
{
    Q_OBJECT

public:
    DaysPage(const Theme &theme, int today, QWidget *parent);

    void fill(const Preferences &preferences) override;
    std::optional<FieldProblem> read(Preferences &into) override;

private:
    void addWeek();
    void showBalance();

    QCheckBox *m_balance = nullptr;
    QCheckBox *m_fuzz = nullptr;
    std::array<Segments *, 7> m_week{}; // Monday first
    DaysOffList *m_daysOff = nullptr;
};

} // namespace flaskcards
