// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/backups.h"
#include "library/check.h"
#include "library/fixture.h"
#include "library/session.h"
#include "storage/failingdisk.h"
#include "storage/migrations.h"

#include <QSignalSpy>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr qint64 minuteMs = 60'000;

void answer(Library &library, int count)
{
    auto session = Session::start(library, {.listed = {}, .minutes = 0, .count = count});
    QVERIFY(session);
    for (int i = 0; i < count; ++i) {
        QVERIFY(session->current());
        session->reveal();
        QVERIFY(session->answer(Rating::Good));
    }
}

int answers(const Library &library)
{
    return *library.store().reviews.count();
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void damage(const QString &path)
{
    QByteArray bytes = bytesOf(path);
    bytes.replace(bytes.size() / 2, 8192, QByteArray(8192, '\xa5'));
    put(path, bytes);
}

// The rows that count; places of windows and the like are not among them.
QString rows(const Library &library)
{
    QStringList lines = dump(library).split(u'\n');
    lines.removeIf([](const QString &line) { return line.startsWith("settings|view/"_L1); });
    return lines.join(u'\n');
}

void execute(const QString &path, const QByteArray &sql)
{
    sqlite3 *handle = nullptr;
    QCOMPARE(sqlite3_open(QFile::encodeName(path).constData(), &handle), SQLITE_OK);
    char *error = nullptr;
    sqlite3_exec(handle, sql.constData(), nullptr, nullptr, &error);
    QVERIFY2(!error, error);
    sqlite3_close(handle);
}

// A store as the first version of the program wrote it.
void makeOldStore(const QString &path)
{
    const QDir migrations(u":/migrations"_s);
    QFile first(migrations.filePath(migrations.entryList(QDir::Files, QDir::Name).first()));
    QVERIFY(first.open(QIODevice::ReadOnly));
    QDir().mkpath(QFileInfo(path).absolutePath());
    execute(path, first.readAll() +
                      "PRAGMA application_id=0x466c6b63; PRAGMA user_version=1; PRAGMA journal_mode=WAL;"
                      "INSERT INTO questions VALUES (7,'card-001','routing',0,0,'Old?',',',2,0,'h','s',0);"
                      "INSERT INTO cards (question, fuzz_seed, phase) VALUES (7,'card-001',0);"
                      "INSERT INTO settings VALUES ('study/new-per-day','7');");
}

} // namespace

class BackupsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(40);
        m_library = m_place->open();
    }
    void cleanup() { m_library.reset(); }

    void aChangeIsBackedUpAtMostEveryHalfHour()
    {
        Backups backups(*m_library);
        QSignalSpy made(&backups, &Backups::made);
        answer(*m_library, 1);
        QTRY_COMPARE(made.size(), 1);
        QCOMPARE(backupFacts(made.first().first().toString())->answers, 1);
        m_place->clock.advanceMs(29 * minuteMs);
        answer(*m_library, 2);
        QTest::qWait(20);
        QVERIFY(!backups.isRunning());
        m_place->clock.advanceMs(2 * minuteMs);
        QTest::qWait(20);
        QVERIFY(!backups.isRunning());
        answer(*m_library, 1);
        QTRY_COMPARE(made.size(), 2);
        QCOMPARE(backupFacts(made.last().first().toString())->answers, 4);
        QCOMPARE(backups.lastMs(), m_place->clock.nowMs());
        QCOMPARE(reasons(), (QList{BackupReason::Auto, BackupReason::Auto}));
    }

    void theEndBacksUpWhatChangedAndNothingElse()
    {
        {
            Backups backups(*m_library);
            QVERIFY(backups.finish(10'000));
            QCOMPARE(reasons(), QList<BackupReason>());
        }
        {
            Backups backups(*m_library);
            answer(*m_library, 1);
            m_place->clock.advanceMs(1000);
            answer(*m_library, 1); // the first one's backup may be under way
            QVERIFY(backups.finish(10'000));
            QVERIFY(!reasons().isEmpty());
            QCOMPARE(newestFacts().answers, 2);
            const auto count = reasons().size();
            QVERIFY(backups.finish(10'000));
            QCOMPARE(reasons().size(), count);
        }
        Backups backups(*m_library);
        const auto count = reasons().size();
        QVERIFY(backups.finish(10'000));
        QCOMPARE(reasons().size(), count);
    }

    // The run that gave these answers was killed before its backup.
    void whatAKilledRunLeftIsBackedUpByTheNext()
    {
        QVERIFY(Backups(*m_library).backUpBefore(BackupReason::ByHand));
        {
            Backups backups(*m_library);
            answer(*m_library, 3);
        }
        m_library.reset();
        m_library = m_place->open();
        Backups backups(*m_library);
        QVERIFY(backups.finish(10'000));
        QCOMPARE(newestFacts().answers, 3);
        QCOMPARE(reasons().first(), BackupReason::Close);
    }

    // scenario 8: the old ones stay until a new one is verified; it is tried again later.
    void aFullDiskIsToldOnceCostsNoOldBackupAndIsTriedAgain()
    {
        const QStringList old = putOldBackups(backupsFolder(m_place->data()), 60);
        Backups backups(*m_library);
        QSignalSpy made(&backups, &Backups::made);
        QSignalSpy failed(&backups, &Backups::failed);
        {
            const FailingDisk disk(".part", 3, SQLITE_FULL);
            answer(*m_library, 1);
            QTRY_COMPARE(failed.size(), 1);
            QCOMPARE(failed.first().first().value<Error>().code, ErrorCode::NoSpace);
            QCOMPARE(files(), old);
            answer(*m_library, 1); // not at once again
            QTest::qWait(20);
            QVERIFY(!backups.isRunning());
            m_place->clock.advanceMs(6 * minuteMs);
            answer(*m_library, 1);
            QTRY_VERIFY(!backups.isRunning());
            QCOMPARE(failed.size(), 1);
            QVERIFY(backups.problem());
            QVERIFY(!backups.backUpBefore(BackupReason::BeforeImport));
            QVERIFY(!backups.finish(10'000));
            QCOMPARE(files(), old);
        }
        m_place->clock.advanceMs(6 * minuteMs);
        answer(*m_library, 1);
        QTRY_COMPARE(made.size(), 1);
        QVERIFY(!backups.problem());
        QVERIFY(files().size() < old.size()); // thinned only now
        QCOMPARE(newestFacts().answers, 4);
    }

    void theSecondFolderGetsACopyAndIsThinnedToo()
    {
        const QString second = m_place->dir.filePath(u"stick"_s);
        const qsizetype before = putOldBackups(second, 60).size();
        Backups backups(*m_library);
        QSignalSpy made(&backups, &Backups::made);
        QVERIFY(backups.setSecondFolder(second));
        QTRY_COMPARE(made.size(), 1);
        QVERIFY(!backups.secondProblem());
        const QString name = QFileInfo(made.first().first().toString()).fileName();
        QVERIFY(backupFacts(second + u'/' + name));
        QVERIFY(QDir(second).entryList(QDir::Files).size() < before);
        QCOMPARE(allBackups(m_place->data()).first().isInSecond, true);
        QCOMPARE(allBackups(m_place->data()).first().isHere, true);
        QVERIFY(!backups.setSecondFolder(backups.folder()));
    }

    void aMissingStickIsNoFailure()
    {
        const QString second = m_place->dir.filePath(u"stick"_s);
        QDir().mkpath(second);
        Backups backups(*m_library);
        QSignalSpy failed(&backups, &Backups::failed);
        QVERIFY(backups.setSecondFolder(second));
        QTRY_VERIFY(!backups.isRunning());
        QDir(second).removeRecursively();
        QVERIFY(backups.backUpBefore(BackupReason::ByHand));
        QVERIFY(failed.isEmpty() && !backups.problem());
        QCOMPARE(backups.secondProblem()->code, ErrorCode::NotFound);
        QVERIFY(!QFile::exists(second)); // not made: it would be the place where the stick belongs
    }

    // scenario 29
    void aRestoreCanBeTakenBackRowForRow()
    {
        Backups backups(*m_library);
        answer(*m_library, 5);
        const auto early = backups.backUpBefore(BackupReason::ByHand);
        QVERIFY(early);
        const QString earlyRows = rows(*m_library);
        answer(*m_library, 4);
        Preferences preferences = m_library->preferences();
        preferences.newPerDay = 3;
        QVERIFY(m_library->setPreferences(preferences));
        const QString lateRows = rows(*m_library);

        QSignalSpy changed(m_library.get(), &Library::changed);
        QSignalSpy restored(&backups, &Backups::restored);
        const auto before = backups.restore(*early);
        QVERIFY2(before, qPrintable(before ? QString() : before.error().context));
        QCOMPARE(rows(*m_library), earlyRows);
        QCOMPARE(m_library->preferences().newPerDay, 10);
        QCOMPARE(restored.size(), 1);
        QCOMPARE(changed.size(), 1);
        const auto told = changed.first().first().value<Changes>();
        QVERIFY(told.reviews && told.settings && told.questions.size() == 40 && told.cards.size() == 40);
        QVERIFY(checkStore(m_library->store())->isEmpty());
        QCOMPARE(undoLabel(*m_library), u"answer"_s);
        QCOMPARE(parsedBackupName(QFileInfo(*before).fileName())->reason, BackupReason::BeforeRestore);
        answer(*m_library, 1); // and it goes on

        QVERIFY(backups.restore(*before));
        QCOMPARE(rows(*m_library), lateRows);
        QCOMPARE(m_library->preferences().newPerDay, 3);
        m_library.reset();
        m_library = m_place->open();
        QCOMPARE(rows(*m_library), lateRows);
        QCOMPARE(QDir(backupsFolder(m_place->data())).entryList({u"restore-*"_s}), QStringList());
    }

    void aBackupOfAnEarlierVersionIsBroughtToTheNewest()
    {
        const QString old = m_place->dir.filePath(u"old.db"_s);
        makeOldStore(old);
        const QByteArray bytes = bytesOf(old);
        Backups backups(*m_library);
        answer(*m_library, 2);
        const auto before = backups.restore(old);
        QVERIFY2(before, qPrintable(before ? QString() : before.error().context));
        QCOMPARE(m_library->preferences().newPerDay, 7);
        QCOMPARE(answers(*m_library), 0);
        QCOMPARE(bytesOf(old), bytes);
        // Its questions are this program's again.
        QCOMPARE(m_library->store().cards.all()->size(), 40);
        QCOMPARE(*m_library->store().questions.idOf(u"card-001"_s), QuestionId{7});
        QCOMPARE(*m_library->store().questions.title({7}), u"Question number 1?"_s);
        QVERIFY(checkStore(m_library->store())->isEmpty());
        QVERIFY(backups.restore(*before));
        QCOMPARE(answers(*m_library), 2);
    }

    void whatDoesNotVerifyIsNotRestored_data()
    {
        QTest::addColumn<QByteArray>("sql"); // empty: noise
        QTest::addColumn<ErrorCode>("said");
        QTest::newRow("damaged") << QByteArray() << ErrorCode::Corrupt;
        QTest::newRow("from the future") << QByteArray("PRAGMA user_version=99") << ErrorCode::TooNew;
        QTest::newRow("another program's") << QByteArray("PRAGMA application_id=1") << ErrorCode::Corrupt;
        QTest::newRow("without answers")
            << QByteArray("PRAGMA foreign_keys=OFF; DROP TABLE reviews") << ErrorCode::Corrupt;
        QTest::newRow("with a trigger of its own")
            << QByteArray("CREATE TRIGGER evil AFTER INSERT ON reviews BEGIN DELETE FROM cards; END")
            << ErrorCode::Corrupt;
    }
    void whatDoesNotVerifyIsNotRestored()
    {
        QFETCH(QByteArray, sql);
        QFETCH(ErrorCode, said);
        Backups backups(*m_library);
        answer(*m_library, 2);
        const auto backup = backups.backUpBefore(BackupReason::ByHand);
        if (sql.isEmpty())
            damage(*backup);
        else
            execute(*backup, sql);
        answer(*m_library, 1);
        const QString present = rows(*m_library);
        const auto before = backups.restore(*backup);
        QVERIFY(!before);
        QCOMPARE(before.error().code, said);
        QCOMPARE(before.error().context, *backup);
        QCOMPARE(rows(*m_library), present);
        QCOMPARE(QDir(backupsFolder(m_place->data())).entryList({u"restore-*"_s}), QStringList());
    }

    void theFileInUseIsNoBackup()
    {
        Backups backups(*m_library);
        QCOMPARE(backups.restore(m_place->file()).error().code, ErrorCode::Invalid);
        QCOMPARE(backups.restore(u"/nowhere/at/all.db"_s).error().code, ErrorCode::NotFound);
    }

    // scenario 8: without room for a backup of the present there is no restore.
    void aRestoreThatCannotSaveThePresentDoesNothing()
    {
        Backups backups(*m_library);
        answer(*m_library, 1);
        const auto backup = backups.backUpBefore(BackupReason::ByHand);
        answer(*m_library, 1);
        const QString present = rows(*m_library);
        const FailingDisk disk("before-restore", 3, SQLITE_FULL);
        const auto before = backups.restore(*backup);
        QVERIFY(!before);
        QCOMPARE(before.error().code, ErrorCode::NoSpace);
        QCOMPARE(rows(*m_library), present);
    }

    // scenario 10: too large to be looked through at start, so the damage shows only now.
    void aDamagedPresentIsPutAsideAndCanBeReplaced()
    {
        const auto good = Backups(*m_library).backUpBefore(BackupReason::ByHand);
        QVERIFY(m_library->apply({QString(), [](Store &store) {
                                      HistoryStep bulk;
                                      bulk.label = u"bulk"_s;
                                      return store.undo.push(bulk, QByteArray(12 << 20, 'x'));
                                  }}));
        m_library.reset();
        damage(m_place->file());
        m_library = m_place->open();
        Backups backups(*m_library);
        QCOMPARE(backups.backUpBefore(BackupReason::ByHand).error().code, ErrorCode::Corrupt);
        const auto before = backups.restore(*good);
        QVERIFY2(before, qPrintable(before ? QString() : before.error().context));
        QVERIFY(before->isEmpty());
        QCOMPARE(QDir(m_place->data()).entryList({u"flaskcards-damaged-*.db"_s}).size(), 1);
        QVERIFY(checkStore(m_library->store())->isEmpty());
    }

    // scenario 9
    void aStoreThatCannotBeOpenedIsReplacedByTheNewestGoodBackup()
    {
        {
            Backups backups(*m_library);
            const QString second = m_place->dir.filePath(u"stick"_s);
            QDir().mkpath(second);
            QVERIFY(backups.setSecondFolder(second));
            answer(*m_library, 3);
            m_place->clock.advanceMs(minuteMs);
            QVERIFY(backups.backUpBefore(BackupReason::ByHand)); // good in the second folder only
            answer(*m_library, 2);
            m_place->clock.advanceMs(minuteMs);
            QVERIFY(backups.backUpBefore(BackupReason::ByHand)); // good in neither
        }
        m_library.reset();
        QList<Backup> known = allBackups(m_place->data());
        damage(known.at(0).path);
        damage(secondBackupsFolder(m_place->data()) + u'/' + QFileInfo(known.at(0).path).fileName());
        damage(known.at(1).path);
        damage(m_place->file());
        const QByteArray damaged = bytesOf(m_place->file());
        QVERIFY(!Library::open({m_place->data(), m_place->bank()}, m_place->clock));
        put(m_place->file() + u"-wal"_s, "a log of the damaged file");

        const auto newest = newestGoodBackup(m_place->data());
        QVERIFY(newest);
        QCOMPARE(QFileInfo(*newest).fileName(), QFileInfo(known.at(1).path).fileName());
        QVERIFY(newest->startsWith(m_place->dir.filePath(u"stick"_s)));
        const auto aside = putInPlace(m_place->data(), *newest, m_place->clock);
        QVERIFY2(aside, qPrintable(aside ? QString() : aside.error().context));
        QCOMPARE(bytesOf(*aside), damaged);
        QCOMPARE(bytesOf(*aside + u"-wal"_s), QByteArray("a log of the damaged file"));
        QVERIFY(!QFile::exists(m_place->file() + u"-wal"_s));
        m_library = m_place->open();
        QCOMPARE(answers(*m_library), 3);
        QVERIFY(checkStore(m_library->store())->isEmpty());
        QCOMPARE(QDir(m_place->data()).entryList({u"*.part*"_s, u"*restored*"_s}), QStringList());
    }

    void aBackupThatIsBadDoesNotReplaceAnything()
    {
        const auto backup = Backups(*m_library).backUpBefore(BackupReason::ByHand);
        m_library.reset();
        damage(*backup);
        const QByteArray store = bytesOf(m_place->file());
        QCOMPARE(putInPlace(m_place->data(), *backup, m_place->clock).error().code, ErrorCode::Corrupt);
        QCOMPARE(bytesOf(m_place->file()), store);
        QCOMPARE(newestGoodBackup(m_place->data()).error().code, ErrorCode::NotFound);
    }

    void anOldBackupIsPutInPlaceToo()
    {
        m_library.reset();
        const QString old = m_place->dir.filePath(u"old.db"_s);
        makeOldStore(old);
        QVERIFY(QFile::remove(m_place->file()));
        const auto aside = putInPlace(m_place->data(), old, m_place->clock);
        QVERIFY(aside && aside->isEmpty());
        m_library = m_place->open();
        QCOMPARE(m_library->preferences().newPerDay, 7);
    }

    // scenario 5: killed while restoring.
    void whatAKilledRestoreLeftIsCleanedUp()
    {
        const QString room = backupsFolder(m_place->data()) + u"/restore-AbCdEf"_s;
        put(room + u"/flaskcards.db"_s, "half");
        QCOMPARE(::system(qPrintable(u"touch -d '3 hours ago' '%1'"_s.arg(room))), 0);
        Backups backups(*m_library);
        const auto backup = backups.backUpBefore(BackupReason::ByHand);
        QVERIFY(backups.restore(*backup));
        QVERIFY(!QFile::exists(room));
    }

private:
    QStringList files() const
    {
        return QDir(backupsFolder(m_place->data()))
            .entryList({u"flaskcards*"_s}, QDir::Files | QDir::Hidden, QDir::Name);
    }
    // Newest first.
    QList<BackupReason> reasons() const
    {
        QList<BackupReason> found;
        for (const Backup &backup : allBackups(m_place->data()))
            found.append(backup.name.reason);
        return found;
    }
    BackupFacts newestFacts() const { return *backupFacts(allBackups(m_place->data()).first().path); }

    // Names alone, every two hours; what is inside does not matter for thinning.
    static QStringList putOldBackups(const QString &folder, int count)
    {
        for (int i = 1; i <= count; ++i)
            put(folder + u'/' + backupFileName({startMs - i * 120 * minuteMs, BackupReason::Auto}), "old");
        return QDir(folder).entryList(QDir::Files, QDir::Name);
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
};

QTEST_GUILESS_MAIN(BackupsTest)
#include "tst_backups.moc"
