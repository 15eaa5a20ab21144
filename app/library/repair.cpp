// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/repair.h"

#include "library/check.h"
#include "library/repairlog.h"
#include "library/repairquestions.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// Results of steps that follow each other: the first error ends it.
Result<void> inOrder(std::initializer_list<std::function<Result<void>()>> steps)
{
    for (const auto &step : steps) {
        if (auto done = step(); !done)
            return done;
    }
    return {};
}

Result<void> mendIndexes(Store &store, const Findings &found)
{
    const bool lies = std::any_of(found.cbegin(), found.cend(), [](const Finding &finding) {
        return finding.kind == FindingKind::Index && finding.canBeRepaired;
    });
    return lies ? done(store.database.run("database/reindex")) : Result<void>();
}

Result<void> dropUnreadableHistory(Store &store)
{
    QList<qint64> unreadable;
    auto read = store.database.forEach("undo/all_changes", {}, [&](const Row &row) {
        if (!describeChangeset(row.blob(1)))
            unreadable.append(row.int64(0));
    });
    if (!read)
        return read;
    for (const qint64 id : std::as_const(unreadable)) {
        if (auto dropped = store.database.run("undo/delete", {{":id", id}}); !dropped)
            return dropped.error();
    }
    return {};
}

// Its default is in force already; of two copies it must not win over one that can be understood.
Result<void> dropSettings(Store &store)
{
    const auto settings = store.settings.all();
    if (!settings)
        return settings.error();
    QStringList damaged;
    preferencesFrom(*settings, &damaged);
    for (const QString &key : std::as_const(damaged)) {
        if (auto dropped = store.database.run("settings/delete", {{":key", key}}); !dropped)
            return dropped.error();
    }
    return {};
}

bool areMendable(const Findings &found)
{
    return std::any_of(found.cbegin(), found.cend(), [](const Finding &one) { return one.canBeRepaired; });
}

// What cannot be undone, and what can.
Result<void> mendBeside(Store &store, const Findings &found, const QString &bankDir)
{
    return inOrder({[&] { return mendIndexes(store, found); }, [&] { return mendPresets(store); },
                    [&] { return mendTextsAndLinks(store, bankDir); },
                    [&] { return dropUnreadableHistory(store); },
                    [&] { return mendImpossibleAnswers(store); },
                    [&] {
                        return mendSearch(store);
                    }});
}

Result<void> mendRows(Store &store, qint64 nowMs)
{
    return inOrder({[&] { return mendLog(store, nowMs); }, [&] { return addMissingCards(store); },
                    [&] { return mendCards(store); },
                    [&] {
                        return dropSettings(store);
                    }});
}

} // namespace

Result<void> repairStore(Store &store, const QString &bankDir, qint64 nowMs)
{
    return inOrder({[&] { return mendBeside(store, {}, bankDir); },
                    [&] {
                        return mendRows(store, nowMs);
                    }});
}

Result<RepairReport> repair(Library &library, const BackUp &backUp)
{
    const qint64 nowMs = library.clock().nowMs();
    RepairReport report;
    const auto found = findings(library.store(), nowMs);
    if (!found)
        return found.error();
    report.found = report.left = *found;
    if (!areMendable(*found))
        return report;
    const auto backup = backUp();
    if (!backup)
        return backup.error();
    report.backup = *backup;
    const auto beside = library.apply({QString(), [&](Store &store) {
                                           return mendBeside(store, *found, library.place().bankDir);
                                       }});
    if (!beside)
        return beside.error();
    const auto rows = library.apply({u"repair"_s, [&](Store &store) {
                                         return mendRows(store, nowMs);
                                     }});
    if (!rows)
        return rows.error();
    report.canBeUndone = !rows->isEmpty();
    const auto left = findings(library.store(), nowMs);
    if (!left)
        return left.error();
    report.left = *left;
    return report;
}

} // namespace flaskcards
