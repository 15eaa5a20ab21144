// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/checking.h"
#include "ui/widgets/footnotice.h"

namespace flaskcards {

// Says what the check at the end of the last run has found.
class CheckNotice : public FootNotice
{
    Q_OBJECT

public:
    CheckNotice(Checking &checking, const Theme &theme, QWidget *place);

signals:
    void detailsWanted();
};

} // namespace flaskcards
