// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingspage.h"

namespace flaskcards {

class Button;

// How many cards a day and in which order; other numbers for today alone.
class CardsPage : public SettingsPage
{
    Q_OBJECT

public:
    CardsPage(const Theme &theme, int today, QWidget *parent);

    void fill(const Preferences &preferences) override;
    std::optional<FieldProblem> read(Preferences &into) override;

private:
    void addToday();
    void addOrders();
    void follow(); // today is as other days until it is changed itself
    void setOwnToday(bool own);

    const int m_today;
    bool m_ownToday = false;
    QSpinBox *m_newPerDay = nullptr;
    QSpinBox *m_reviewsPerDay = nullptr;
    QSpinBox *m_newToday = nullptr;
    QSpinBox *m_reviewsToday = nullptr;
    Button *m_asOtherDays = nullptr;
    QComboBox *m_newOrder = nullptr;
    QComboBox *m_reviewOrder = nullptr;
};

} // namespace flaskcards
