// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/questionstore.h"

#include <QStringList>

#include <optional>

namespace flaskcards {

class Library;

// What became of the bank at start. Broken card files are skipped and named; the rest is there.
struct BankReport {
    int added = 0;
    int changed = 0;
    int retired = 0;
    QStringList problems = {}; // file:line: rule: text, also of an earlier, unchanged import
    std::optional<Error> error =
        {}; // the bank could not be brought in; the questions are those of the last time
};

// Brings the bank into the store where its content hash changed: a changed question keeps its card, a missing
// one is retired, a renamed one (aliases) keeps its history; what is in the person's words stays so.
// `bankDir` empty: the bank inside the program. An unchanged bank costs reading its hash, for a folder a look
// at each file's size and time.
BankReport importBank(Library &library, const QString &bankDir);

struct Store;

// The same inside an open transaction, whether the bank has changed or not. NotFound: there is no bank.
Result<void> bringBankInto(Store &store, const QString &bankDir);

// One card as the bank has it now, without a place in the teaching order. NotFound; Invalid: its file is
// broken.
Result<StoredQuestion> bankQuestion(const QString &bankDir, const QString &slug);

// The paths of a bank's card files in order. NotFound: no such folder.
Result<QStringList> bankFiles(const QString &bankDir);

} // namespace flaskcards
