// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/checknotice.h"

#include "ui/widgets/button.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace flaskcards {

CheckNotice::CheckNotice(Checking &checking, const Theme &theme, QWidget *place)
    : FootNotice(theme, Kind::Warning, place)
{
    setObjectName(u"checkNotice"_s);
    connect(addQuietButton(tr("Show")), &QAbstractButton::clicked, this, &CheckNotice::detailsWanted);
    addQuietButton(tr("Close"));
    const int found = checking.takeRemembered();
    if (found == 0)
        return;
    QTimer::singleShot(0, this, [this, found] { // when the window has its size
        say(tr("When you last closed, %n thing(s) in your file were wrong.", nullptr, found),
            tr("You can go on studying. Show checks once more and offers to repair."));
    });
}

} // namespace flaskcards
