// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/backupfiles.h"

namespace flaskcards {

// Words for a person, the same in the window and in the terminal.

QString backupReasonWords(BackupReason reason); // "at the end"

// "today, 15:06", "21 November, 15:06"
QString momentWords(qint64 atMs, const Clock &clock);

// "just now", "12 minutes ago"
QString agoWords(qint64 atMs, qint64 nowMs);

// "1 204 answers, 266 questions, 6.5 MB"
QString backupFactsWords(const BackupFacts &facts);

// Why a backup was not made or not restored, what is safe, what to do.
QString backupErrorSentence(const Error &error);

} // namespace flaskcards
