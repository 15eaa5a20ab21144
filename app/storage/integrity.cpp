// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/integrity.h"

#include "storage/database.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

bool isOfNoConcern(const QString &verdict)
{
    return verdict == "ok"_L1 || verdict.startsWith("CHECK constraint failed in"_L1);
}

bool isOfAnIndex(const QString &verdict)
{
    return (verdict.startsWith("row "_L1) && verdict.contains("missing from index"_L1)) ||
           verdict.startsWith("wrong # of entries in index"_L1) ||
           verdict.startsWith("non-unique entry in index"_L1);
}

QString firstColumn(const Row &row)
{
    return row.text(0);
}

} // namespace

Result<Integrity> readIntegrity(Database &database)
{
    const auto verdicts = database.list<QString>("database/integrity_check", {}, firstColumn);
    if (!verdicts)
        return verdicts.error();
    Integrity integrity;
    for (const QString &verdict : *verdicts) {
        if (!isOfNoConcern(verdict))
            (isOfAnIndex(verdict) ? integrity.indexes : integrity.pages).append(verdict);
    }
    if (!integrity.pages.isEmpty())
        return integrity;
    const auto twins =
        database.list<qint64>("database/same_uids", {}, [](const Row &row) { return row.int64(0); });
    if (!twins)
        return twins.error();
    integrity.twins = !twins->isEmpty();
    return integrity;
}

Result<void> refuseDamage(Database &database)
{
    const auto verdicts = database.list<QString>("database/quick_check", {}, firstColumn);
    if (!verdicts)
        return Error{verdicts.error().code, database.path()};
    for (const QString &verdict : *verdicts) {
        if (!isOfNoConcern(verdict))
            return Error{ErrorCode::Corrupt, database.path()};
    }
    return {};
}

Result<QStringList> brokenLinks(Database &database)
{
    return database.list<QString>("database/foreign_key_check", {}, firstColumn);
}

} // namespace flaskcards
