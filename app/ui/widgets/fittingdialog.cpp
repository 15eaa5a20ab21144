// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fittingdialog.h"

#include <QEvent>
#include <QLayout>

namespace flaskcards {

bool FittingDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    const auto type = event->type(); // after a deferred delete nothing of this dialog is there
    const bool isOfSize = type == QEvent::LayoutRequest || type == QEvent::Resize || type == QEvent::Show;
    if (isOfSize && layout()) {
        const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                         : layout()->totalSizeHint().height();
        setFixedHeight(height);
    }
    return done;
}

} // namespace flaskcards
