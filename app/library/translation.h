// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace flaskcards {

// Makes the program speak the person's language, or English with its plurals where there is no translation.
// After the application object has been made.
void installTranslation();

} // namespace flaskcards
