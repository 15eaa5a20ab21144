// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/background.h"
#include "library/backups.h"
#include "library/check.h"
#include "library/fitting.h"
#include "library/fixture.h"
#include "storage/failingdisk.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingsdialog.h"
#include "ui/style.h"
#include "ui/theme.h"
#include "ui/voice/voice.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QScrollArea>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>

using namespace flaskcards;
using namespace flaskcards::test;

// Backups as a person meets them: the page in the settings, and the window that says what went wrong. Keys
// only.
class BackupsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_theme.reset(new Theme(Theme::Mode::Light));
        m_place.reset(new Place);
        m_place->writeCards(30);
        m_library = m_place->open();
        m_window.reset(new MainWindow(*m_library, *m_theme));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_window.reset();
        m_library.reset();
    }

    void anEmptyPageSaysSoAndTheFirstBackupIsAKeyAway()
    {
        showPage();
        QVERIFY(!list()->isVisible());
        QVERIFY(!button("restore")->isVisible());
        tabTo("backUpNow");
        key(Qt::Key_Space);
        QTRY_COMPARE(list()->count(), 1);
        QVERIFY(list()->isVisible());
        QVERIFY2(text(0).contains(u"by hand"_s) && text(0).contains(u"09:00"_s), qPrintable(text(0)));
        QTRY_VERIFY(label("backupState")->text().contains(u"just now"_s));
        m_place->clock.advanceMs(12 * 60'000);
        showPage();
        QVERIFY(label("backupState")->text().contains(u"12 minute"_s));
    }

    // scenario 29, with keys alone.
    void aBackupIsRestoredAndTheRestoreTakenBack()
    {
        study(3);
        QVERIFY(backups()->backUpBefore(BackupReason::ByHand));
        m_place->clock.advanceMs(60'000);
        study(2);
        Preferences preferences = m_library->preferences();
        preferences.newPerDay = 33;
        QVERIFY(m_library->setPreferences(preferences));
        QVERIFY(backups()->finish(10'000));
        const QString late = dump(*m_library);
        showPage();
        QTRY_VERIFY(list()->count() >= 2);
        tabTo("backups");
        int row = 0;
        while (!text(row).contains(u"by hand"_s))
            ++row;
        for (int i = 0; i < row; ++i)
            key(Qt::Key_Down);
        key(Qt::Key_Return);
        auto *question = m_dialog->findChild<QWidget *>(u"restoreQuestion"_s);
        QVERIFY(question->isVisible());
        QVERIFY(button("restoreYes")->hasFocus());
        key(Qt::Key_Tab);
        key(Qt::Key_Space); // leave everything as it is
        QVERIFY(!question->isVisible() && list()->hasFocus());
        QCOMPARE(*m_library->store().reviews.count(), 5);

        tabTo("restore");
        key(Qt::Key_Space);
        key(Qt::Key_Space);
        QCOMPARE(*m_library->store().reviews.count(), 3);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_dialog->findChild<QSpinBox *>(u"newPerDay"_s)->value(), 10); // the restored setting
        QTest::qWait(100); // the list is read again meanwhile
        QVERIFY(button("goBack")->hasFocus());
        key(Qt::Key_Space);
        QCOMPARE(*m_library->store().reviews.count(), 5);
        QCOMPARE(m_library->preferences().newPerDay, 33);
        QCOMPARE(withoutPlaces(dump(*m_library)), withoutPlaces(late));
        QVERIFY(checkStore(m_library->store())->isEmpty());
        key(Qt::Key_Escape);
        QCOMPARE(m_library->preferences().newPerDay, 33);
    }

    // Each thing below the one before, and what was just asked in view.
    void nothingLiesOverAnotherInAWindowOfTheUsualSize()
    {
        for (int i = 0; i < 9; ++i) {
            m_place->clock.advanceMs(86'400'000);
            QVERIFY(backups()->backUpBefore(BackupReason::ByHand));
        }
        showPage();
        QTRY_COMPARE(list()->count(), 9);
        const auto isInOrder = [&] {
            return endOf(list()) <= startOf(button("restore")) &&
                   endOf(button("restore")) <= startOf(button("chooseFolder"));
        };
        QTRY_VERIFY(isInOrder());
        button("restore")->click();
        const auto *question = m_dialog->findChild<QWidget *>(u"restoreQuestion"_s);
        QTRY_COMPARE(question->visibleRegion().boundingRect().height(), question->height());
        QTRY_VERIFY(isInOrder());
        button("restoreYes")->click();
        const auto *done = m_dialog->findChild<QWidget *>(u"restored"_s);
        QTRY_COMPARE(list()->count(), 10);
        QTRY_COMPARE(done->visibleRegion().boundingRect().height(), done->height());
        QTRY_VERIFY(endOf(done) <= startOf(list()) && isInOrder());
    }

    void aSittingEndsWithTheRestore()
    {
        study(1);
        const auto backup = backups()->backUpBefore(BackupReason::ByHand);
        m_window->study({});
        const auto *page = m_window->findChild<QWidget *>(u"card"_s);
        QVERIFY(page && page->isVisible());
        QVERIFY(backups()->restore(*backup));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
        QVERIFY(!m_window->findChild<QWidget *>(u"card"_s));
        m_window->study({}); // and a new one begins
        QVERIFY(m_window->findChild<QWidget *>(u"card"_s)->isVisible());
    }

    void aMockInterviewEndsWithTheRestoreToo()
    {
        const auto backup = backups()->backUpBefore(BackupReason::ByHand);
        const auto press = [this](Qt::Key key, Qt::KeyboardModifiers modifiers = {}) {
            QTest::keyClick(m_window->focusWidget() ? m_window->focusWidget() : m_window.get(), key,
                            modifiers);
            QCoreApplication::processEvents();
        };
        press(Qt::Key_5, Qt::AltModifier);
        press(Qt::Key_Space);
        const auto *page = m_window->findChild<QWidget *>(u"mockPage"_s);
        QVERIFY(page && page->isVisible());
        QVERIFY(backups()->restore(*backup));
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCoreApplication::processEvents();
        QVERIFY(!m_window->findChild<QWidget *>(u"mockPage"_s));
        press(Qt::Key_5, Qt::AltModifier);
        QVERIFY(m_window->findChild<QWidget *>(u"interviewPage"_s)->isVisible());
        press(Qt::Key_Space); // and a new one begins
        QVERIFY(m_window->findChild<QWidget *>(u"mockPage"_s)->isVisible());
        QVERIFY(!m_window->close()); // it asks, of the one there is
    }

    void aDamagedBackupIsShownAsSuchAndCannotBeChosen()
    {
        const auto backup = backups()->backUpBefore(BackupReason::ByHand);
        QFile file(*backup);
        QVERIFY(file.resize(file.size() / 2));
        showPage();
        QTRY_COMPARE(list()->count(), 1);
        QVERIFY(list()->item(0)->data(Qt::UserRole).toString().contains(u"damaged"_s));
        QVERIFY(!button("restore")->isEnabled());
        tabTo("backups");
        key(Qt::Key_Return);
        QVERIFY(!m_dialog->findChild<QWidget *>(u"restoreQuestion"_s)->isVisible());
        QVERIFY(m_dialog->isVisible());
    }

    // scenario 8
    void aFailureIsToldAtTheFootOfTheWindowAndOnThePage()
    {
        QVERIFY(backups()->backUpBefore(BackupReason::ByHand));
        auto *notice = m_window->findChild<QWidget *>(u"backupNotice"_s);
        QVERIFY(!notice->isVisible());
        {
            const FailingDisk disk(".part", 2, SQLITE_FULL);
            backups()->start(BackupReason::Auto);
            QTRY_VERIFY(notice->isVisible());
        }
        QVERIFY(m_window->rect().contains(notice->geometry()));
        QVERIFY2(notice->accessibleDescription().contains(u"not enough room"_s),
                 qPrintable(notice->accessibleDescription()));
        QVERIFY(notice->accessibleDescription().contains(u"1 older"_s));
        showPage();
        QVERIFY(label("backupProblem")->isVisible());
        tabTo("backUpNow");
        key(Qt::Key_Space);
        QTRY_VERIFY(!label("backupProblem")->isVisible());
        QTRY_VERIFY(!notice->isVisible());
    }

    void aMissingStickIsToldQuietlyOnThePageOnly()
    {
        const QString stick = m_place->dir.filePath(u"stick"_s);
        QDir().mkpath(stick);
        QVERIFY(backups()->setSecondFolder(stick));
        QTRY_VERIFY(!backups()->isRunning());
        showPage();
        QTRY_COMPARE(list()->count(), 1);
        QCOMPARE(label("secondFolder")->text(), QDir::toNativeSeparators(stick));
        QVERIFY(!label("secondFolderState")->isVisible());
        QVERIFY(list()->item(0)->data(Qt::UserRole).toString().contains(u"both folders"_s));
        QDir(stick).removeRecursively();
        QVERIFY(backups()->backUpBefore(BackupReason::ByHand));
        QVERIFY(label("secondFolderState")->isVisible());
        QVERIFY(!m_window->findChild<QWidget *>(u"backupNotice"_s)->isVisible());
        QVERIFY(!label("backupProblem")->isVisible());
        tabTo("noSecondFolder");
        key(Qt::Key_Space);
        QVERIFY(backups()->secondFolder().isEmpty());
        QVERIFY(!label("secondFolderState")->isVisible());
    }

    void closingTheWindowBacksUp()
    {
        study(1);
        QTRY_VERIFY(!backups()->isRunning());
        const auto before = allBackups(m_place->data()).size();
        m_place->clock.advanceMs(60'000);
        study(1);
        m_window->close();
        const auto after = allBackups(m_place->data());
        QCOMPARE(after.size(), before + 1);
        QCOMPARE(after.first().name.reason, BackupReason::Close);
        QCOMPARE(backupFacts(after.first().path)->answers, 2);
    }

    void aLongListInASmallWindowWithLargeTextIsNotCutSideways()
    {
        for (int i = 0; i < 25; ++i) {
            m_place->clock.advanceMs(86'400'000);
            QVERIFY(backups()->backUpBefore(BackupReason::ByHand));
        }
        m_theme->setTextScale(200);
        showPage();
        QTRY_VERIFY(list()->count() > 15);
        m_dialog->resize(900, 600);
        QCoreApplication::processEvents();
        const auto *area =
            qobject_cast<QScrollArea *>(m_dialog->findChild<QStackedWidget *>()->currentWidget());
        QVERIFY(area->widget()->width() <= area->viewport()->width());
        QVERIFY(list()->height() < m_theme->px(300));
        button("restore")->click();
        QCoreApplication::processEvents();
        QVERIFY(area->widget()->width() <= area->viewport()->width());
        QVERIFY(endOf(list()) <= startOf(button("restore")));
        QVERIFY(endOf(button("restore")) <= startOf(button("restoreYes")));
        QVERIFY(endOf(button("restoreYes")) <= startOf(button("chooseFolder")));
    }

private:
    Backups *backups() const { return m_window->findChild<Backups *>(); }
    QListWidget *list() const { return m_dialog->findChild<QListWidget *>(u"backups"_s); }
    QString text(int row) const { return list()->item(row)->text(); }
    QAbstractButton *button(const char *name) const
    {
        return m_dialog->findChild<QAbstractButton *>(QLatin1StringView(name));
    }
    QLabel *label(const char *name) const { return m_dialog->findChild<QLabel *>(QLatin1StringView(name)); }

    void showPage()
    {
        m_dialog.reset(new SettingsDialog(*m_library, *m_window->findChild<Background *>(), *m_theme,
                                          *m_window->findChild<Voice *>()));
        m_dialog->showBackups();
        m_dialog->show();
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
        QVERIFY(button("backUpNow")->isVisible()); // this page, not another one
    }
    int startOf(const QWidget *widget) const { return widget->mapTo(m_dialog.get(), QPoint()).y(); }
    int endOf(const QWidget *widget) const { return startOf(widget) + widget->height(); }
    void tabTo(const char *name)
    {
        for (int i = 0; i < 40; ++i) {
            if (QApplication::focusWidget()->objectName() == QLatin1StringView(name))
                return;
            key(Qt::Key_Tab);
        }
        QFAIL(name);
    }
    void key(Qt::Key key)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_dialog.get(), key);
        QCoreApplication::processEvents();
    }
    void study(int count)
    {
        auto session = Session::start(*m_library, {.listed = {}, .minutes = 0, .count = count});
        for (int i = 0; i < count; ++i) {
            session->reveal();
            QVERIFY(session->answer(Rating::Good));
        }
    }
    static QString withoutPlaces(const QString &rows)
    {
        QStringList lines = rows.split(u'\n');
        lines.removeIf([](const QString &line) { return line.startsWith("settings|view/"_L1); });
        return lines.join(u'\n');
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<SettingsDialog> m_dialog;
};

QTEST_MAIN(BackupsPageTest)
#include "tst_backups.moc"
