// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards {

// Library::damagedSettings names stored values that make no sense: their defaults are in force, the values
// stay as they are until the person decides.

// What the settings call the value of a key: "study/new-per-day" -> "New cards a day"; else the key.
QString settingName(const QString &key);

// Puts what is in force in the place of the damaged values.
Operation keepDefaultsOperation(const Library &library);

} // namespace flaskcards
