// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"
#include "library/fixture.h"
#include "library/session.h"
#include "library/unprivileged.h"

#include <sys/stat.h>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

void setMode(const QString &path, mode_t mode)
{
    QCOMPARE(::chmod(QFile::encodeName(path).constData(), mode), 0);
}

// Names, sizes and contents of a folder's files but the index of a log, which SQLite makes at will.
QMap<QString, QByteArray> contentsOf(const QString &folder)
{
    QMap<QString, QByteArray> contents;
    for (const QString &name : QDir(folder).entryList(QDir::Files)) {
        QFile file(folder + u'/' + name);
        if (!name.endsWith(u"-shm"_s) && file.open(QIODevice::ReadOnly))
            contents.insert(name, file.readAll());
    }
    return contents;
}

void answerOne(Library &library)
{
    auto session = Session::start(library, {});
    QVERIFY(session && session->current());
    session->reveal();
    QVERIFY(session->answer(Rating::Good));
}

} // namespace

// scenario 16: what cannot or shall not be written can be studied all the same, on a private copy.
class ReadOnlyTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(5);
        setMode(m_place->dir.path(), 0755); // for somebody else
    }
    void cleanup()
    {
        setMode(m_place->data(), 0755);
        m_place.reset();
    }

    void aFolderThatMayNotBeWrittenIsRefusedForWriting()
    {
        makeStore();
        lock();
        const Unprivileged person;
        const auto library = open(Opening::ReadWrite);
        QVERIFY(!library);
        QCOMPARE(library.error().code, ErrorCode::Io);
    }

    void aFileThatMayNotBeWrittenIsRefusedForWriting()
    {
        makeStore();
        setMode(m_place->data(), 0777);
        setMode(m_place->file(), 0444);
        const Unprivileged person;
        const auto library = open(Opening::ReadWrite);
        QVERIFY(!library);
        QCOMPARE(library.error().code, ErrorCode::Io);
    }

    void aFileInAFolderThatMayNotBeWrittenIsRefusedForWriting()
    {
        makeStore();
        setMode(m_place->file(), 0666);
        setMode(m_place->data(), 0555);
        const Unprivileged person;
        const auto library = open(Opening::ReadWrite);
        QVERIFY(!library);
        QCOMPARE(library.error().code, ErrorCode::Io);
    }

    void everythingWorksOnThePrivateCopyAndNothingIsKept()
    {
        makeStore();
        lock();
        const auto before = contentsOf(m_place->data());
        {
            const Unprivileged person;
            auto library = open(Opening::ReadOnly);
            QVERIFY2(library, library ? "" : qPrintable(library.error().context));
            QVERIFY((*library)->isReadOnly());
            QCOMPARE(*(*library)->store().reviews.count(), 1);
            answerOne(**library);
            QCOMPARE(*(*library)->store().reviews.count(), 2);
            QVERIFY((*library)->undo());
            Preferences preferences = (*library)->preferences();
            preferences.newPerDay = 3;
            QVERIFY((*library)->setPreferences(preferences));
            (*library)->lookOutside();
            QVERIFY(!(*library)->isReplaced());
        }
        QCOMPARE(contentsOf(m_place->data()), before);
    }

    void thePrivateCopyGoesAwayWithTheLibrary()
    {
        makeStore();
        auto library = open(Opening::ReadOnly);
        const QString copy = (*library)->store().database.path();
        QVERIFY(copy != m_place->file() && QFile::exists(copy));
        library->reset();
        QVERIFY(!QFileInfo::exists(QFileInfo(copy).path()));
    }

    // After a kill the last answers are in the log alone, and its index may be there or not.
    void answersInALogThatWasLeftBehindAreThere_data()
    {
        QTest::addColumn<bool>("withIndex");
        QTest::newRow("with its index") << true;
        QTest::newRow("without its index") << false;
    }
    void answersInALogThatWasLeftBehindAreThere()
    {
        QFETCH(bool, withIndex);
        makeStore();
        const QString left = m_place->dir.filePath(u"left"_s);
        QDir().mkpath(left);
        {
            auto library = m_place->open();
            answerOne(*library);
            for (const char *suffix : {"", "-wal", "-shm"}) {
                const QString name = u"flaskcards.db"_s + QLatin1StringView(suffix);
                if (withIndex || !name.endsWith(u"-shm"_s))
                    QVERIFY(QFile::copy(m_place->data() + u'/' + name, left + u'/' + name));
            }
        }
        QVERIFY(QFileInfo(left + u"/flaskcards.db-wal"_s).size() > 0);
        for (const QString &name : QDir(left).entryList(QDir::Files))
            setMode(left + u'/' + name, 0444);
        setMode(left, 0555);
        const auto before = contentsOf(left);
        {
            const Unprivileged person;
            auto library = Library::open({left, m_place->bank(), Opening::ReadOnly}, m_place->clock);
            QVERIFY2(library, library ? "" : qPrintable(library.error().context));
            QCOMPARE(*(*library)->store().reviews.count(), 2);
            QCOMPARE(replayAll((*library)->store())->differ, QStringList());
        }
        QCOMPARE(contentsOf(left), before);
        setMode(left, 0755);
    }

    // scenario 13: beside a window that writes.
    void aReadOnlyLibraryBesideAWritingOneSeesAllAndDisturbsNothing()
    {
        makeStore();
        auto writer = m_place->open();
        answerOne(*writer);
        {
            auto reader = open(Opening::ReadOnly);
            QVERIFY(reader);
            QCOMPARE(*(*reader)->store().reviews.count(), 2);
            answerOne(**reader);
            answerOne(*writer);
            QCOMPARE(*(*reader)->store().reviews.count(), 3);
        }
        answerOne(*writer);
        writer.reset();
        QCOMPARE(*m_place->open()->store().reviews.count(), 4);
    }

    void aFolderWithoutAStoreShowsTheBank()
    {
        QDir().mkpath(m_place->data());
        setMode(m_place->data(), 0555);
        {
            const Unprivileged person;
            auto library = open(Opening::AsPermitted);
            QVERIFY(library);
            QVERIFY((*library)->isReadOnly());
            QCOMPARE((*library)->store().questions.topics()->size(), 5);
        }
        QCOMPARE(QDir(m_place->data()).entryList(QDir::Files), QStringList());
    }

    // Somebody else's answers are not no answers.
    void aFolderThatCannotBeLookedIntoIsNoEmptyOne()
    {
        makeStore();
        setMode(m_place->data(), 0700);
        const Unprivileged person;
        const auto library = open(Opening::ReadOnly);
        QVERIFY(!library);
        QCOMPARE(library.error().code, ErrorCode::Io);
    }

    void asPermittedWritesWhereItMay()
    {
        makeStore();
        {
            auto library = open(Opening::AsPermitted);
            QVERIFY(library);
            QVERIFY(!(*library)->isReadOnly());
        }
        lock();
        const Unprivileged person;
        auto library = open(Opening::AsPermitted);
        QVERIFY(library);
        QVERIFY((*library)->isReadOnly());
    }

    void aDamagedFileIsNotStudied()
    {
        makeStore();
        QFile file(m_place->file());
        QVERIFY(file.open(QIODevice::ReadWrite));
        QVERIFY(file.seek(4096));
        file.write(QByteArray(int(file.size() - 4096), '\x5a'));
        file.close();
        const auto library = open(Opening::ReadOnly);
        QVERIFY(!library);
        QCOMPARE(library.error(), (Error{ErrorCode::Corrupt, m_place->file()}));
    }

private:
    void makeStore() { answerOne(*m_place->open()); }

    void lock()
    {
        setMode(m_place->file(), 0444);
        setMode(m_place->data(), 0555);
    }

    Result<std::unique_ptr<Library>> open(Opening opening)
    {
        return Library::open({m_place->data(), m_place->bank(), opening}, m_place->clock);
    }

    std::unique_ptr<Place> m_place;
};

QTEST_GUILESS_MAIN(ReadOnlyTest)
#include "tst_readonly.moc"
