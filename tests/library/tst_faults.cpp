// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/deeds.h"
#include "library/fixture.h"
#include "library/operations.h"
#include "library/session.h"
#include "library/today.h"
#include "storage/faultvfs.h"

#include <sqlite3.h>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

void copyFolder(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    QDir().mkpath(to);
    for (const QString &name : QDir(from).entryList(QDir::Files))
        QVERIFY(QFile::copy(from + u'/' + name, to + u'/' + name));
}

QString named(const char *deed, int at, Trouble trouble, bool lasting)
{
    static const char *const troubles[] = {"full", "broken", "unreadable"};
    return u"%1, call %2, disk %3 %4"_s.arg(QLatin1StringView(deed))
        .arg(at)
        .arg(QLatin1StringView(troubles[int(trouble)]), lasting ? u"from then on"_s : u"once"_s);
}

// What to do from which files on.
struct Case {
    const char *name;
    QString start; // a folder
    bool isOpen;   // the store is open when it begins
    std::function<Result<void>(Desk &)> act;
};

} // namespace

// scenarios 3, 4, 6, 7, 26: the disk fails at every single call that a deed makes.
class FaultsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_seed = seedOfThisRun();
        qInfo("FLASKCARDS_SEED=%u", m_seed);
        m_dice.seed(m_seed);
        m_faults = std::make_unique<FaultVfs>();
        makeStudied(m_dir.filePath(u"studied"_s), m_banks, m_seed);
        makeOldFile(m_dir.filePath(u"old"_s), m_banks, m_seed);
        QDir(m_dir.path()).mkdir(u"nothing"_s);
    }
    void cleanupTestCase()
    {
        m_faults.reset();
        qInfo("%d faults in %d runs", m_failedCalls, m_runs);
    }

    void everyFaultLeavesAllOrNothing_data()
    {
        QTest::addColumn<int>("number");
        m_cases = cases();
        for (int i = 0; i < m_cases.size(); ++i)
            QTest::newRow(m_cases.at(i).name) << i;
    }
    void everyFaultLeavesAllOrNothing()
    {
        QFETCH(int, number);
        const Case &tried = m_cases.at(number);
        learn(tried);
        for (const Trouble trouble : {Trouble::Full, Trouble::Broken, Trouble::Unreadable}) {
            for (const bool lasting : {false, true}) {
                for (const int at : chosenCalls(trouble)) {
                    fail(tried, at, trouble, lasting);
                    if (QTest::currentTestFailed()) {
                        qWarning("%s", qPrintable(named(tried.name, at, trouble, lasting)));
                        return;
                    }
                }
            }
        }
    }

    // scenario 7: disk full on an answer.
    void anAnswerThatCannotBeSavedStaysOnTheTable_data()
    {
        QTest::addColumn<Trouble>("trouble");
        QTest::newRow("full") << Trouble::Full;
        QTest::newRow("broken") << Trouble::Broken;
        QTest::newRow("unreadable") << Trouble::Unreadable;
    }
    void anAnswerThatCannotBeSavedStaysOnTheTable()
    {
        QFETCH(Trouble, trouble);
        for (int at = 0; at < 200; ++at) {
            Desk desk = freshDesk(m_dir.filePath(u"studied"_s));
            QVERIFY(desk.open());
            desk.setTurn(turnAfterStudy);
            auto session = Session::start(*desk.library, {.listed = {{1}, {2}}});
            QVERIFY(session);
            session->reveal();
            const int before = *desk.library->store().reviews.count();
            forgetPages(desk);
            m_faults->breakAt(at, trouble, true);
            auto saved = session->answer(Rating::Good);
            const int failed = m_faults->failed();
            m_faults->heal();
            if (!saved) {
                QCOMPARE(saved.error().code, expectedCode(at, trouble));
                QVERIFY(session->current());
                QCOMPARE(session->current()->card.question, QuestionId{1});
                QVERIFY(session->isRevealed());
                QVERIFY(session->answered().isEmpty());
                QCOMPARE(*desk.library->store().reviews.count(), before);
                saved = session->answer(Rating::Good);
                QVERIFY(saved);
            }
            QVERIFY(session->resume()); // the next card, if it could not be read before
            QCOMPARE(session->answered().size(), 1);
            QCOMPARE(*desk.library->store().reviews.count(), before + 1);
            QCOMPARE(session->current()->card.question, QuestionId{2});
            if (failed == 0) {
                QVERIFY2(at > 3, "hardly anything was tried");
                return;
            }
        }
        QFAIL("an answer does not come to an end");
    }

    // A person who is told that it failed tries again, and would take back one step more.
    void anUndoThatIsDoneIsNotSaidToHaveFailed()
    {
        for (int at = 0; at < 200; ++at) {
            Desk desk = freshDesk(m_dir.filePath(u"studied"_s));
            QVERIFY(desk.open());
            desk.setTurn(turnAfterStudy);
            auto session = Session::start(*desk.library, {.listed = {{1}, {2}}});
            QVERIFY(session);
            session->reveal();
            const int before = *desk.library->store().reviews.count();
            QVERIFY(session->answer(Rating::Easy));
            forgetPages(desk);
            m_faults->breakAt(at, Trouble::Unreadable, true);
            const auto undone = session->undo();
            const int failed = m_faults->failed();
            m_faults->heal();
            QCOMPARE(*desk.library->store().reviews.count(), undone ? before : before + 1);
            QVERIFY(session->resume());
            QCOMPARE(session->current()->card.question, QuestionId{undone ? 1 : 2});
            if (failed == 0) {
                QVERIFY2(at > 3, "hardly anything was tried");
                return;
            }
        }
        QFAIL("an undo does not come to an end");
    }

    // scenario 26: undo after a failed operation.
    void earlierStepsCanBeTakenBackAfterAFailure()
    {
        for (int at = 0; at < 200; ++at) {
            Desk desk = freshDesk(m_dir.filePath(u"studied"_s));
            QVERIFY(desk.open());
            desk.setTurn(turnAfterStudy);
            const QString before = dump(*desk.library);
            Preferences preferences = desk.library->preferences();
            preferences.newPerDay = 777;
            QVERIFY(desk.library->setPreferences(preferences));
            m_faults->breakAt(at, Trouble::Full, true);
            const auto failed = desk.library->apply(buryOperation({{4}, {5}}, desk.library->today() + 1));
            m_faults->heal();
            if (failed) {
                QVERIFY2(at > 3, "hardly anything was tried");
                return;
            }
            QCOMPARE(undoLabel(*desk.library), u"settings"_s);
            QVERIFY(desk.library->undo());
            QCOMPARE(dump(*desk.library), before);
        }
        QFAIL("an operation does not come to an end");
    }

private:
    QList<Case> cases()
    {
        const QString studied = m_dir.filePath(u"studied"_s);
        const auto open = [](Desk &desk) {
            desk.close();
            return desk.open();
        };
        QList<Case> all{
            {"first open", m_dir.filePath(u"nothing"_s), false, open},
            {"upgrade of an old file", m_dir.filePath(u"old"_s), false, open},
            {"open", studied, false, open},
            {"close", studied, true,
             [](Desk &desk) {
                 desk.close();
                 return Result<void>();
             }},
            {"answer and checkpoint", studied, true,
             [](Desk &desk) -> Result<void> {
                 auto small = desk.library->store().database.executeScript("PRAGMA wal_autocheckpoint=1");
                 return small ? deed("answer").act(desk) : small;
             }},
        };
        for (const Deed &known : deeds())
            all.append({known.name, studied, true, known.act});
        return all;
    }

    Desk freshDesk(const QString &start)
    {
        copyFolder(start, m_dir.filePath(u"data"_s));
        return {m_dir.filePath(u"data"_s), m_banks.folder(), m_seed};
    }

    static void begin(const Case &tried, Desk &desk)
    {
        if (!tried.isOpen)
            return;
        QVERIFY(desk.open());
        forgetPages(desk);
    }

    // What SQLite keeps in memory, so that the disk is asked again.
    static void forgetPages(Desk &desk)
    {
        sqlite3_db_release_memory(desk.library->store().database.handle());
    }

    ErrorCode expectedCode(int at, Trouble trouble) const
    {
        for (const DiskCall call : m_faults->calls().mid(at)) {
            if (fails(trouble, call))
                return trouble == Trouble::Full && call == DiskCall::Write ? ErrorCode::NoSpace
                                                                           : ErrorCode::Io;
        }
        return ErrorCode::Invalid;
    }

    static Result<void> perform(const Case &tried, Desk &desk)
    {
        desk.setTurn(turnAfterStudy);
        return tried.act(desk);
    }

    // One run without a fault: the calls it makes, the state before and after.
    void learn(const Case &tried)
    {
        {
            Desk desk = freshDesk(tried.start);
            begin(tried, desk);
            desk.close();
            m_before = inspected(desk.file()).state;
        }
        Desk desk = freshDesk(tried.start);
        begin(tried, desk);
        m_faults->startCounting();
        const auto done = perform(tried, desk);
        m_calls = m_faults->calls();
        QVERIFY2(done, done ? "" : qPrintable(done.error().context));
        desk.close();
        const FoundFile found = inspected(desk.file());
        QCOMPARE(found.wrong.join(u'\n'), QString());
        m_after = found.state;
        QVERIFY(!m_calls.isEmpty());
    }

    QList<int> chosenCalls(Trouble trouble)
    {
        constexpr int most = 20; // of one kind of trouble, unless the run is a long one
        QList<int> all;
        for (int at = 0; at < m_calls.size(); ++at) {
            if (fails(trouble, m_calls.at(at)))
                all.append(at);
        }
        while (!isLongRun() && all.size() > most)
            all.removeAt(throwOf(m_dice, int(all.size())));
        return all;
    }

    // A fault that passes: the person tries again at once. One that stays: the program ends in the middle of
    // it.
    void fail(const Case &tried, int at, Trouble trouble, bool lasting)
    {
        Desk desk = freshDesk(tried.start);
        begin(tried, desk);
        m_faults->breakAt(at, trouble, lasting);
        const auto done = perform(tried, desk);
        if (desk.library && lasting && trouble == Trouble::Full)
            QVERIFY2(stillReads(desk, bool(done)), "reading while the disk is full");
        if (lasting)
            desk.close();
        QVERIFY(m_faults->failed() > 0);
        m_failedCalls += m_faults->failed();
        ++m_runs;
        m_faults->heal();
        if (desk.library)
            QVERIFY2(stillReads(desk, bool(done)), "reading after the trouble");
        if (!lasting && !done) {
            const auto again = perform(tried, desk);
            QVERIFY2(again, again ? "" : qPrintable(again.error().context));
        }
        desk.close();
        compare(desk, done || !lasting ? QList{m_after} : QList{m_before, m_after});
    }

    bool stillReads(Desk &desk, bool done)
    {
        return todaySummary(*desk.library) && desk.library->nextUndo() &&
               (desk.library->bankReport().error || // comes with the next start
                stateOf(desk.library->store().database, Detail::Repeatable) == (done ? m_after : m_before));
    }

    // Where the disk did not say whether the last bytes are there, a deed that was said to have failed may be
    // found done: all of it.
    void compare(const Desk &desk, const QList<QByteArray> &allowed)
    {
        const FoundFile found = inspected(desk.file());
        QCOMPARE(found.wrong.join(u'\n'), QString());
        if (!allowed.contains(found.state) && stateAfterStart(desk.data, desk) != m_after) {
            QVERIFY2(found.state != m_before, "nothing was kept");
            QFAIL("something between before and after");
        }
    }

    QTemporaryDir m_dir;
    Banks m_banks;
    std::unique_ptr<FaultVfs> m_faults;
    quint32 m_seed = 0;
    Dice m_dice;
    QList<Case> m_cases;
    QList<DiskCall> m_calls; // of the deed without a fault
    QByteArray m_before;
    QByteArray m_after;
    int m_runs = 0;
    int m_failedCalls = 0;
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "tst_faults.moc"
