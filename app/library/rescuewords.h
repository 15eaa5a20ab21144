// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/rescue.h"

namespace flaskcards {

// Words for a person, the same in the window and in the terminal.

// That the file is damaged, in one sentence and without advice.
QString damageSentence(const Error &error);

// "The backup of 21 November, 14:02"
QString backupOfferTitle(const GoodBackup &backup, const Clock &clock);
// "346 questions, 3 712 answers, the newest of 21 November, 13:58."
QString backupOfferWords(const GoodBackup &backup, const Clock &clock);
// "346 questions, 3 655 of at least 3 712 answers, the newest of 21 November, 13:58."
QString salvageOfferWords(const SalvageReport &report, const Clock &clock);

} // namespace flaskcards
