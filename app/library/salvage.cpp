// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/salvage.h"

#include "library/bankimport.h"
#include "library/check.h"
#include "library/repair.h"
#include "storage/backup.h"
#include "storage/salvage.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// The bank's own words are certain, those on a damaged page are not.
Result<void> readBankAnew(Store &store, const QString &bankDir)
{
    if (auto forgotten = store.database.run("questions/forget_hashes"); !forgotten)
        return forgotten.error();
    const auto brought = bringBankInto(store, bankDir);
    if (!brought && brought.error().code != ErrorCode::NotFound)
        return brought;
    return store.settings.remove(u"bank/hash"_s); // the library looks at the bank itself, too
}

Result<void> putTogether(const QString &path, const QString &bankDir, const Clock &clock)
{
    auto database = Database::open(path, Database::Access::ReadWrite, clock);
    if (!database)
        return database.error();
    Store store(**database);
    auto transaction = Transaction::begin(**database);
    if (!transaction)
        return transaction.error();
    if (auto repaired = repairStore(store, bankDir, clock.nowMs()); !repaired)
        return repaired;
    if (auto read = readBankAnew(store, bankDir); !read)
        return read;
    return (*transaction)->commit();
}

} // namespace

Result<SalvageReport> salvageFile(const QString &damaged, const QString &target, const QString &bankDir,
                                  const Clock &clock)
{
    if (QFileInfo::exists(target))
        return Error{ErrorCode::Invalid, u"%1 is there already; choose a new name."_s.arg(target)};
    const QString folder = QFileInfo(target).absolutePath();
    QDir().mkpath(folder);
    const QTemporaryDir room(folder + u"/salvage-XXXXXX"_s);
    if (!room.isValid())
        return Error{ErrorCode::Io, folder};
    const QString path = room.filePath(u"flaskcards.db"_s);
    const auto rows = salvageRows(damaged, path);
    if (!rows)
        return rows.error();
    if (auto done = putTogether(path, bankDir, clock); !done)
        return done.error();
    const auto left = findingsOf(path, clock.nowMs());
    if (!left)
        return left.error();
    const auto facts = writeBackup(path, target);
    if (!facts)
        return facts.error();
    return SalvageReport{.path = target,
                         .answers = facts->answers,
                         .answersKnown = std::max(rows->answersKnown, facts->answers),
                         .questions = facts->questions,
                         .newestAnswerMs = facts->newestAnswerMs,
                         .left = *left};
}

} // namespace flaskcards
