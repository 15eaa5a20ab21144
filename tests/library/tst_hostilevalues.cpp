// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/catalogue.h"
#include "library/check.h"
#include "library/fixture.h"
#include "library/progress.h"
#include "library/session.h"
#include "library/today.h"
#include "library/why.h"
#include "library/words.h"
#include "storage/sqlfunctions.h"

using namespace flaskcards;
using namespace flaskcards::test;

// scenario 36: a file of the right shape with values that this program never writes. Found by tests/fuzz.
class HostileValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(4);
        m_library = m_place->open();
        for (int i = 0; i < 3; ++i) {
            auto session = Session::start(*m_library, {});
            QVERIFY(session && session->current());
            session->reveal();
            QVERIFY(session->answer(Rating::Good));
        }
        m_library.reset();
    }
    void cleanup() { m_library.reset(); }

    void aValueOutOfItsRangeDoesNoHarm_data()
    {
        QTest::addColumn<QByteArray>("sql");
        const auto add = [](const char *name, const char *sql) {
            QTest::newRow(name) << QByteArray(sql);
        };
        add("level", "UPDATE questions SET level = 99");
        add("kind", "UPDATE questions SET kind = -7");
        add("phase", "UPDATE cards SET phase = 77 WHERE phase > 0");
        add("a phase without a memory", "UPDATE cards SET phase = 2, due_day = 20000, stability = NULL");
        add("a memory without difficulty", "UPDATE cards SET difficulty = NULL");
        add("stability", "UPDATE cards SET stability = 9e999, difficulty = -1e300");
        add("due day", "UPDATE cards SET phase = 2, due_day = -9223372036854775807 WHERE phase > 0");
        add("times", "UPDATE cards SET due_at = 9223372036854775807, last_answer_at = -9223372036854775807");
        add("counts", "UPDATE cards SET answers = 9223372036854775807, lapses = 2147483647");
        add("asked", "UPDATE questions SET asked = 9223372036854775807");
        add("a review at the beginning of time", "DROP TRIGGER reviews_are_never_changed;"
                                                 "UPDATE reviews SET answered_at = -9223372036854775808, day "
                                                 "= -2147483648");
        add("a review at its end", "DROP TRIGGER reviews_are_never_changed;"
                                   "UPDATE reviews SET answered_at = 9223372036854775807, day = 2147483647, "
                                   "duration = 9223372036854775807, utc_offset = 2147483647");
        add("a review without its settings",
            "PRAGMA foreign_keys=OFF; DELETE FROM presets; UPDATE cards SET phase = 2");
        add("an undo that is none", "UPDATE undo SET changes = x'5403ff00ff'");
        add("texts with NUL", "UPDATE questions SET title = 'a' || char(0) || 'b', source = char(0), tags = "
                              "char(0)");
        add("texts that are no UTF-8", "UPDATE questions SET title = CAST(x'ff80c0' AS TEXT), topic = "
                                       "CAST(x'eda080' AS TEXT)");
    }
    void aValueOutOfItsRangeDoesNoHarm()
    {
        QFETCH(QByteArray, sql);
        tamper(sql);
        auto library = Library::open({m_place->data(), m_place->bank()}, m_place->clock);
        QVERIFY2(library, library ? "" : qPrintable(library.error().context));
        m_library = *std::move(library);
        look();
        if (auto session = Session::start(*m_library, {}); session && session->current()) {
            session->reveal();
            (void) session->answer(Rating::Good);
        }
        (void) m_library->undo();
        look();
    }

    void checkNamesWhatIsOutOfRange()
    {
        tamper("UPDATE cards SET due_day = 9223372036854775807 WHERE phase > 0");
        m_library = m_place->open();
        const auto found = checkStore(m_library->store());
        QVERIFY(found);
        QVERIFY2(found->join(u'\n').contains(u"due day"), qPrintable(found->join(u'\n')));
    }

private:
    // Past the triggers, which are put back.
    void tamper(const QByteArray &sql)
    {
        sqlite3 *other = nullptr;
        QCOMPARE(sqlite3_open(QFile::encodeName(m_place->file()).constData(), &other), SQLITE_OK);
        char *message = nullptr;
        const std::optional<qint64> unstamped;
        QVERIFY(registerFunctions(other, &unstamped));
        int code = sqlite3_exec(other, "PRAGMA ignore_check_constraints=ON", nullptr, nullptr, nullptr);
        if (code == SQLITE_OK)
            code = sqlite3_exec(other, sql.constData(), nullptr, nullptr, &message);
        const QByteArray said(message);
        sqlite3_free(message);
        sqlite3_exec(other,
                     "CREATE TRIGGER reviews_are_never_changed BEFORE UPDATE ON reviews BEGIN"
                     " SELECT RAISE(ABORT, 'a review is never changed'); END",
                     nullptr, nullptr, nullptr);
        sqlite3_close(other);
        QVERIFY2(code == SQLITE_OK, said.constData());
    }

    // All that reads; errors are fine, crashes and endless work are not.
    void look() const
    {
        Catalogue catalogue(*m_library);
        QVERIFY(catalogue.refresh());
        const auto found = catalogue.search({});
        QVERIFY(found);
        for (const QuestionFacts &facts : *found) {
            QVERIFY(!levelWord(facts.level).isEmpty() && !kindWord(facts.kind).isEmpty());
            QVERIFY(!historyWords(facts.card, catalogue.recall(facts), m_library->now()).isEmpty());
            if (const auto why = whyReport(*m_library, facts.id))
                (void) (whyWords(*why) + whyHistory(*why));
        }
        QVERIFY(todaySummary(*m_library));
        const auto histories = memoryHistories(*m_library);
        QVERIFY(histories);
        const auto report = progressReport(*m_library, Period::All, *histories);
        QVERIFY(report);
        QVERIFY(!toCsv(*report).isEmpty());
        QVERIFY(checkStore(m_library->store()));
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(HostileValuesTest)
#include "tst_hostilevalues.moc"
