// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/changeset.h"

#include "storage/changesetformat.h"
#include "storage/database.h"

#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include <sqlite3.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// Not the presets: they are only ever added to, so that their ids stay true.
constexpr const char *recordedTables[] = {"questions", "cards", "reviews", "moves", "settings"};
constexpr const char *bookkeepingTables[] = {"lives", "question_stamps", "setting_stamps"};

Error sessionError(int code, const char *what)
{
    return {errorCodeOf(code),
            u"%1: %2"_s.arg(QLatin1StringView(what), QLatin1StringView(sqlite3_errstr(code)))};
}

Result<void> refuseBroken(const QByteArray &changeset)
{
    return isWholeChangeset(changeset) ? Result<void>() : sessionError(SQLITE_CORRUPT, "reading changes");
}

// Takes over memory that SQLite allocated.
QByteArray adopted(int size, void *data)
{
    QByteArray bytes(static_cast<const char *>(data), size);
    sqlite3_free(data);
    return bytes;
}

// The first column of a changed row, our integer key in all tables but settings.
QuestionId keyOf(sqlite3_changeset_iter *row, int operation)
{
    sqlite3_value *value = nullptr;
    if (operation == SQLITE_INSERT)
        sqlite3changeset_new(row, 0, &value);
    else
        sqlite3changeset_old(row, 0, &value);
    return {value ? sqlite3_value_int64(value) : 0};
}

void noteRow(ChangedRows &changed, sqlite3_changeset_iter *row)
{
    const char *table = nullptr;
    int columns = 0;
    int operation = 0;
    int indirect = 0;
    sqlite3changeset_op(row, &table, &columns, &operation, &indirect);
    const QByteArrayView name(table);
    if (name == "cards")
        changed.cards.insert(keyOf(row, operation));
    else if (name == "questions")
        changed.questions.insert(keyOf(row, operation));
    else if (name == "reviews")
        changed.reviews = true;
    else if (name == "moves")
        changed.moves = true;
    else if (name == "settings")
        changed.settings = true;
    else if (name == "lives" || name.endsWith("_stamps"))
        changed.bookkeeping = true;
}

// Columns of cards that a person sets; the others follow from the log.
QList<int> columnsByHand(sqlite3 *database)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database, "SELECT * FROM cards LIMIT 0", -1, &statement, nullptr);
    QList<int> columns;
    for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const QByteArrayView name(sqlite3_column_name(statement, i));
        if (name == "suspended" || name == "buried_until_day" || name == "flag" || name == "tags")
            columns.append(i);
    }
    sqlite3_finalize(statement);
    return columns;
}

struct Leaving {
    QList<int> columnsByHand;
    LeftRows left = {};
};

bool touches(sqlite3_changeset_iter *row, const QList<int> &columns)
{
    return std::any_of(columns.begin(), columns.end(), [row](int column) {
        sqlite3_value *value = nullptr;
        sqlite3changeset_new(row, column, &value);
        return value != nullptr;
    });
}

// What came later stays: another copy that was merged in, or the bank, may have changed the row since.
int leaveAlone(void *context, int conflict, sqlite3_changeset_iter *row)
{
    if (conflict == SQLITE_CHANGESET_CONSTRAINT || conflict == SQLITE_CHANGESET_FOREIGN_KEY)
        return SQLITE_CHANGESET_ABORT;
    auto &leaving = *static_cast<Leaving *>(context);
    const char *table = nullptr;
    int columns = 0;
    int operation = 0;
    int indirect = 0;
    sqlite3changeset_op(row, &table, &columns, &operation, &indirect);
    const bool card = QByteArrayView(table) == "cards" && operation == SQLITE_UPDATE;
    if (card)
        leaving.left.cards.insert(keyOf(row, operation));
    // A row that is gone holds nothing any more that could have been left.
    if (conflict != SQLITE_CHANGESET_NOTFOUND && (!card || touches(row, leaving.columnsByHand)))
        leaving.left.byHand = true;
    return SQLITE_CHANGESET_OMIT;
}

Result<QByteArray> inverseOf(const QByteArray &changeset)
{
    int size = 0;
    void *data = nullptr;
    const int code = sqlite3changeset_invert(int(changeset.size()), changeset.constData(), &size, &data);
    if (code != SQLITE_OK)
        return sessionError(code, "undoing");
    return adopted(size, data);
}

} // namespace

Result<std::unique_ptr<ChangeRecorder>> ChangeRecorder::start(Database &database, Bookkeeping bookkeeping)
{
    std::unique_ptr<ChangeRecorder> recorder(new ChangeRecorder(database));
    int code = sqlite3session_create(database.handle(), "main", &recorder->m_session);
    for (const char *table : recordedTables) {
        if (code == SQLITE_OK)
            code = sqlite3session_attach(recorder->m_session, table);
    }
    for (const char *table : bookkeepingTables) {
        if (code == SQLITE_OK && bookkeeping == Bookkeeping::Recorded)
            code = sqlite3session_attach(recorder->m_session, table);
    }
    if (code != SQLITE_OK)
        return sessionError(code, "recording changes");
    return recorder;
}

ChangeRecorder::~ChangeRecorder()
{
    if (m_session)
        sqlite3session_delete(m_session);
}

Result<QByteArray> ChangeRecorder::changeset() const
{
    int size = 0;
    void *data = nullptr;
    if (const int code = sqlite3session_changeset(m_session, &size, &data); code != SQLITE_OK)
        return sessionError(code, "recording changes");
    return adopted(size, data);
}

Result<ChangedRows> describeChangeset(const QByteArray &changeset)
{
    if (auto whole = refuseBroken(changeset); !whole)
        return whole.error();
    ChangedRows changed;
    sqlite3_changeset_iter *rows = nullptr;
    // SQLite reads the buffer only; its signature lacks the const.
    int code =
        sqlite3changeset_start(&rows, int(changeset.size()), const_cast<char *>(changeset.constData()));
    if (code != SQLITE_OK)
        return sessionError(code, "reading changes");
    while (sqlite3changeset_next(rows) == SQLITE_ROW)
        noteRow(changed, rows);
    code = sqlite3changeset_finalize(rows);
    if (code != SQLITE_OK)
        return sessionError(code, "reading changes");
    return changed;
}

Result<LeftRows> applyChangeset(Database &database, const QByteArray &changeset, Direction direction)
{
    if (auto whole = refuseBroken(changeset); !whole)
        return whole.error();
    auto changes = direction == Direction::Back ? inverseOf(changeset) : Result<QByteArray>(changeset);
    if (!changes)
        return changes.error();
    Leaving leaving{.columnsByHand = columnsByHand(database.handle())};
    const int code = sqlite3changeset_apply(database.handle(), int(changes->size()), changes->data(), nullptr,
                                            leaveAlone, &leaving);
    if (code != SQLITE_OK)
        return sessionError(code, "undoing");
    return leaving.left;
}

} // namespace flaskcards
