// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <QByteArray>
#include <QSet>

#include <memory>

struct sqlite3_session;

namespace flaskcards {

class Database;

// Which rows of which tables a changeset touches.
struct ChangedRows {
    bool settings = false;
    bool reviews = false;
    QSet<QuestionId> questions; // content
    QSet<QuestionId> cards;
};

// Records every row changed from its making on, before and after, with SQLite's session extension.
class ChangeRecorder
{
public:
    static Result<std::unique_ptr<ChangeRecorder>> start(Database &database);
    ~ChangeRecorder();
    Q_DISABLE_COPY_MOVE(ChangeRecorder)

    Result<QByteArray> changeset() const; // empty: nothing changed

private:
    explicit ChangeRecorder(Database &database) : m_database(database) {}

    Database &m_database;
    sqlite3_session *m_session = nullptr;
};

Result<ChangedRows> describeChangeset(const QByteArray &changeset);

// Puts every row of the changeset back as it was before. Invalid if a row has been changed since; run it in a
// transaction, which then must be rolled back.
Result<void> revertChangeset(Database &database, const QByteArray &changeset);

} // namespace flaskcards
