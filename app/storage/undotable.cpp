// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/undotable.h"

#include "storage/database.h"

namespace flaskcards {

Result<void> UndoTable::push(const UndoStep &step)
{
    auto inserted = m_database.insert(
        "undo/insert", {{":label", step.label}, {":at", step.atMs}, {":changes", step.changes}});
    if (!inserted)
        return inserted.error();
    if (auto thinned = m_database.run("undo/thin", {{":keep", keptSteps}}); !thinned)
        return thinned.error();
    return {};
}

Result<std::optional<UndoStep>> UndoTable::last() const
{
    return m_database.one<std::optional<UndoStep>>("undo/last", {}, std::nullopt, [](const Row &row) {
        return UndoStep{row.int64(0), row.text(1), row.int64(2), row.blob(3)};
    });
}

Result<void> UndoTable::remove(qint64 id)
{
    auto done = m_database.run("undo/delete", {{":id", id}});
    if (!done)
        return done.error();
    return {};
}

} // namespace flaskcards
