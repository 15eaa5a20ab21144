// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace flaskcards {

// Whether the bytes are UTF-8 without a NUL, as every text of the store is.
bool isSoundText(QByteArrayView bytes);

// What is left of a damaged text: U+FFFD for what is no UTF-8, nothing for NUL.
QString mendedText(QByteArrayView bytes);

} // namespace flaskcards
