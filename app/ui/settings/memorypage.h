// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/settingspage.h"

namespace flaskcards {

class FitPanel;
class Fitting;
class Library;

// Which model of memory decides, and with which parameters.
class MemoryPage : public SettingsPage
{
    Q_OBJECT

public:
    MemoryPage(const Library &library, Fitting &fitting, const Theme &theme, QWidget *parent);

    void fill(const Preferences &preferences) override;
    std::optional<FieldProblem> read(Preferences &into) override;

private:
    void takeModel();

    QComboBox *m_model = nullptr;
    Label *m_modelText = nullptr;
    QCheckBox *m_fitAutomatically = nullptr;
    FitPanel *m_fit = nullptr;
};

} // namespace flaskcards
