// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/fitting.h"
#include "ui/widgets/notice.h"

class QTimer;

namespace flaskcards {

// Says at the foot of the window that parameters were fitted by themselves, and goes away again.
class FitNotice : public Notice
{
    Q_OBJECT

public:
    // `place` must outlive it; the notice lies over it.
    FitNotice(const Library &library, const Fitting &fitting, const Theme &theme, QWidget *place);

    bool eventFilter(QObject *watched, QEvent *event) override; // stays at the foot of `place`

private:
    void tell(const FitReport &report);
    void moveToFoot();

    const Theme &m_theme;
    QTimer *m_end;
};

} // namespace flaskcards
