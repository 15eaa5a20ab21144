// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/deeds.h"
#include "library/fixture.h"
#include "storage/faultvfs.h"

#include <sqlite3.h>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

// What SQL says of a file, looked at without the program; -1: it cannot be read.
int asked(const QString &file, const char *sql)
{
    if (!QFile::exists(file))
        return -1;
    sqlite3 *handle = nullptr;
    sqlite3_stmt *statement = nullptr;
    int value = -1;
    sqlite3_open_v2(QFile::encodeName(file).constData(), &handle, SQLITE_OPEN_READWRITE, nullptr);
    if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        value = sqlite3_column_int(statement, 0);
    sqlite3_finalize(statement);
    sqlite3_close(handle);
    return value;
}

} // namespace

// The power goes at any moment of random work: what the program has said to be done is there, nothing is
// there by half. Scenarios 3, 4, 6.
class PowerCutTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_seed = seedOfThisRun();
        qInfo("FLASKCARDS_SEED=%u", m_seed);
        m_dice.seed(m_seed);
        m_faults = std::make_unique<FaultVfs>();
        QDir(m_dir.path()).mkdir(u"nothing"_s);
        makeStudied(m_dir.filePath(u"studied"_s), m_banks, m_seed);
        makeOldFile(m_dir.filePath(u"old"_s), m_banks, m_seed);
    }
    void cleanupTestCase()
    {
        m_faults.reset();
        qInfo("%d power cuts", m_cuts);
    }

    void whatWasDoneIsThereAndNothingByHalf_data()
    {
        QTest::addColumn<QString>("start");
        QTest::addColumn<int>("pagesToCheckpoint");
        for (const QString &start : {u"nothing"_s, u"old"_s, u"studied"_s}) {
            QTest::addRow("%s", qPrintable(start)) << start << 1000;
            QTest::addRow("%s, checkpoint after checkpoint", qPrintable(start)) << start << 12;
        }
    }
    void whatWasDoneIsThereAndNothingByHalf()
    {
        QFETCH(QString, start);
        QFETCH(int, pagesToCheckpoint);
        const QByteArray small = "PRAGMA wal_autocheckpoint=" + QByteArray::number(pagesToCheckpoint);
        for (int round = 0; round < (isLongRun() ? 60 : 3); ++round) {
            begin(start);
            Desk desk(m_dir.filePath(u"data"_s), m_banks.folder(), m_seed + quint32(round));
            step(desk, {"open", [](Desk &d) {
                            return d.open();
                        }});
            for (int turn = 0; turn < 25; ++turn) {
                QVERIFY(desk.library->store().database.executeScript(small));
                desk.setTurn(turnAfterStudy + turn);
                step(desk, randomDeed(desk.dice));
                if (QTest::currentTestFailed())
                    return;
            }
            step(desk, {"close", [](Desk &d) {
                            d.close();
                            return Result<void>();
                        }});
        }
    }

private:
    // The files of `start` as the watched folder.
    void begin(const QString &start)
    {
        const QString from = m_dir.filePath(start);
        const QString data = m_dir.filePath(u"data"_s);
        QDir(data).removeRecursively();
        QDir().mkpath(data);
        for (const QString &name : QDir(from).entryList(QDir::Files))
            QVERIFY(QFile::copy(from + u'/' + name, data + u'/' + name));
        m_faults->watch(data);
        m_isOld = start == "old"_L1;
        m_oldAnswers = asked(from + u"/flaskcards.db"_s, "SELECT count(*) FROM reviews");
        m_state = inspectedCopy(m_faults->cutToSynced()).state;
    }

    // Does it; the power goes at some of its syncs and, several times, when it is done.
    void step(Desk &desk, const Deed &deed)
    {
        QList<SurvivingFiles> survivors;
        m_faults->beforeSync = [&] {
            if (isLongRun() || throwOf(m_dice, 3) == 0)
                survivors.append(m_faults->cut(m_dice));
        };
        const auto done = deed.act(desk);
        m_faults->beforeSync = {};
        QVERIFY2(done, done ? "" : qPrintable(QLatin1StringView(deed.name) + u": "_s + done.error().context));
        const QByteArray before = m_state;
        if (desk.library)
            m_state = stateOf(desk.library->store().database, Detail::Repeatable);
        for (const SurvivingFiles &survivor : std::as_const(survivors))
            check(survivor, {before, m_state}, deed.name);
        check(m_faults->cutToSynced(), {m_state}, deed.name);
        check(m_faults->cut(m_dice), {m_state}, deed.name);
    }

    void check(const SurvivingFiles &survivor, const QList<QByteArray> &allowed, const char *deed)
    {
        if (QTest::currentTestFailed())
            return;
        ++m_cuts;
        const FoundFile found = inspectedCopy(survivor);
        if (!found.wrong.isEmpty() || !allowed.contains(found.state))
            qWarning("power cut in or after: %s", deed);
        QCOMPARE(found.wrong, QStringList());
        QVERIFY2(allowed.contains(found.state),
                 allowed.size() == 1 ? "not kept" : "neither before nor after");
    }

    FoundFile inspectedCopy(const SurvivingFiles &survivor)
    {
        const QString folder = m_dir.filePath(u"after"_s);
        QDir(folder).removeRecursively();
        survivor.writeInto(folder);
        const QString file = folder + u"/flaskcards.db"_s;
        const bool upgraded = m_isOld && asked(file, "PRAGMA user_version") > 1;
        FoundFile found = inspected(file);
        if (upgraded && asked(file + u".v1.bak"_s, "SELECT count(*) FROM reviews") != m_oldAnswers)
            found.wrong.append(u"the copy from before the upgrade is not whole"_s);
        return found;
    }

    QTemporaryDir m_dir;
    Banks m_banks;
    std::unique_ptr<FaultVfs> m_faults;
    quint32 m_seed = 0;
    Dice m_dice;
    QByteArray m_state;   // when the last deed was done
    bool m_isOld = false; // it began with a file of the first version
    int m_oldAnswers = 0;
    int m_cuts = 0;
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "tst_powercut.moc"
