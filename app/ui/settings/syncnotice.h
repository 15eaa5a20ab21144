// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/sync.h"
#include "ui/widgets/footnotice.h"

namespace flaskcards {

// Says what came in from another machine.
class SyncNotice : public FootNotice
{
    Q_OBJECT

public:
    SyncNotice(const Sync &sync, const Theme &theme, QWidget *place);
};

} // namespace flaskcards
