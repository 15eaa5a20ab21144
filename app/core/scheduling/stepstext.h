// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QList>

namespace flaskcards {

// Steps as people write them, in minutes unless a unit follows: "1 10", "30s 10m 1h 2d". Invalid: the part
// that cannot be read.
Result<QList<double>> stepsFromText(const QString &text);
QString stepsText(const QList<double> &minutes);

} // namespace flaskcards
