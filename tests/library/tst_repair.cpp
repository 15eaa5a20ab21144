// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"
#include "library/damage.h"
#include "library/history.h"
#include "library/repair.h"
#include "storage/rawlog.h"

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr const char *reviewsTrigger = "reviews_are_never_changed";

QSet<FindingKind> kindsOf(const Findings &found)
{
    QSet<FindingKind> kinds;
    for (const Finding &one : found)
        kinds.insert(one.kind);
    return kinds;
}

int answersOf(const Library &library)
{
    const auto count = library.store().reviews.count();
    return count ? *count : -1;
}

} // namespace

// scenario 27: logical damage of every kind is named, repaired after a backup, and then it is gone.
class RepairTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(8);
        study(*m_place, 4, 6);
        m_backups = 0;
    }

    void whatIsDamagedIsNamedAndRepairedOnce_data()
    {
        QTest::addColumn<QByteArray>("reviewSql"); // past the trigger that forbids it
        QTest::addColumn<QByteArray>("sql");
        QTest::addColumn<FindingKind>("kind");
        QTest::addColumn<bool>("comesBack"); // by undo
        const auto review = [](const char *name, const char *sql, FindingKind kind, bool comesBack) {
            QTest::newRow(name) << QByteArray(sql) << QByteArray() << kind << comesBack;
        };
        const auto row = [](const char *name, const char *sql, FindingKind kind, bool comesBack) {
            QTest::newRow(name) << QByteArray() << QByteArray(sql) << kind << comesBack;
        };
        review("future", "UPDATE reviews SET answered_at = answered_at + 31536000000 WHERE id = 5",
               FindingKind::Time, true);
        review("many in the future",
               "UPDATE reviews SET answered_at = answered_at + 31536000000,"
               "ordered_at = ordered_at + 31536000000 WHERE id > 8",
               FindingKind::Time, true);
        review("before 2000", "UPDATE reviews SET answered_at = 5, ordered_at = 5 WHERE id = 1",
               FindingKind::Time, true);
        review("absurd", "UPDATE reviews SET answered_at = -9223372036854775807 WHERE id IN (2, 3)",
               FindingKind::Time, true);
        review("offset", "UPDATE reviews SET utc_offset = 90000 WHERE id = 2", FindingKind::Time, true);
        review("negative duration", "UPDATE reviews SET duration = -4 WHERE id = 2", FindingKind::Time, true);
        review("long duration", "UPDATE reviews SET duration = 86400001 WHERE id = 2", FindingKind::Time,
               true);
        review("day", "UPDATE reviews SET day = day + 1 WHERE id = 3", FindingKind::Day, true);
        review("rating", "UPDATE reviews SET rating = 9 WHERE id = 3", FindingKind::Answer, false);
        review("rating below", "UPDATE reviews SET rating = -2 WHERE id = 3", FindingKind::Answer, false);
        review("phase", "UPDATE reviews SET phase_before = 7 WHERE id = 3", FindingKind::Answer, false);
        review("hour", "UPDATE reviews SET rollover_hour = 30 WHERE id = 3", FindingKind::Answer, false);
        review("interval", "UPDATE reviews SET chosen_days = -1 WHERE id = 3", FindingKind::Answer, false);
        review("hash", "UPDATE reviews SET shown_hash = CAST(X'61FF62' AS TEXT) WHERE id = 3",
               FindingKind::Text, true);
        review("order",
               "UPDATE reviews SET ordered_at = (SELECT min(ordered_at) FROM reviews b "
               "WHERE b.question = reviews.question)",
               FindingKind::Order, true);
        review("no such settings", "UPDATE reviews SET preset = 77 WHERE id > 6", FindingKind::Link, false);
        row("no question", "DELETE FROM questions WHERE slug IN ('card-000', 'card-001')", FindingKind::Link,
            false);
        row("no card", "DELETE FROM cards WHERE question = 1", FindingKind::Card, true);
        row("card", "UPDATE cards SET due_day = due_day + 3, answers = 0 WHERE question = 1",
            FindingKind::Card, true);
        row("flag", "UPDATE cards SET flag = 12 WHERE question = 1", FindingKind::Card, false);
        row("settings of answers", "UPDATE presets SET scheduling = '{broken'", FindingKind::Settings, false);
        row("no settings", "DELETE FROM presets", FindingKind::Link, false);
        row("title", "UPDATE questions SET title = CAST(X'41FF42' AS TEXT) WHERE id = 2", FindingKind::Text,
            false);
        row("NUL", "UPDATE questions SET title = 'a' || char(0) || 'b' WHERE id = 2", FindingKind::Text,
            false);
        row("slug", "UPDATE questions SET slug = CAST(X'41FF42' AS TEXT) WHERE id = 2", FindingKind::Text,
            false);
        row("seed", "UPDATE cards SET fuzz_seed = CAST(X'41FF42' AS TEXT) WHERE question = 2",
            FindingKind::Text, false);
        row("setting text", "INSERT INTO settings VALUES ('view/x', CAST(X'41FF42' AS TEXT))",
            FindingKind::Text, false);
        row("setting key", "INSERT INTO settings VALUES (CAST(X'41FF42' AS TEXT), 'x')", FindingKind::Text,
            false);
        row("setting", "INSERT INTO settings VALUES ('study/new-per-day', 'many')", FindingKind::Setting,
            true);
        row("history", "UPDATE undo SET changes = X'00112233' WHERE id = 4", FindingKind::Undo, false);
        row("not indexed", "DELETE FROM question_index WHERE rowid = 3", FindingKind::Search, false);
        row("indexed otherwise", "UPDATE question_index SET answer = 'other' WHERE rowid = 3",
            FindingKind::Search, false);
        row("indexed without question", "INSERT INTO question_index (rowid, title) VALUES (999, 'gone')",
            FindingKind::Search, false);
        row("index in itself", "DELETE FROM question_index_data WHERE id > 10", FindingKind::Search, false);
        row("no docsize", "DELETE FROM question_index_docsize", FindingKind::Search, false);
    }
    void whatIsDamagedIsNamedAndRepairedOnce()
    {
        QFETCH(QByteArray, reviewSql);
        QFETCH(QByteArray, sql);
        QFETCH(FindingKind, kind);
        QFETCH(bool, comesBack);
        {
            Vandal vandal(m_place->file());
            if (!reviewSql.isEmpty())
                vandal.runWithout(reviewsTrigger, reviewSql);
            vandal.run(sql);
        }
        auto library = m_place->open();
        const int answers = answersOf(*library);
        const QString damaged = dump(*library);
        const auto found = findingsOf(m_place->file(), m_place->clock.nowMs());
        QVERIFY(found);
        QVERIFY(kindsOf(*found).contains(kind));

        const auto report = repair(*library, backUp());
        QVERIFY2(report, report ? "" : qPrintable(report.error().context));
        QCOMPARE(report->backup, u"backup 1"_s);
        QCOMPARE(report->left, Findings());
        QCOMPARE(*checkStore(library->store(), m_place->clock.nowMs()), QStringList());
        QCOMPARE(answersOf(*library), answers);

        const QString repaired = dump(*library);
        const auto again = repair(*library, backUp());
        QVERIFY(again);
        QVERIFY(again->found.isEmpty() && again->backup.isEmpty());
        QCOMPARE(m_backups, 1);
        QCOMPARE(dump(*library), repaired);

        if (comesBack) {
            QVERIFY(report->canBeUndone);
            QCOMPARE(undoLabel(*library), u"repair"_s);
            QVERIFY(library->undo());
            QCOMPARE(dump(*library), damaged);
            QVERIFY(library->redo());
            QCOMPARE(*checkStore(library->store(), m_place->clock.nowMs()), QStringList());
        } else if (undoLabel(*library) == u"repair"_s) {
            QVERIFY(library->undo()); // what of it can come back, and never an error
        }
    }

    void anIndexThatLiesIsMadeAnew()
    {
        makeIndexLie(m_place->file());
        auto library = m_place->open();
        const auto found = findings(library->store(), m_place->clock.nowMs());
        QVERIFY(found);
        QVERIFY(kindsOf(*found).contains(FindingKind::Index));
        const auto report = repair(*library, backUp());
        QVERIFY(report);
        QCOMPARE(report->left, Findings());
    }

    void withoutABackupNothingIsRepaired()
    {
        Vandal(m_place->file()).run("UPDATE cards SET due_day = due_day + 3 WHERE question = 1");
        auto library = m_place->open();
        const QString before = dump(*library);
        const auto report = repair(*library, [] { return Error{ErrorCode::NoSpace, u"backup"_s}; });
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::NoSpace);
        QCOMPARE(dump(*library), before);
    }

    void aSoundStoreIsLeftAlone()
    {
        auto library = m_place->open();
        const QString before = dump(*library);
        const auto report = repair(*library, backUp());
        QVERIFY(report);
        QVERIFY(report->found.isEmpty());
        QCOMPARE(m_backups, 0);
        QCOMPARE(dump(*library), before);
    }

    void aLostQuestionComesBackFromTheBankWithItsAnswers()
    {
        QuestionId question;
        int answers = 0;
        {
            auto library = m_place->open();
            question = *library->store().questions.idOf(u"card-000"_s);
            answers = int(library->store().reviews.ofQuestion(question)->size());
            QVERIFY(answers > 0);
        }
        Vandal(m_place->file()).run("DELETE FROM questions WHERE slug = 'card-000'");
        m_place->write(u"routing/card-000.md"_s, cardText(u"Question number 0, once more?"_s, u"Answer."_s));
        auto library = m_place->open(); // the bank brings the question again, as a new one
        QVERIFY(*library->store().questions.idOf(u"card-000"_s) != question);
        QVERIFY(repair(*library, backUp()));
        QCOMPARE(*library->store().questions.idOf(u"card-000"_s), question);
        QCOMPARE(library->store().reviews.ofQuestion(question)->size(), answers);
        QCOMPARE(*library->store().questions.title(question), u"Question number 0, once more?"_s);
    }

    void answersToAQuestionThatNobodyKnowsAreKept()
    {
        Vandal(m_place->file())
            .run("DELETE FROM cards WHERE question = 1; DELETE FROM questions WHERE id = 1;");
        m_place->remove(u"routing/card-000.md"_s);
        auto library = m_place->open();
        const int answers = answersOf(*library);
        QVERIFY(repair(*library, backUp()));
        QCOMPARE(answersOf(*library), answers);
        const auto source = library->store().questions.source({1});
        QVERIFY(source);
        QVERIFY(source->retired);
        QCOMPARE(source->slug, u"lost-question-1"_s);
    }

    // scenario 19: a clock far in the future, answers given, then it was set right.
    void aSittingFromTheFutureComesBackWithItsDistances()
    {
        const qint64 yearMs = 365LL * 86'400'000;
        const qint64 sittingMs = m_place->clock.nowMs();
        m_place->clock.advanceMs(yearMs);
        study(*m_place, 1, 4);
        m_place->clock.setNowMs(sittingMs + 600'000);
        auto library = m_place->open();
        const auto before = readLogRows(library->store().database)->answers.last(4);
        const auto found = findings(library->store(), m_place->clock.nowMs());
        QVERIFY(found);
        QVERIFY(kindsOf(*found).contains(FindingKind::Time));
        QVERIFY(repair(*library, backUp()));
        const auto after = readLogRows(library->store().database)->answers.last(4);
        for (int i = 0; i < 4; ++i) {
            QCOMPARE(after.at(i).rating, before.at(i).rating);
            QCOMPARE(after.at(i).question, before.at(i).question);
            QVERIFY(after.at(i).uid != before.at(i).uid);
            QCOMPARE(after.at(i).atMs - after.at(0).atMs, before.at(i).atMs - before.at(0).atMs);
        }
        QCOMPARE(after.last().atMs, m_place->clock.nowMs());
        QCOMPARE(*checkStore(library->store(), m_place->clock.nowMs()), QStringList());
    }

    void unreadableSettingsDoNotStopAReplay()
    {
        Vandal(m_place->file()).run("UPDATE presets SET scheduling = 'no'");
        auto library = m_place->open();
        QVERIFY(replayAll(library->store()));
    }

private:
    BackUp backUp()
    {
        return [this]() -> Result<QString> {
            return u"backup %1"_s.arg(++m_backups);
        };
    }

    std::unique_ptr<Place> m_place;
    int m_backups = 0;
};

QTEST_GUILESS_MAIN(RepairTest)
#include "tst_repair.moc"
