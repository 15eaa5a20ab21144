// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

namespace flaskcards {

// Whether the bytes are tables and rows to their end, as SQLite's session extension lays them out (the
// comment at the head of its source). SQLite itself reads on for ever where a table's name has no end.
bool isWholeChangeset(QByteArrayView bytes);

} // namespace flaskcards
