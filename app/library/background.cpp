// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/background.h"

#include "library/backups.h"
#include "library/checking.h"
#include "library/fitting.h"
#include "library/sync.h"

namespace flaskcards {

Background::Background(Library &library, QObject *parent)
    : QObject(parent),
      m_fitting(new Fitting(library, this)),
      m_backups(new Backups(library, this)),
      m_checking(new Checking(library, this)),
      m_sync(new Sync(library, this))
{
}

} // namespace flaskcards
