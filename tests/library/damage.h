// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/fixture.h"
#include "library/session.h"

namespace flaskcards::test {

// Answers some cards on each of the days up to the clock's, and leaves the clock there.
inline void study(Place &place, int days, int answersADay)
{
    auto library = place.open();
    for (int day = 0; day < days; ++day) {
        auto session = Session::start(*library, {.listed = {}, .minutes = 0, .count = answersADay});
        QVERIFY(session);
        for (int i = 0; i < answersADay && session->current(); ++i) {
            session->reveal();
            QVERIFY(session->answer(i % 3 == 2 ? Rating::Again : Rating::Good));
            place.clock.advanceMs(20'000);
        }
        place.clock.advanceMs(86'400'000);
    }
}

// Changes the file past the program, its rules and its triggers.
class Vandal
{
public:
    explicit Vandal(const QString &path)
    {
        m_open = sqlite3_open(QFile::encodeName(path).constData(), &m_handle) == SQLITE_OK;
        const auto none = [](sqlite3_context *context, int, sqlite3_value **) {
            sqlite3_result_null(context);
        };
        sqlite3_create_function(m_handle, "edit_time", 0, SQLITE_UTF8 | SQLITE_INNOCUOUS, nullptr, none,
                                nullptr, nullptr);
        run("PRAGMA foreign_keys=OFF; PRAGMA ignore_check_constraints=ON;");
    }
    ~Vandal() { sqlite3_close(m_handle); }
    Q_DISABLE_COPY_MOVE(Vandal)

    bool isOpen() const { return m_open; }

    void run(const QByteArray &sql)
    {
        char *message = nullptr;
        const int code = sqlite3_exec(m_handle, sql.constData(), nullptr, nullptr, &message);
        QVERIFY2(code == SQLITE_OK, message);
    }
    // For tables whose rows are never changed.
    void runWithout(const QByteArray &trigger, const QByteArray &sql)
    {
        const QByteArray made = text("SELECT sql FROM sqlite_schema WHERE name = '" + trigger + '\'');
        run("DROP TRIGGER " + trigger);
        run(sql);
        run(made);
    }
    QByteArray text(const QByteArray &sql)
    {
        sqlite3_stmt *statement = nullptr;
        sqlite3_prepare_v2(m_handle, sql.constData(), -1, &statement, nullptr);
        sqlite3_step(statement);
        const QByteArray value(reinterpret_cast<const char *>(sqlite3_column_text(statement, 0)));
        sqlite3_finalize(statement);
        return value;
    }

private:
    sqlite3 *m_handle = nullptr;
    bool m_open = false;
};

// An index that has not heard of the newest answer.
inline void makeIndexLie(const QString &path)
{
    const QByteArray alter = "PRAGMA writable_schema=ON; UPDATE sqlite_schema SET sql = ";
    const QByteArray which = " WHERE name = 'reviews_day'";
    Vandal(path).run(alter + "sql || ' WHERE rating > 9'" + which);
    Vandal(path).run("CREATE TEMP TABLE kept AS SELECT * FROM reviews ORDER BY id DESC LIMIT 1;"
                     "UPDATE kept SET duration = duration + 5;"
                     "DELETE FROM reviews WHERE id = (SELECT id FROM kept);"
                     "INSERT INTO reviews SELECT * FROM kept;");
    Vandal(path).run(alter + "replace(sql, ' WHERE rating > 9', '')" + which);
}

} // namespace flaskcards::test
