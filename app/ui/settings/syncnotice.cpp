// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/syncnotice.h"

#include "library/mergewords.h"
#include "ui/widgets/button.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

SyncNotice::SyncNotice(const Sync &sync, const Theme &theme, QWidget *place)
    : FootNotice(theme, Kind::Info, place)
{
    setObjectName(u"syncNotice"_s);
    addQuietButton(tr("Close"));
    connect(&sync, &Sync::merged, this, [this](const MergeReport &report) {
        say(tr("Your other machine was here."), mergeWords(report));
    });
}

} // namespace flaskcards
