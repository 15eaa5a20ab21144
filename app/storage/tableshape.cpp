// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/tableshape.h"

#include "storage/database.h"

#include <sqlite3.h>

namespace flaskcards {

namespace {

using Statement = std::unique_ptr<sqlite3_stmt, decltype(&sqlite3_finalize)>;

Statement prepared(sqlite3 *connection, const QByteArray &sql)
{
    sqlite3_stmt *raw = nullptr;
    sqlite3_prepare_v2(connection, sql.constData(), -1, &raw, nullptr);
    return {raw, &sqlite3_finalize};
}

QByteArray text(const Statement &row, int column)
{
    return reinterpret_cast<const char *>(sqlite3_column_text(row.get(), column));
}

RawValue::Type typeNamed(const QByteArray &name)
{
    if (name == "INTEGER")
        return RawValue::Type::Integer;
    if (name == "REAL")
        return RawValue::Type::Real;
    return name == "BLOB" ? RawValue::Type::Blob : RawValue::Type::Text;
}

QList<TableShape::Column> columnsOf(sqlite3 *connection, const QByteArray &table, bool hasRowid)
{
    QList<TableShape::Column> columns;
    const Statement rows = prepared(connection, "PRAGMA table_info(" + table + ")");
    while (sqlite3_step(rows.get()) == SQLITE_ROW) {
        const RawValue::Type type = typeNamed(text(rows, 2));
        const bool isKey = sqlite3_column_int(rows.get(), 5) > 0;
        const bool canBeNull = sqlite3_column_int(rows.get(), 3) == 0 && !isKey;
        const bool hasDefault = sqlite3_column_type(rows.get(), 4) != SQLITE_NULL;
        columns.append({text(rows, 1), type, hasRowid && isKey && type == RawValue::Type::Integer,
                        hasDefault || canBeNull, canBeNull});
    }
    return columns;
}

bool isOfType(const RawValue &value, const TableShape::Column &column)
{
    using Type = RawValue::Type;
    if (column.isRowid)
        return value.type == Type::Null;
    if (value.type == Type::Null)
        return column.canBeNull;
    return value.type == column.type || (column.type == Type::Real && value.type == Type::Integer);
}

void bind(sqlite3_stmt *insert, int place, const RawValue &value)
{
    switch (value.type) {
    case RawValue::Type::Null:
        sqlite3_bind_null(insert, place);
        break;
    case RawValue::Type::Integer:
        sqlite3_bind_int64(insert, place, value.integer);
        break;
    case RawValue::Type::Real:
        sqlite3_bind_double(insert, place, value.real);
        break;
    case RawValue::Type::Text:
        sqlite3_bind_text(insert, place, value.bytes.constData(), int(value.bytes.size()), SQLITE_TRANSIENT);
        break;
    case RawValue::Type::Blob:
        sqlite3_bind_blob(insert, place, value.bytes.constData(), int(value.bytes.size()), SQLITE_TRANSIENT);
        break;
    }
}

QByteArray insertSql(const TableShape &table, qsizetype columns)
{
    QByteArray names;
    QByteArray places;
    for (qsizetype i = 0; i < columns; ++i) {
        names += (i > 0 ? ", " : "") + table.columns.at(i).name;
        places += i > 0 ? ", ?" : "?";
    }
    return "INSERT OR IGNORE INTO " + table.name + " (" + names + ") VALUES (" + places + ')';
}

} // namespace

bool TableShape::fits(const RawRow &row) const
{
    if (row.values.size() > columns.size())
        return false;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (i >= row.values.size() ? !columns.at(i).canBeMissing : !isOfType(row.values.at(i), columns.at(i)))
            return false;
    }
    return true;
}

Result<QList<TableShape>> tableShapes(sqlite3 *connection)
{
    QList<TableShape> shapes;
    const Statement tables =
        prepared(connection,
                 "SELECT name, wr FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name "
                 "NOT LIKE 'sqlite%' AND name NOT IN ('undo') ORDER BY name");
    int code = SQLITE_ROW;
    while ((code = sqlite3_step(tables.get())) == SQLITE_ROW) {
        const bool hasRowid = sqlite3_column_int(tables.get(), 1) == 0;
        shapes.append({text(tables, 0), hasRowid, columnsOf(connection, text(tables, 0), hasRowid)});
    }
    if (code != SQLITE_DONE)
        return Error{errorCodeOf(code), QString::fromUtf8(sqlite3_errmsg(connection))};
    return shapes;
}

Result<bool> RowWriter::write(const RawRow &row)
{
    auto &insert = m_inserts[row.values.size()];
    if (!insert)
        insert = prepared(m_connection, insertSql(m_table, row.values.size()));
    for (qsizetype i = 0; i < row.values.size(); ++i) {
        if (m_table.columns.at(i).isRowid)
            sqlite3_bind_int64(insert.get(), int(i) + 1, row.rowid);
        else
            bind(insert.get(), int(i) + 1, row.values.at(i));
    }
    const int code = sqlite3_step(insert.get());
    sqlite3_reset(insert.get());
    if (code != SQLITE_DONE)
        return Error{errorCodeOf(code), QString::fromUtf8(sqlite3_errmsg(m_connection))};
    return sqlite3_changes(m_connection) > 0;
}

} // namespace flaskcards
