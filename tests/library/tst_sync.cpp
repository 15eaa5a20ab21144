// SPDX-License-Identifier: GPL-3.0-or-later
// Two machines that share a folder which some other program carries between them.
#include "library/check.h"
#include "library/fixture.h"
#include "library/session.h"
#include "library/sync.h"

#include <QSignalSpy>

using namespace flaskcards;
using namespace flaskcards::test;

class SyncTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_shared.reset(new QTemporaryDir);
        m_laptop.reset(new Machine(m_shared->path()));
        m_desktop.reset(new Machine(m_shared->path()));
    }

    void answersTravelBothWays()
    {
        m_laptop->answer(Rating::Good);
        QVERIFY(m_laptop->sync->run());
        QCOMPARE(m_desktop->sync->run()->answers, 1);
        m_desktop->place.clock.advanceMs(3600'000);
        m_desktop->answer(Rating::Easy);
        QVERIFY(m_desktop->sync->run());
        QCOMPARE(m_laptop->sync->run()->answers, 1);
        QCOMPARE(m_laptop->answers(), 2);
        QCOMPARE(m_desktop->answers(), 2);
        QVERIFY(checkStore(m_laptop->library->store())->isEmpty());
    }

    void nothingNewWritesAndMergesNothing()
    {
        m_laptop->answer(Rating::Good);
        QVERIFY(m_laptop->sync->run());
        QVERIFY(m_desktop->sync->run());
        QVERIFY(m_laptop->sync->run());
        QVERIFY(m_desktop->sync->run());
        const QString mine = fingerprints();
        QVERIFY(m_laptop->sync->run()->isEmpty());
        QVERIFY(m_desktop->sync->run()->isEmpty());
        QCOMPARE(fingerprints(), mine);
    }

    void aHalfCarriedFileIsNamedAndReadLater()
    {
        m_laptop->answer(Rating::Good);
        QVERIFY(m_laptop->sync->run());
        QFile file(m_laptop->sync->ownFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        file.close();
        write(file.fileName(), whole.first(whole.size() / 2));
        const auto half = m_desktop->sync->run();
        QVERIFY(!half);
        QCOMPARE(half.error().code, ErrorCode::Corrupt);
        QCOMPARE(m_desktop->answers(), 0);
        write(file.fileName(), whole);
        QCOMPARE(m_desktop->sync->run()->answers, 1);
        QVERIFY(!m_desktop->sync->problem());
    }

    void aDataFolderThatIsCopiedMakesAFileOfItsOwn()
    {
        QVERIFY(m_laptop->sync->run());
        QVERIFY(m_laptop->sync->ownFile() != m_desktop->sync->ownFile());
        QCOMPARE(m_desktop->sync->others().size(), 1);
    }

    void theSharedFileHoldsNoStepsOfUndo()
    {
        m_laptop->answer(Rating::Good);
        QVERIFY(m_laptop->sync->run());
        auto copy = Database::open(m_laptop->sync->ownFile(), Database::Access::ReadOnly);
        QVERIFY(copy);
        const Store store(**copy);
        QVERIFY(store.undo.history()->isEmpty());
        QCOMPARE(*store.reviews.count(), 1);
    }

    void theDataFolderItselfAndAFileAreRefused()
    {
        QCOMPARE(m_laptop->sync->setFolder(m_laptop->place.data()).error().code, ErrorCode::Invalid);
        QCOMPARE(m_laptop->sync->setFolder(m_laptop->place.file()).error().code, ErrorCode::Invalid);
        QCOMPARE(m_laptop->sync->folder(), m_shared->path());
        QVERIFY(m_laptop->sync->setFolder({}));
        QVERIFY(m_laptop->sync->folder().isEmpty());
        QVERIFY(m_laptop->sync->run()->isEmpty());
    }

    void aFolderThatIsGoneIsNotMadeAnew()
    {
        QVERIFY(m_laptop->sync->run());
        QVERIFY(QDir(m_shared->path()).removeRecursively());
        m_laptop->answer(Rating::Good);
        QVERIFY(!m_laptop->sync->run());
        m_desktop->sync->start();
        QTRY_VERIFY(m_desktop->sync->problem());
        QVERIFY(!QFile::exists(m_shared->path()));
        QVERIFY(QDir().mkpath(m_shared->path())); // plugged in again
        QVERIFY(m_laptop->sync->run());
        QVERIFY(m_desktop->sync->run());
        QCOMPARE(m_desktop->answers(), 1);
    }

    void whatComesInIsToldByItself()
    {
        m_laptop->answer(Rating::Good);
        QVERIFY(m_laptop->sync->run());
        QSignalSpy merged(m_desktop->sync.get(), &Sync::merged);
        QSignalSpy finished(m_desktop->sync.get(), &Sync::finished);
        m_desktop->sync->start();
        QTRY_COMPARE(merged.count(), 1);
        QTRY_VERIFY(finished.count() > 0);
        QCOMPARE(m_desktop->answers(), 1);
        QVERIFY(QFile::exists(m_desktop->sync->ownFile()));
        // And without being asked, when the folder changes.
        m_laptop->place.clock.advanceMs(3600'000);
        m_laptop->answer(Rating::Hard);
        QVERIFY(m_laptop->sync->run());
        QTRY_COMPARE_WITH_TIMEOUT(m_desktop->answers(), 2, 20'000);
    }

private:
    struct Machine {
        explicit Machine(const QString &shared)
        {
            place.writeCards(5);
            library = place.open();
            sync = std::make_unique<Sync>(*library);
            Q_UNUSED(bool(sync->setFolder(shared)));
        }
        void answer(Rating rating)
        {
            auto session = Session::start(*library, {});
            session->reveal();
            QVERIFY(session->answer(rating));
        }
        int answers() const { return *library->store().reviews.count(); }

        Place place;
        std::unique_ptr<Library> library;
        std::unique_ptr<Sync> sync;
    };

    static void write(const QString &path, const QByteArray &bytes)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

    QString fingerprints() const
    {
        QString all;
        for (const SharedCopy &copy : m_laptop->sync->others() + m_desktop->sync->others())
            all += copy.fingerprint + u'\n';
        return all;
    }

    std::unique_ptr<QTemporaryDir> m_shared;
    std::unique_ptr<Machine> m_laptop;
    std::unique_ptr<Machine> m_desktop;
};

QTEST_GUILESS_MAIN(SyncTest)
#include "tst_sync.moc"
