// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/changeset.h"

#include "storage/changesetformat.h"
#include "storage/database.h"
#include "storage/dice.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace flaskcards;
using namespace flaskcards::test;

class ChangesetTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto database = Database::open(m_dir.filePath(u"flaskcards.db"_s));
        QVERIFY(database);
        m_database = *std::move(database);
        change("INSERT INTO settings VALUES ('a', 'one'), ('b', ''), ('c', 'three')");
        auto recorder = ChangeRecorder::start(*m_database, Bookkeeping::Recorded);
        QVERIFY(recorder);
        change("INSERT INTO settings VALUES ('long', replace(hex(zeroblob(9000)), '0', 'x'));"
               "UPDATE settings SET value = 'two' WHERE key = 'a';"
               "DELETE FROM settings WHERE key = 'b';"
               "INSERT INTO lives VALUES (-9223372036854775808, 2), (9223372036854775807, 3)");
        const auto bytes = (*recorder)->changeset();
        QVERIFY(bytes);
        m_bytes = *bytes;
    }

    void whatSqliteRecordsIsWhole()
    {
        QVERIFY(m_bytes.size() > 18000);
        QVERIFY(isWholeChangeset(m_bytes));
        const auto described = describeChangeset(m_bytes);
        QVERIFY(described && described->settings && described->bookkeeping);
        QVERIFY(isWholeChangeset({}));
    }

    void aTableWhoseNameHasNoEndIsRefusedInsteadOfReadForEver()
    {
        const QByteArray endless = QByteArray::fromHex("5403ff00ff");
        QVERIFY(!isWholeChangeset(endless));
        const auto described = describeChangeset(endless);
        QVERIFY(!described && described.error().code == ErrorCode::Corrupt);
        for (const Direction direction : {Direction::Back, Direction::Forth})
            QVERIFY(!applyChangeset(*m_database, endless, direction));
    }

    // Whole is only what ends with a row, and then SQLite can read it too.
    void aChangesetCutAnywhereIsRefusedOrReadable()
    {
        int whole = 0;
        for (qsizetype size = 0; size < m_bytes.size(); ++size) {
            const QByteArray cut = m_bytes.first(size);
            const bool readable = isWholeChangeset(cut);
            whole += readable;
            QCOMPARE(bool(describeChangeset(cut)), readable);
        }
        QVERIFY2(whole >= 5 && whole < 20, qPrintable(QString::number(whole)));
    }

    void changedBytesNeverHangOrCrash()
    {
        const quint32 seed = seedOfThisRun();
        qInfo("FLASKCARDS_SEED=%u", seed);
        Dice dice(seed);
        QByteArray small = m_bytes;
        const qsizetype text = small.indexOf("xxxx");
        small.remove(text, small.lastIndexOf("xxxx") - text); // its length now leads past the end
        for (int turn = 0; turn < (isLongRun() ? 1'000'000 : 20'000); ++turn) {
            QByteArray changed = turn % 2 ? m_bytes : small;
            for (int i = throwOf(dice, 6); i >= 0; --i) {
                const qsizetype at =
                    throwOf(dice, 2) ? throwOf(dice, 64) : throwOf(dice, int(changed.size()));
                changed[at] = char(throwOf(dice, 256));
            }
            if (throwOf(dice, 2))
                changed.truncate(throwOf(dice, 200));
            (void) describeChangeset(changed);
        }
    }

private:
    void change(const char *sql) { QVERIFY(m_database->executeScript(sql)); }

    QTemporaryDir m_dir;
    std::unique_ptr<Database> m_database;
    QByteArray m_bytes;
};

QTEST_GUILESS_MAIN(ChangesetTest)
#include "tst_changeset.moc"
