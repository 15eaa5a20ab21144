// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/fitting.h"
#include "ui/widgets/panel.h"

#include <QElapsedTimer>

namespace flaskcards {

class Button;
class FitResult;
class ThinBar;

// Fits the parameters to the person's answers, tells what that is worth, and lets them be chosen. What is
// chosen is taken over when the settings are saved.
class FitPanel : public Panel
{
    Q_OBJECT

public:
    FitPanel(const Library &library, Fitting &fitting, const Theme &theme, QWidget *parent);
    ~FitPanel() override; // stops what it started

    void setPossible(bool possible); // the model can be fitted
    Preferences applied(const Preferences &preferences) const;

protected:
    bool event(QEvent *event) override; // keeps the height that its texts need

private:
    enum class Chosen { Present, Found, Defaults };

    void build();
    void buildProgress();
    void start();
    void showPresent();
    void showRunning(bool running);
    void showProgress(int percent);
    void showResult();
    void showFailure(const Error &error);
    void choose(Chosen chosen);
    QString hint() const;

    const Library &m_library;
    Fitting &m_fitting;
    bool m_possible = true;
    bool m_startedHere = false;
    Chosen m_chosen = Chosen::Present;
    std::optional<FitReport> m_report;
    QElapsedTimer m_since;

    Label *m_hint = nullptr;
    Button *m_fit = nullptr;
    Button *m_defaults = nullptr;
    QWidget *m_progress = nullptr;
    Label *m_doing = nullptr;
    ThinBar *m_bar = nullptr;
    Label *m_left = nullptr;
    FitResult *m_result = nullptr;
    Label *m_choice = nullptr;
};

} // namespace flaskcards
