// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace flaskcards {

// A dialog of texts that wrap: always as high as they need at its width, so that nothing is cut or squeezed.
class FittingDialog : public QDialog
{
    Q_OBJECT

public:
    using QDialog::QDialog;

protected:
    bool event(QEvent *event) override;
};

} // namespace flaskcards
