// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"
#include "library/fixture.h"
#include "library/operations.h"
#include "library/session.h"

#include <QProcess>
#include <QSignalSpy>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

// Soon after an answer the file may change by SQLite's own doing.
constexpr int settledMs = 5500;

bool answerOne(Library &library)
{
    auto session = Session::start(library, {});
    if (!session || !session->current())
        return false;
    session->reveal();
    return bool(session->answer(Rating::Good));
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList files(const QString &folder)
{
    return QDir(folder).entryList(QDir::Files, QDir::Name);
}

} // namespace

// scenario 15: another file takes the place of ours while it is open.
class ReplacedTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(12);
        QVERIFY(answerOne(*m_place->open()));
        QVERIFY(QFile::copy(m_place->file(), other()));
        m_otherBytes = bytesOf(other());
    }

    void theFirstChangeAfterwardsIsRefusedAndWritesNowhere()
    {
        auto library = m_place->open();
        QVERIFY(answerOne(*library));
        QSignalSpy told(library.get(), &Library::replaced);
        auto session = Session::start(*library, {});
        replace();
        session->reveal();
        const auto answered = session->answer(Rating::Good);
        QVERIFY(!answered);
        QCOMPARE(answered.error(), (Error{ErrorCode::Replaced, m_place->file()}));
        QVERIFY(session->current() && session->isRevealed()); // the card stays
        const auto undone = library->undo();
        QVERIFY(!undone && undone.error().code == ErrorCode::Replaced);
        library->setViewState(u"window/place"_s, u"x"_s);
        QCOMPARE(library->viewState(u"window/place"_s), QString());
        QTRY_COMPARE(told.count(), 1);
        QCOMPARE(*library->store().reviews.count(), 2);
        library.reset();
        QCOMPARE(bytesOf(m_place->file()), m_otherBytes);
    }

    void itIsNoticedAtLeisureToo()
    {
        auto library = m_place->open();
        library->lookOutside();
        QVERIFY(!library->isReplaced());
        replace();
        QSignalSpy told(library.get(), &Library::replaced);
        library->lookOutside();
        library->lookOutside();
        QVERIFY(library->isReplaced());
        QTRY_COMPARE(told.count(), 1);
    }

    // Our log under the new file's name would be written into it by whoever opens it next.
    void whatWasKnownIsSavedBesideAndTheNewFileStaysWhole()
    {
        auto library = m_place->open();
        QVERIFY(answerOne(*library));
        QVERIFY(answerOne(*library));
        QVERIFY(QFileInfo(m_place->file() + u"-wal"_s).size() > 0);
        const QString before = dump(*library);
        replace();
        library->lookOutside();
        const auto mine = library->saveMine();
        QVERIFY2(mine, mine ? "" : qPrintable(mine.error().context));
        QCOMPARE(*mine, m_place->data() + u"/flaskcards.mine-20261120-090000.db"_s);
        QCOMPARE(files(m_place->data()),
                 (QStringList{u"flaskcards.db"_s, u"flaskcards.mine-20261120-090000.db"_s}));
        QCOMPARE(bytesOf(m_place->file()), m_otherBytes);
        {
            auto fresh = m_place->open(); // while the old connection is still there
            QCOMPARE(*fresh->store().reviews.count(), 1);
            QVERIFY(answerOne(*fresh));
            library.reset(); // must not take the new file's log along
            QVERIFY(answerOne(*fresh));
            QCOMPARE(*fresh->store().reviews.count(), 3);
        }
        QCOMPARE(*m_place->open()->store().reviews.count(), 3);

        QVERIFY(QFile::rename(*mine, m_place->file() + u".mine"_s));
        QVERIFY(QFile::remove(m_place->file()));
        QVERIFY(QFile::rename(m_place->file() + u".mine"_s, m_place->file()));
        auto again = m_place->open();
        QCOMPARE(dump(*again), before);
        QCOMPARE(checkStore(again->store()).value(), QStringList());
    }

    void aLogThatCameWithTheNewFileStays()
    {
        // A file with its log, as a program leaves them that was killed.
        Place source;
        source.writeCards(12);
        const QString from = source.file();
        {
            auto library = source.open();
            QVERIFY(answerOne(*library));
            for (const char *suffix : {"", "-wal"})
                QVERIFY(QFile::copy(from + QLatin1StringView(suffix),
                                    other() + u".whole"_s + QLatin1StringView(suffix)));
        }
        auto library = m_place->open();
        QVERIFY(answerOne(*library));
        for (const QString &suffix : {u""_s, u"-wal"_s}) {
            QFile::remove(m_place->file() + suffix);
            QVERIFY(QFile::rename(other() + u".whole"_s + suffix, m_place->file() + suffix));
        }
        QFile::remove(m_place->file() + u"-shm"_s);
        const QByteArray log = bytesOf(m_place->file() + u"-wal"_s);
        library->lookOutside();
        QVERIFY(library->saveMine());
        library.reset();
        QCOMPARE(bytesOf(m_place->file() + u"-wal"_s), log);
        QVERIFY(!log.isEmpty());
        QCOMPARE(*m_place->open()->store().reviews.count(), 1);
    }

    void aRemovedFileIsSavedWhole()
    {
        auto library = m_place->open();
        QVERIFY(answerOne(*library));
        const QString before = dump(*library);
        QVERIFY(QFile::remove(m_place->file()));
        QVERIFY(!library->apply(flagOperation({{1}}, 1)));
        const auto mine = library->saveMine();
        QVERIFY(mine);
        library.reset();
        QVERIFY(QFile::rename(*mine, m_place->file()));
        QCOMPARE(dump(*m_place->open()), before);
    }

    // cp, unlike a sync tool, writes into the same file.
    void aFileOverwrittenInPlaceIsNotWrittenToAnyMore()
    {
        auto library = m_place->open();
        QVERIFY(answerOne(*library));
        QVERIFY(answerOne(*library));
        library->lookOutside();
        QTest::qWait(settledMs);
        library->lookOutside();
        QVERIFY(!library->isReplaced());
        QCOMPARE(QProcess::execute(u"cp"_s, {other(), m_place->file()}), 0);
        QVERIFY(!answerOne(*library));
        QVERIFY(library->isReplaced());
        library.reset();
        QCOMPARE(bytesOf(m_place->file()), m_otherBytes);
        auto fresh = m_place->open();
        QCOMPARE(*fresh->store().reviews.count(), 1);
        QCOMPARE(checkStore(fresh->store()).value(), QStringList());
    }

    // A terminal command that wrote long ago, and emptied the log, did nothing strange.
    void aLogThatAnotherProgramEmptiedIsNoOverwriting()
    {
        auto window = m_place->open();
        {
            auto terminal = m_place->open();
            QVERIFY(answerOne(*terminal));
            QTest::qWait(settledMs);
            terminal->lookOutside();
            QCOMPARE(QFileInfo(m_place->file() + u"-wal"_s).size(), 0);
        }
        window->lookOutside();
        QVERIFY(!window->isReplaced());
        QVERIFY(answerOne(*window));
        QTest::qWait(settledMs);
        window->lookOutside();
        QVERIFY(answerOne(*window));
        QVERIFY(!window->isReplaced());
    }

    void theEndOfTheProgramSavesWhatNobodySavedBefore()
    {
        auto library = m_place->open();
        QVERIFY(answerOne(*library));
        replace();
        QVERIFY(!answerOne(*library));
        library.reset();
        QCOMPARE(files(m_place->data()),
                 (QStringList{u"flaskcards.db"_s, u"flaskcards.mine-20261120-090000.db"_s}));
        QCOMPARE(bytesOf(m_place->file()), m_otherBytes);
    }

    void aFileMovedAwayIsNotWrittenToAnyMore()
    {
        auto library = m_place->open();
        const QString elsewhere = m_place->dir.filePath(u"elsewhere.db"_s);
        QVERIFY(QFile::rename(m_place->file(), elsewhere));
        const QByteArray before = bytesOf(elsewhere);
        QVERIFY(!answerOne(*library));
        QVERIFY(library->saveMine());
        library.reset();
        QCOMPARE(bytesOf(elsewhere), before);
    }

    // The file alone is what sync tools and people copy.
    void inIdleMomentsTheFileAloneHoldsEverything()
    {
        auto library = m_place->open();
        QVERIFY(answerOne(*library));
        library->lookOutside();
        QCOMPARE(QFileInfo(m_place->file() + u"-wal"_s).size(), 0);
        const QString copied = m_place->dir.filePath(u"copied"_s);
        QDir().mkpath(copied);
        QProcess::execute(u"cp"_s, {m_place->file(), copied + u"/flaskcards.db"_s});
        auto copy = Library::open({copied, m_place->bank()}, m_place->clock);
        QVERIFY(copy);
        QCOMPARE(dump(**copy), dump(*library));
        QVERIFY(answerOne(*library)); // and it goes on
    }

    // A terminal command beside the window.
    void whatAnotherProgramWroteIsAnnounced()
    {
        auto window = m_place->open();
        auto terminal = m_place->open();
        window->lookOutside();
        QList<Changes> announced;
        connect(window.get(), &Library::changed, this,
                [&](const Changes &changes) { announced.append(changes); });
        QVERIFY(answerOne(*window)); // its own are not outside
        window->lookOutside();
        QCOMPARE(announced.size(), 1);
        QVERIFY(!announced.first().outside);

        Preferences preferences = terminal->preferences();
        preferences.newPerDay = 3;
        QVERIFY(terminal->setPreferences(preferences));
        QVERIFY(answerOne(*terminal));
        window->lookOutside();
        window->lookOutside();
        QCOMPARE(announced.size(), 2);
        QVERIFY(announced.last().outside && announced.last().reviews && !announced.last().cards.isEmpty());
        QCOMPARE(window->preferences().newPerDay, 3);
        QVERIFY(!window->isReplaced());
    }

private:
    QString other() const { return m_place->dir.filePath(u"other.db"_s); }

    // As a sync tool does: a whole file is renamed over the old one.
    void replace()
    {
        QCOMPARE(
            ::rename(QFile::encodeName(other()).constData(), QFile::encodeName(m_place->file()).constData()),
            0);
    }

    std::unique_ptr<Place> m_place;
    QByteArray m_otherBytes;
};

QTEST_GUILESS_MAIN(ReplacedTest)
#include "tst_replaced.moc"
