// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/deeds.h"
#include "library/fixture.h"
#include "storage/faultvfs.h"

using namespace flaskcards;
using namespace flaskcards::test;

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
            check(survivor, {before, m_state}, desk, deed.name);
        check(m_faults->cutToSynced(), {m_state}, desk, deed.name);
        check(m_faults->cut(m_dice), {m_state}, desk, deed.name);
    }

    void check(const SurvivingFiles &survivor, const QList<QByteArray> &allowed, const Desk &desk,
               const char *deed)
    {
        if (QTest::currentTestFailed())
            return;
        ++m_cuts;
        const FoundFile found = inspectedCopy(survivor);
        const QByteArray where = QByteArray("power cut in or after: ") + deed + ": ";
        QVERIFY2(found.wrong.isEmpty(), qPrintable(QLatin1StringView(where) + found.wrong.join(u", "_s)));
        if (allowed.contains(found.state))
            return;
        if (allowed.size() == 2 && stateAfterStart(m_dir.filePath(u"after"_s), desk) == allowed.last())
            return;
        QFAIL((where + (allowed.size() == 1 ? "not kept" : "neither before nor after")).constData());
    }

    FoundFile inspectedCopy(const SurvivingFiles &survivor)
    {
        const QString folder = m_dir.filePath(u"after"_s);
        QDir(folder).removeRecursively();
        survivor.writeInto(folder);
        return inspected(folder + u"/flaskcards.db"_s);
    }

    QTemporaryDir m_dir;
    Banks m_banks;
    std::unique_ptr<FaultVfs> m_faults;
    quint32 m_seed = 0;
    Dice m_dice;
    QByteArray m_state; // when the last deed was done
    int m_cuts = 0;
};

QTEST_GUILESS_MAIN(PowerCutTest)
#include "tst_powercut.moc"
