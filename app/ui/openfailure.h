// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QDialog>

namespace flaskcards {

class Theme;

// The cards cannot be opened: why, that nothing was changed, and what to do. Accepted: try again.
class OpenFailure : public QDialog
{
    Q_OBJECT

public:
    OpenFailure(const Theme &theme, const Error &error, QWidget *parent = nullptr);
};

} // namespace flaskcards
