// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace flaskcards {

// What a person did with a card beside answering it. Kept while the sitting goes on, written nowhere.
struct Attempt {
    QString code = {};
    std::optional<bool> writes = {}; // whether the editor is open; unset: as the kind has it
    int line = 0;                    // thought faulty, from 1; 0: none chosen
    qint64 usedMs = 0;               // of the clock, up to when it was last started
    std::optional<qint64> runningSinceMs = {};
};

} // namespace flaskcards
