// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wav.h"
#include "library/fixture.h"
#include "library/recordings.h"

using namespace flaskcards;
using namespace flaskcards::test;

// A person's voice, kept as files of the data folder.
class RecordingsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(2);
        m_library = m_place->open();
        QVERIFY(m_library);
    }
    void cleanup() { m_library.reset(); }

    void whatIsKeptIsListedNewestFirstAndReadBack()
    {
        const Recordings recordings(*m_library);
        const Question question = named(u"card-000"_s);
        QCOMPARE(recordings.of(question).size(), 0);
        QVERIFY(!QFile::exists(folder())); // no folder before there is something to put into it
        const auto first = recordings.keep(question, sound(2, 'a'));
        const auto sameMoment = recordings.keep(question, sound(3, 'b'));
        m_place->clock.advanceMs(60'000);
        const auto last = recordings.keep(question, sound(1, 'c'));
        QVERIFY(first && sameMoment && last);
        QCOMPARE(QFileInfo(first->path).fileName(), u"card-000.20261120T090000000Z.wav"_s);
        QCOMPARE(recordings.of(question), (QList<Recording>{*last, *sameMoment, *first}));
        QCOMPARE(last->lengthMs, 1000);
        QCOMPARE(*recordings.samplesOf(*sameMoment), sound(3, 'b'));
        QCOMPARE(recordings.of(named(u"card-001"_s)).size(), 0);
        QCOMPARE(recordings.of(named(u"card-00"_s)).size(), 0);
    }

    void theStoreKnowsNothingOfThem()
    {
        const QString before = dump(*m_library);
        QVERIFY(Recordings(*m_library).keep(named(u"card-000"_s), sound(1, 'a')));
        QCOMPARE(dump(*m_library), before);
        QCOMPARE(undoLabel(*m_library), QString());
    }

    void oneThatWasRemovedCanBePutBack()
    {
        const Recordings recordings(*m_library);
        const Question question = named(u"card-000"_s);
        const auto kept = recordings.keep(question, sound(2, 'a'));
        QVERIFY(recordings.remove(*kept));
        QVERIFY(recordings.of(question).isEmpty());
        QCOMPARE(recordings.samplesOf(*kept).error().code, ErrorCode::NotFound);
        QVERIFY(!recordings.remove(*kept));
        QVERIFY(recordings.putBack(*kept, sound(2, 'a')));
        QCOMPARE(recordings.of(question), QList<Recording>{*kept});
    }

    void aQuestionMayBeCalledAnything()
    {
        const Recordings recordings(*m_library);
        const QStringList names{u"own-1"_s,       u"a.b"_s,    u"a"_s,
                                u"../../etc/x"_s, u"[ab]*?"_s, u"größe 100 %"_s};
        for (const QString &name : names) {
            const auto kept = recordings.keep(named(name), sound(1, 'a'));
            QVERIFY2(kept, qPrintable(name));
            QCOMPARE(QFileInfo(kept->path).absolutePath(), folder());
        }
        for (const QString &name : names)
            QCOMPARE(recordings.of(named(name)).size(), 1);
    }

    void aQuestionUnderANewNameHasThoseOfTheOld()
    {
        const Recordings recordings(*m_library);
        QVERIFY(recordings.keep(named(u"before"_s), sound(1, 'a')));
        Question renamed = named(u"after"_s);
        QCOMPARE(recordings.of(renamed).size(), 0);
        renamed.aliases = {u"before"_s};
        QCOMPARE(recordings.of(renamed).size(), 1);
    }

    void otherFilesAreLeftAlone()
    {
        const Recordings recordings(*m_library);
        const auto kept = recordings.keep(named(u"card-000"_s), sound(1, 'a'));
        for (const auto *name : {"notes.txt", "card-000.wav", "card-000.20261320T090000000Z.wav",
                                 "card-000.x.wav", "card-000.20261120T090000000Z.wav.bak"}) {
            QFile file(folder() + u'/' + QLatin1StringView(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        QCOMPARE(recordings.of(named(u"card-000"_s)), QList<Recording>{*kept});
        QFile taken(kept->path);
        QVERIFY(taken.open(QIODevice::WriteOnly) && taken.write("not sound") > 0);
        taken.close();
        QCOMPARE(recordings.samplesOf(*kept).error().code, ErrorCode::Invalid);
    }

    void nothingIsKeptWhereNothingMayBe()
    {
        m_library.reset();
        auto library = Library::open({m_place->data(), m_place->bank(), Opening::ReadOnly}, m_place->clock);
        QVERIFY(library);
        QVERIFY(!Recordings(**library).keep(named(u"card-000"_s), sound(1, 'a')));
        QVERIFY(!QFile::exists(folder()));
    }

    void aFolderThatCannotBeMadeIsSaid()
    {
        QFile inTheWay(folder());
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        const auto kept = Recordings(*m_library).keep(named(u"card-000"_s), sound(1, 'a'));
        QVERIFY(!kept);
        QCOMPARE(kept.error().code, ErrorCode::Io);
    }

private:
    QString folder() const { return m_place->data() + u"/recordings"_s; }
    static QByteArray sound(int seconds, char byte)
    {
        return QByteArray(seconds * soundBytesPerSecond, byte);
    }
    static Question named(const QString &slug)
    {
        Question question;
        question.slug = slug;
        return question;
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
};

QTEST_MAIN(RecordingsTest)
#include "tst_recordings.moc"
