// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/fittingdialog.h"

#include <QEvent>
#include <QLayout>

namespace flaskcards {

bool FittingDialog::event(QEvent *event)
{
    const bool done = QDialog::event(event);
    const auto type = event->type();
    if (layout() && (type == QEvent::LayoutRequest || type == QEvent::Resize || type == QEvent::Show)) {
        const int height = layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width())
                                                         : layout()->totalSizeHint().height();
        setFixedHeight(height);
    }
    return done;
}

} // namespace flaskcards
