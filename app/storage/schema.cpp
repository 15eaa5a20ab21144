// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/schema.h"

#include "storage/database.h"
#include "storage/migrations.h"
#include "storage/sqlfunctions.h"

#include <QMap>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct Object {
    QByteArray kind; // "table", "index", "trigger", "view"
    QByteArray table;
    QByteArray sql; // canonical; empty: made by SQLite itself

    bool operator==(const Object &) const = default;
};
using Schema = QMap<QByteArray, Object>; // by name

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

// Past the comment, the quoted text or the one character that begins at `at`.
qsizetype endOfPiece(const QByteArray &sql, qsizetype at)
{
    const auto past = [&](const char *end, qsizetype from) {
        const qsizetype found = sql.indexOf(end, from);
        return found < 0 ? sql.size() : found + qsizetype(qstrlen(end));
    };
    const QByteArrayView rest = QByteArrayView(sql).sliced(at);
    if (rest.startsWith("--"))
        return past("\n", at);
    if (rest.startsWith("/*"))
        return past("*/", at + 2);
    if (const char quote = sql.at(at); quote == '\'' || quote == '"' || quote == '`')
        return past(QByteArray(1, quote).constData(), at + 1);
    return at + 1;
}

bool isComment(QByteArrayView piece)
{
    return piece.startsWith("--") || piece.startsWith("/*");
}

// Without comments and line ends, which mean nothing and which SQLite moves about in ALTER TABLE.
QByteArray canonical(const QByteArray &sql)
{
    QByteArray text;
    for (qsizetype at = 0; at < sql.size();) {
        const qsizetype end = endOfPiece(sql, at);
        const QByteArray piece = sql.mid(at, end - at);
        at = end;
        const bool gap = isComment(piece) || (piece.size() == 1 && isSpace(piece.at(0)));
        if (!gap)
            text += piece;
        else if (!text.endsWith(' '))
            text += ' ';
    }
    return text.replace(" )", ")").replace("( ", "(").replace(" ,", ",").trimmed();
}

QByteArray bytes(sqlite3_stmt *row, int column)
{
    const auto *text = static_cast<const char *>(sqlite3_column_blob(row, column));
    return {text, sqlite3_column_bytes(row, column)};
}

// A schema that SQLite cannot read is a plain error of SQL to it.
Error connectionError(sqlite3 *connection, const QString &path)
{
    const ErrorCode code = errorCodeOf(sqlite3_extended_errcode(connection));
    return {code == ErrorCode::Invalid ? ErrorCode::Corrupt : code,
            u"%1 (%2)"_s.arg(path, QString::fromUtf8(sqlite3_errmsg(connection)))};
}

// What ANALYZE leaves behind, which other programs for SQLite files do by themselves.
bool isStatistics(const QByteArray &name, const Object &object)
{
    return object.kind == "table" &&
           ((name == "sqlite_stat1" && object.sql == "CREATE TABLE sqlite_stat1(tbl,idx,stat)") ||
            (name == "sqlite_stat4" &&
             object.sql == "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"));
}

Result<Schema> schemaOf(sqlite3 *connection, const QString &path)
{
    Schema schema;
    sqlite3_stmt *row = nullptr;
    int code = sqlite3_prepare_v2(connection, "SELECT type, name, tbl_name, sql FROM sqlite_schema", -1, &row,
                                  nullptr);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(row);
        if (code != SQLITE_ROW)
            break;
        const Object object{bytes(row, 0), bytes(row, 2), canonical(bytes(row, 3))};
        if (!isStatistics(bytes(row, 1), object))
            schema.insert(bytes(row, 1), object);
    }
    sqlite3_finalize(row);
    if (code != SQLITE_DONE)
        return connectionError(connection, path);
    return schema;
}

// The migrations are run in memory, so that what is expected cannot differ from what is made.
Result<Schema> expectedSchema(int version)
{
    sqlite3 *handle = nullptr;
    int code = sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY, nullptr);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> connection(handle, &sqlite3_close);
    const std::optional<qint64> noEditTime;
    if (auto registered = registerFunctions(handle, &noEditTime); !registered)
        return registered.error();
    const QList<QByteArray> scripts = migrationScripts();
    for (int i = 0; i < version && code == SQLITE_OK; ++i)
        code = sqlite3_exec(handle, scripts.at(i).constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        return connectionError(handle, u"migrations"_s);
    return schemaOf(handle, u"migrations"_s);
}

// A name out of a file that may be hostile: short and on one line.
QString nameWords(const QByteArray &kind, const QByteArray &name)
{
    QString shown = QString::fromUtf8(name.left(60));
    for (QChar &c : shown) {
        if (!c.isPrint())
            c = u'?';
    }
    return u"%1 “%2”"_s.arg(QString::fromLatin1(kind), shown);
}

Error foreign(const QString &path, const QString &what)
{
    return {ErrorCode::Corrupt, u"%1 (%2)"_s.arg(path, what)};
}

} // namespace

Result<void> refuseForeignSchema(sqlite3 *connection, int version, const QString &path)
{
    const auto found = schemaOf(connection, path);
    if (!found)
        return found.error();
    const auto expected = expectedSchema(version);
    if (!expected)
        return expected.error();
    for (const auto &[name, object] : found->asKeyValueRange()) {
        if (!expected->contains(name))
            return foreign(
                path, u"it holds the %1, which Flaskcards does not make"_s.arg(nameWords(object.kind, name)));
        if (expected->value(name) != object)
            return foreign(path, u"its %1 is not as Flaskcards makes it"_s.arg(nameWords(object.kind, name)));
    }
    for (const auto &[name, object] : expected->asKeyValueRange()) {
        if (!found->contains(name))
            return foreign(path, u"it lacks the %1"_s.arg(nameWords(object.kind, name)));
    }
    return {};
}

} // namespace flaskcards
