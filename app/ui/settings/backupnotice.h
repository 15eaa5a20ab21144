// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/backups.h"
#include "ui/widgets/footnotice.h"

namespace flaskcards {

// Says that no backup could be made, and that closing waits for one.
class BackupNotice : public FootNotice
{
    Q_OBJECT

public:
    BackupNotice(const Library &library, const Backups &backups, const Theme &theme, QWidget *place);

    void tellClosing();

signals:
    void detailsWanted();

private:
    void tellFailure(const Error &error);

    const Library &m_library;
};

} // namespace flaskcards
