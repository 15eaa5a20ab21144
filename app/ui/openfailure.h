// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "ui/oneprogram.h"
#include "ui/widgets/fittingdialog.h"

namespace flaskcards {

class Theme;

// The cards cannot be opened: why, that nothing was changed, and what to do. exec() gives a Choice.
class OpenFailure : public FittingDialog
{
    Q_OBJECT

public:
    enum Choice { Quit = Rejected, Again = Accepted, ReadOnly };

    OpenFailure(const Theme &theme, const Error &error, QWidget *parent = nullptr);
    // Another program has the cards and does not answer.
    OpenFailure(const Theme &theme, const OneProgram::Holder &holder, QWidget *parent = nullptr);

private:
    void build(const Theme &theme, const QString &headline, const QString &detail, bool offersReadOnly);
};

} // namespace flaskcards
