// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/fitting.h"
#include "ui/widgets/footnotice.h"

namespace flaskcards {

// Says that parameters were fitted by themselves.
class FitNotice : public FootNotice
{
    Q_OBJECT

public:
    FitNotice(const Library &library, const Fitting &fitting, const Theme &theme, QWidget *place);

private:
    void tell(const FitReport &report);
};

} // namespace flaskcards
