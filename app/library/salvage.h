// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/finding.h"
#include "library/library.h"

namespace flaskcards {

// What was saved out of a damaged file.
struct SalvageReport {
    QString path; // of the new file
    int answers = 0;
    int answersKnown = 0; // how many there were, as far as the file tells: at least that many
    int questions = 0;    // with those of the bank
    qint64 newestAnswerMs = 0;
    Findings left = {}; // what is wrong with the new file: nothing, if all is well
};

// Makes a new, valid store at `target` of all that is readable in a damaged file: the log as it was, cards by
// replaying it, questions from the bank and from the file, the search index anew. The damaged file is only
// read. For any thread. Invalid: `target` is there already; other errors as salvageRows and writeBackup.
Result<SalvageReport> salvageFile(const QString &damaged, const QString &target, const QString &bankDir,
                                  const Clock &clock);

} // namespace flaskcards
