// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "storage/fileidentity.h"

#include <QElapsedTimer>
#include <QHash>
#include <QList>
#include <QSqlQuery>
#include <QVariant>

#include <functional>
#include <memory>
#include <optional>

struct sqlite3;

namespace flaskcards {

// One result row; columns by position, as the statement lists them.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) {}

    qint64 int64(int column) const { return m_query.value(column).toLongLong(); }
    int integer(int column) const { return m_query.value(column).toInt(); }
    bool boolean(int column) const { return int64(column) != 0; }
    double real(int column) const { return m_query.value(column).toDouble(); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray blob(int column) const { return m_query.value(column).toByteArray(); }
    bool isNull(int column) const { return m_query.isNull(column); }

private:
    const QSqlQuery &m_query;
};

struct Binding {
    const char *name; // ":question"
    QVariant value;
};
using Bindings = QList<Binding>;

// One connection to one file, owned and used by one thread. Statements live as files in sql/, are named by
// their path without ".sql" ("cards/get"), prepared once and kept.
class Database
{
public:
    enum class Access { ReadWrite, ReadOnly };

    // ReadWrite creates a missing file (complete or not at all) and migrates an older one, after a backup of
    // it into the folder "backups" beside it, named after the clock. Errors: Corrupt (not a database of this
    // program, damaged), TooNew, Io, NoSpace, Busy. The file's bytes are then as they were.
    static Result<std::unique_ptr<Database>> open(const QString &path, Access access = Access::ReadWrite,
                                                  const Clock &clock = SystemClock());
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    // Runs a reading statement and hands over each row.
    Result<void> forEach(const char *statement, const Bindings &bindings,
                         const std::function<void(const Row &)> &row);
    // As forEach: the rows as `read` makes them of each Row.
    template <typename T, typename Read>
    Result<QList<T>> list(const char *statement, const Bindings &bindings, Read read)
    {
        QList<T> rows;
        if (auto done = forEach(statement, bindings, [&](const Row &row) { rows.append(read(row)); }); !done)
            return done.error();
        return rows;
    }
    // As list, for a statement of one row; `otherwise` if there is none.
    template <typename T, typename Read>
    Result<T> one(const char *statement, const Bindings &bindings, T otherwise, Read read)
    {
        if (auto done = forEach(statement, bindings, [&](const Row &row) { otherwise = read(row); }); !done)
            return done.error();
        return otherwise;
    }
    // Runs a writing statement; the number of rows it changed.
    Result<int> run(const char *statement, const Bindings &bindings = {});
    // As run, for an INSERT; the new row's id.
    Result<qint64> insert(const char *statement, const Bindings &bindings);

    const QString &path() const { return m_path; }
    sqlite3 *handle() const
    {
        return m_handle;
    } // for what Qt SQL has no words for: sessions, ranking, integrity

    // The moment with which triggers stamp what a person changes by hand; nothing: they do not stamp.
    void setEditTime(std::optional<qint64> ms) { *m_editTime = ms; }

    Result<void> executeScript(const QByteArray &sql); // several statements, no bindings

    // Whether the path now leads to another file than the one that is open, or to none; or somebody wrote
    // into it past SQLite, as `cp` does. Once it is so, this connection never writes to it again.
    bool isReplaced();
    // For isReplaced: what happened to the file until now was this connection's doing.
    void noteCommit();
    // Another number after another connection committed something.
    Result<qint64> dataVersion();
    // Brings the write-ahead log into the file, so that the file alone holds everything. Does not wait: where
    // another program is reading, the log stays.
    void emptyLog();
    // Of a file that was replaced: takes its log out of the way of the new one, into which SQLite would write
    // it. A log that is not this connection's stays. `keep`: under another name.
    enum class OwnLog { Remove, Keep };
    void takeLogAway(OwnLog fate);
    Error lastError(const QString &what) const; // of the connection, translated

    // Called when a statement comes upon damage of the file itself: then nothing read from it is certain. Not
    // for a full-text index or another index that lies, which can be made anew.
    void setDamageHandler(std::function<void()> handler) { m_damageHandler = std::move(handler); }

    // Whether open() looks through all of a file, or, as it is large, at its header only.
    static bool isCheckedWhole(const QString &path);

private:
    Database(QString path, QString connection);
    Result<void> connect(Access access);
    void restrain();
    Result<void> judge();
    Result<void> configure(Access access);
    Result<void> refuseDamage();
    Result<void> backUpBeforeMigration(int version, const Clock &clock);
    Result<void> identify();
    bool isMoved() const;
    QString logPath(const char *ending) const;
    bool isOverwritten();
    Error failed(int sqliteCode, const QString &text, const QString &what) const;
    Result<QSqlQuery *> prepared(const char *statement);
    Result<QSqlQuery *> execute(const char *statement, const Bindings &bindings);

    QString m_path;
    QString m_connection;
    sqlite3 *m_handle = nullptr;
    std::unique_ptr<std::optional<qint64>> m_editTime; // the connection's edit_time() reads it
    std::optional<FileIdentity> m_file;
    std::optional<FileIdentity> m_log;
    std::optional<FileIdentity> m_logIndex;
    std::optional<FileState> m_state;
    QElapsedTimer m_sinceCommit; // of this connection, or of another one as far as known
    qint64 m_knownVersion = 0;
    bool m_replaced = false;
    QHash<QByteArray, std::shared_ptr<QSqlQuery>> m_statements;
    std::function<void()> m_damageHandler;
};

// BEGIN IMMEDIATE at once; rolled back unless committed. Not nested.
class Transaction
{
public:
    static Result<std::unique_ptr<Transaction>> begin(Database &database);
    ~Transaction();
    Q_DISABLE_COPY_MOVE(Transaction)

    Result<void> commit();

private:
    explicit Transaction(Database &database) : m_database(database) {}

    Database &m_database;
    bool m_open = true;
};

// What a SQLite (extended) result code means to the program.
ErrorCode errorCodeOf(int sqliteCode);

} // namespace flaskcards
