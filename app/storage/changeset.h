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
    bool moves = false;
    bool bookkeeping = false;   // what copies are united by was written, not stamped
    QSet<QuestionId> questions; // content
    QSet<QuestionId> cards;
};

// Whether what copies are united by (lives of log rows, stamps of changes by hand) is left to the triggers or
// is among the rows to be recorded.
enum class Bookkeeping { Stamped, Recorded };

// Records every row changed from its making on, before and after, with SQLite's session extension.
class ChangeRecorder
{
public:
    static Result<std::unique_ptr<ChangeRecorder>> start(Database &database, Bookkeeping bookkeeping);
    ~ChangeRecorder();
    Q_DISABLE_COPY_MOVE(ChangeRecorder)

    Result<QByteArray> changeset() const; // empty: nothing changed

private:
    explicit ChangeRecorder(Database &database) : m_database(database) {}

    Database &m_database;
    sqlite3_session *m_session = nullptr;
};

Result<ChangedRows> describeChangeset(const QByteArray &changeset);

enum class Direction { Back, Forth };

// What was left alone when a changeset was applied.
struct LeftRows {
    QSet<QuestionId> cards; // to be made anew from their log
    bool byHand = false;    // also what no log gives again: a text, a flag, a setting
};

// Puts every row of the changeset back as it was before it, or once more as it was after it; run it in a
// transaction. A row that something else has changed since is left alone. Invalid, and then to be rolled
// back: rows are missing that others need.
Result<LeftRows> applyChangeset(Database &database, const QByteArray &changeset, Direction direction);

} // namespace flaskcards
