// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QList>

namespace flaskcards {

class Database;

// A row with a text that is no UTF-8 or holds NUL.
struct DamagedTexts {
    enum class Of { Questions, Cards, Undo, Settings };

    Of table = Of::Questions;
    qint64 row = 0;          // of a setting 0
    QList<QByteArray> texts; // all of the row, in the order of its table; of a setting key and value
};

// Not of the log and of the presets, which are looked through with their rows.
Result<QList<DamagedTexts>> damagedTexts(Database &database);

// Writes what mendedText() leaves of them.
Result<void> mendTexts(Database &database, const DamagedTexts &damaged);

} // namespace flaskcards
