// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "storage/btreepage.h"

#include <map>
#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace flaskcards {

// What rows of a table look like.
struct TableShape {
    struct Column {
        QByteArray name;
        RawValue::Type type = RawValue::Type::Text;
        bool isRowid = false; // written as NULL
        bool canBeMissing = false;
        bool canBeNull = false;
    };

    QByteArray name;
    bool hasRowid = true;
    QList<Column> columns;

    // Rows from before a column was added are shorter.
    bool fits(const RawRow &row) const;
    bool isAsLongAs(const RawRow &row) const { return row.values.size() == columns.size(); }
};

// The tables of the connection that are worth saving: not the history, whose steps belong to what was, and
// not the search index, which is made anew.
Result<QList<TableShape>> tableShapes(sqlite3 *connection);

// Writes rows into a table; both must outlive it.
class RowWriter
{
public:
    RowWriter(sqlite3 *connection, const TableShape &table) : m_connection(connection), m_table(table) {}

    // With the defaults of what the row lacks. False: there is one with its id or name.
    Result<bool> write(const RawRow &row);

private:
    sqlite3 *m_connection;
    const TableShape &m_table;
    std::map<qsizetype, std::shared_ptr<sqlite3_stmt>> m_inserts; // by the number of columns
};

} // namespace flaskcards
