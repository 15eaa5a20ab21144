// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/backups.h"
#include "library/check.h"
#include "library/damage.h"
#include "library/session.h"
#include "ui/mainwindow.h"
#include "ui/openfailure.h"
#include "ui/rescuedialog.h"
#include "ui/settings/checkpanel.h"
#include "ui/style.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QApplication>
#include <QFile>
#include <QSignalSpy>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void writeBytes(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

} // namespace

// A damaged file is not opened; what can be done is said, and done when it is chosen.
class OpenFailureTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QApplication::setStyle(new Style(m_theme)); }
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(40);
        study(*m_place, 3, 10);
        m_place->clock.advanceMs(60'000);
    }

    // scenario 9: the newest good backup is named and can be restored; the damaged file is kept.
    void halfAFileIsReplacedByTheBackup()
    {
        backUp();
        const QByteArray half = damage([](QByteArray &bytes) { bytes.truncate(bytes.size() / 2); });
        RescueDialog dialog(m_theme, refusal(), place(), m_place->clock);
        show(dialog);
        const auto *words = dialog.findChild<Label *>(u"restoreBackupWords"_s);
        QVERIFY(words);
        QVERIFY2(words->text().contains(u"40 question"_s) && words->text().contains(u"30 answer"_s),
                 qPrintable(words->text()));
        QCOMPARE(bytesOf(m_place->file()), half); // nothing without a click
        QVERIFY(focusIsOn(dialog, u"restoreBackup"_s));
        QTRY_COMPARE(cutPart(dialog), QString()); // the layout may still be on its way
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(dialog.findChild<QWidget *>(u"rescued"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        QCOMPARE(damagedFiles().size(), 1);
        QCOMPARE(bytesOf(damagedFiles().first()), half);
        QCOMPARE(answers(), 30);
    }

    // scenario 10: what is readable is saved, and recommended where it is more than the backup.
    void noiseIsSalvagedWhereThatSavesMore()
    {
        backUp();
        m_place->clock.advanceMs(86'400'000);
        study(*m_place, 2, 10);
        const QByteArray noisy = damage(
            [](QByteArray &bytes) { bytes.replace(bytes.size() / 2, 8192, QByteArray(8192, char(0xa5))); });
        RescueDialog dialog(m_theme, refusal(), place(), m_place->clock);
        show(dialog);
        QVERIFY(dialog.findChild<Button *>(u"restoreBackup"_s)); // also there
        QVERIFY(focusIsOn(dialog, u"salvage"_s));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QVERIFY(dialog.findChild<QWidget *>(u"rescued"_s));
        QCOMPARE(bytesOf(damagedFiles().first()), noisy);
        QVERIFY(answers() > 30);
        const auto library = m_place->open();
        QCOMPARE(*checkStore(library->store(), m_place->clock.nowMs()), QStringList());
    }

    void quittingLeavesEverythingAsItWas()
    {
        const QByteArray half = damage([](QByteArray &bytes) { bytes.truncate(bytes.size() / 2); });
        const QStringList before = QDir(m_place->data()).entryList(QDir::Files);
        {
            RescueDialog dialog(m_theme, refusal(), place(), m_place->clock);
            show(dialog);
            QTest::keyClick(&dialog, Qt::Key_Escape);
            QCOMPARE(dialog.result(), int(QDialog::Rejected));
        }
        QCOMPARE(bytesOf(m_place->file()), half);
        QCOMPARE(QDir(m_place->data()).entryList(QDir::Files), before);
    }

    // scenario 12: no offer to go back to an older one.
    void aFileFromTheFutureIsOnlyRefused()
    {
        const QByteArray newer = damage([](QByteArray &bytes) { bytes[63] = 99; });
        backUp(); // fails, and that is right
        const Error error = refusal();
        QCOMPARE(error.code, ErrorCode::TooNew);
        OpenFailure dialog(m_theme, error);
        dialog.show();
        QVERIFY(!dialog.findChild<QWidget *>(u"searching"_s));
        QVERIFY(focusIsOn(dialog, u"again"_s));
        QCOMPARE(bytesOf(m_place->file()), newer);
    }

    // scenario 11: nothing can be read of it and there is no backup.
    void whatIsNoFileOfOursOffersNothing()
    {
        writeBytes(m_place->file(), "these are my notes\n");
        RescueDialog dialog(m_theme, refusal(), place(), m_place->clock);
        dialog.show();
        auto *searching = dialog.findChild<Label *>(u"searching"_s);
        QTRY_VERIFY(searching->text().contains(u"no backup"_s));
        QVERIFY(!dialog.findChild<Button *>(u"salvage"_s));
        QVERIFY(!dialog.findChild<Button *>(u"restoreBackup"_s));
    }

    // scenario 10: damage that no one saw at the start is met with the first statement that comes upon it.
    void damageMetLaterIsSaidOnce()
    {
        auto library = m_place->open();
        QSignalSpy damaged(library.get(), &Library::damaged);
        QVERIFY(library->store().database.executeScript("PRAGMA wal_checkpoint(TRUNCATE)"));
        // The table begins on the first page of one of its indexes. Only another version of the schema makes
        // an open connection read it again.
        Vandal(m_place->file())
            .run("PRAGMA writable_schema=ON; UPDATE sqlite_schema SET rootpage = (SELECT min(rootpage) "
                 "FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'reviews') WHERE name = 'reviews'; "
                 "PRAGMA schema_version = 9999");
        QVERIFY(!library->store().reviews.allByQuestion());
        QVERIFY(!library->store().reviews.allByQuestion());
        QTRY_COMPARE(damaged.count(), 1);
    }

    // scenario 27, in the settings.
    void theSettingsCheckAndRepair()
    {
        Vandal(m_place->file()).run("UPDATE cards SET due_day = due_day + 3 WHERE answers > 0");
        auto library = m_place->open();
        Backups backups(*library);
        CheckPanel panel(*library, backups, m_theme, nullptr);
        panel.show();
        auto *check = panel.findChild<Button *>(u"checkNow"_s);
        auto *repair = panel.findChild<Button *>(u"repair"_s);
        QTest::keyClick(check, Qt::Key_Space);
        QTRY_VERIFY(repair->isVisible());
        auto *words = panel.findChild<Label *>(u"checkWords"_s);
        QVERIFY2(words->text().contains(u"card-0"_s), qPrintable(words->text()));
        QTest::keyClick(repair, Qt::Key_Space);
        QVERIFY(!repair->isVisible());
        QVERIFY(panel.accessibleName().contains(u"Repaired"_s));
        QCOMPARE(allBackups(m_place->data()).size(), 1);
        QTest::keyClick(check, Qt::Key_Space);
        QTRY_COMPARE(panel.accessibleName(), CheckPanel::tr("Nothing is wrong."));
    }

    void whatTheLastCheckFoundIsSaidAtTheNextStart()
    {
        {
            auto library = m_place->open();
            Checking checking(*library);
            auto session = Session::start(*library, {.listed = {}, .minutes = 0, .count = 1});
            session->reveal();
            QVERIFY(session->answer(Rating::Good));
            Vandal(m_place->file()).run("UPDATE cards SET due_day = due_day + 3 WHERE question = 1");
            checking.finish(20'000);
        }
        auto library = m_place->open();
        MainWindow window(*library, m_theme);
        window.show();
        auto *notice = window.findChild<QWidget *>(u"checkNotice"_s);
        QTRY_VERIFY(notice->isVisible());
        MainWindow again(*library, m_theme);
        again.show();
        QTest::qWait(50);
        QVERIFY(!again.findChild<QWidget *>(u"checkNotice"_s)->isVisible());
    }

private:
    // The class of a part that has less height than it needs; empty: none has.
    static QString cutPart(const QWidget &dialog)
    {
        for (const QWidget *part : dialog.findChildren<QWidget *>()) {
            const int needed =
                part->hasHeightForWidth() ? part->heightForWidth(part->width()) : part->sizeHint().height();
            if (part->isVisible() && part->height() < needed)
                return QString::fromLatin1(part->metaObject()->className());
        }
        return {};
    }

    LibraryPlace place() const { return {m_place->data(), m_place->bank()}; }

    void backUp() { (void) makeBackup(m_place->data(), BackupReason::ByHand, m_place->clock); }

    Error refusal() const
    {
        const auto library = Library::open(place(), m_place->clock);
        return library ? Error{ErrorCode::NotFound, u"it was opened"_s} : library.error();
    }

    template <typename Change>
    QByteArray damage(Change change)
    {
        QByteArray bytes = bytesOf(m_place->file());
        change(bytes);
        writeBytes(m_place->file(), bytes);
        return bytes;
    }

    void show(RescueDialog &dialog)
    {
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTRY_VERIFY_WITH_TIMEOUT(dialog.findChild<Button *>(u"salvage"_s) ||
                                     dialog.findChild<Button *>(u"restoreBackup"_s),
                                 60'000);
    }

    static bool focusIsOn(const QDialog &dialog, const QString &name)
    {
        const QWidget *focus = dialog.focusWidget();
        return focus && focus->objectName() == name;
    }

    QStringList damagedFiles() const
    {
        QStringList paths;
        for (const QString &name : QDir(m_place->data()).entryList({u"flaskcards-damaged-*.db"_s}))
            paths.append(m_place->data() + u'/' + name);
        return paths;
    }

    int answers()
    {
        const auto library = m_place->open();
        return library ? *library->store().reviews.count() : -1;
    }

    Theme m_theme{Theme::Mode::Light};
    std::unique_ptr<Place> m_place;
};

QTEST_MAIN(OpenFailureTest)
#include "tst_openfailure.moc"
