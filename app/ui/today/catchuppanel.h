// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/catchup.h"
#include "ui/widgets/panel.h"

class QBoxLayout;

namespace flaskcards {

class PlanButton;

// After a break: three ways back, each one click.
class CatchUpPanel : public Panel
{
    Q_OBJECT

public:
    explicit CatchUpPanel(const Theme &theme, QWidget *parent = nullptr);

    void setCatchUp(const CatchUp &catchUp, int today);

signals:
    void chosen(const flaskcards::CatchUpPlan &plan);
    void postponed(); // "Not now"

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    CatchUp m_catchUp;
    Label *m_sentence;
    QBoxLayout *m_choices;
    QList<PlanButton *> m_buttons; // a plan each
};

} // namespace flaskcards
