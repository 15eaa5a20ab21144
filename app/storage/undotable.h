// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <optional>

namespace flaskcards {

class Database;

struct UndoStep {
    qint64 id = 0;
    QString label; // what it would take back, e.g. "answer"
    qint64 atMs = 0;
    QByteArray changes; // a changeset
};

// The last steps that can be taken back, newest on top.
class UndoTable
{
public:
    static constexpr int keptSteps = 200;

    explicit UndoTable(Database &database) : m_database(database) {}

    Result<void> push(const UndoStep &step);
    Result<std::optional<UndoStep>> last() const;
    Result<void> remove(qint64 id);

private:
    Database &m_database;
};

} // namespace flaskcards
