// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/fitnotice.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

FitNotice::FitNotice(const Library &library, const Fitting &fitting, const Theme &theme, QWidget *place)
    : FootNotice(theme, Kind::Info, place)
{
    setObjectName(u"fitNotice"_s);
    addQuietButton(tr("Close"));
    connect(&fitting, &Fitting::kept, this, &FitNotice::tell);
    connect(&library, &Library::changed, this, [this](const Changes &changes) {
        if (changes.settings)
            hide(); // taken back, or set anew
    });
}

void FitNotice::tell(const FitReport &report)
{
    say(tr("Your memory parameters were fitted to %n answer(s).", nullptr, report.reviews),
        tr("They predict better than the ones before. Ctrl+Z takes it back."));
}

} // namespace flaskcards
