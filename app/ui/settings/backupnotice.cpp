// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/backupnotice.h"

#include "library/backupwords.h"
#include "ui/widgets/button.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

BackupNotice::BackupNotice(const Library &library, const Backups &backups, const Theme &theme, QWidget *place)
    : FootNotice(theme, Kind::Warning, place), m_library(library)
{
    setObjectName(u"backupNotice"_s);
    connect(addQuietButton(tr("Show")), &QAbstractButton::clicked, this, &BackupNotice::detailsWanted);
    addQuietButton(tr("Close"));
    connect(&backups, &Backups::failed, this, &BackupNotice::tellFailure);
    connect(&backups, &Backups::made, this, &QWidget::hide);
}

void BackupNotice::tellFailure(const Error &error)
{
    const auto older = int(allBackups(m_library.place().dataDir).size());
    const QString safe =
        older > 0 ? tr("%n older backup(s) are still there.", nullptr, older) + u' ' : QString();
    say(tr("No backup could be made. Your answers are saved as always."),
        backupErrorSentence(error) + u' ' + safe + tr("It is tried again in a few minutes."));
}

void BackupNotice::tellClosing()
{
    say(tr("Closing, as soon as the backup is written."), {});
    window()->repaint();
}

} // namespace flaskcards
