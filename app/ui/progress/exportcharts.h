// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QString>

class QWidget;

namespace flaskcards {

// Files of what a widget shows, in its colours and its present size. A file that could not be written
// completely is left as it was (Io).
Result<void> saveAsPdf(QWidget &widget,
                       const QString &path); // one page, lines and text, as large as the widget
Result<void> saveAsPng(QWidget &widget, const QString &path); // twice as many pixels
Result<void> saveBytes(const QByteArray &bytes, const QString &path);

} // namespace flaskcards
