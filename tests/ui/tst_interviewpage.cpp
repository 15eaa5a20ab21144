// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/askednotes.h"
#include "library/fixture.h"
#include "library/interviewjournal.h"
#include "library/paths.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>

using namespace flaskcards;
using namespace flaskcards::test;

// What was really asked, the journal and the learning paths, by keys.
class InterviewPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(14);
        m_place->write(u"paths/first.path"_s, u"title: First\ndescription: d\n"
                                              "card-005\ncard-003\ncard-001\n"_s);
        m_library = m_place->open();
        QVERIFY(m_library);
        m_theme.reset(new Theme(Theme::Mode::Light));
        m_window.reset(new MainWindow(*m_library, *m_theme));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_library.reset();
    }

    void aQuestionOnTheTableIsNotedAsReallyAsked()
    {
        key(Qt::Key_Space); // Today: a sitting
        key(Qt::Key_Space);
        key(Qt::Key_Asterisk);
        QVERIFY(dialog("askedDialog"));
        type("Acme");
        key(Qt::Key_Tab);
        type("first");
        key(Qt::Key_Return);
        QTRY_VERIFY(!dialog("askedDialog"));
        const auto notes = askedNotes(*m_library);
        QCOMPARE(notes->size(), 1);
        QCOMPARE(notes->first().company, u"Acme"_s);
        QCOMPARE(notes->first().round, u"first"_s);
        QCOMPARE(notes->first().day, m_library->today());
        key(Qt::Key_Asterisk); // earlier times stand there, and can be taken away
        auto *away = m_window->findChild<QAbstractButton *>(u"removeAsked"_s);
        QVERIFY(away);
        away->setFocus();
        key(Qt::Key_Space);
        QVERIFY(askedNotes(*m_library)->isEmpty());
        key(Qt::Key_Escape);
        QTRY_VERIFY(!dialog("askedDialog"));
    }

    void alsoInBrowseWhereItIsFoundAgain()
    {
        key(Qt::Key_3, Qt::AltModifier);
        type("number 4");
        key(Qt::Key_Down);
        key(Qt::Key_Asterisk);
        QVERIFY(dialog("askedDialog"));
        type("Acme");
        key(Qt::Key_Return);
        QTRY_COMPARE(askedNotes(*m_library)->size(), 1);
        QCOMPARE(askedNotes(*m_library)->first().slug, u"card-004"_s);
        QTRY_VERIFY(anyLabelHas(u"Asked at Acme"_s));
    }

    void theJournalIsKeptByKeys()
    {
        openPage();
        press("addInterview");
        QVERIFY(dialog("interviewDialog"));
        type("Acme");
        key(Qt::Key_Tab);
        key(Qt::Key_Tab);
        type("Contexts");
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(interviewJournal(*m_library)->size(), 1);
        QCOMPARE(interviewJournal(*m_library)->first().wentWell, u"Contexts"_s);
        QTRY_VERIFY(anyLabelHas(u"Went well: Contexts"_s));
        press("editInterview");
        press("deleteInterview");
        QTRY_VERIFY(interviewJournal(*m_library)->isEmpty());
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(interviewJournal(*m_library)->size(), 1);
    }

    void whatWasWrittenIsNotThrownAwayByOneKey()
    {
        openPage();
        press("addInterview");
        key(Qt::Key_Escape);
        QTRY_VERIFY(!dialog("interviewDialog")); // nothing to lose
        press("addInterview");
        type("Acme");
        key(Qt::Key_Escape);
        QVERIFY(dialog("interviewDialog"));
        QVERIFY(isShown("unsaved"));
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(interviewJournal(*m_library)->size(), 1);
        press("editInterview");
        key(Qt::Key_Tab);
        type("second");
        key(Qt::Key_Escape);
        key(Qt::Key_Escape);
        QTRY_VERIFY(!dialog("interviewDialog"));
        QCOMPARE(interviewJournal(*m_library)->first().round, QString());
    }

    void noteOfAnySizeLeavesThePageQuick()
    {
        const QString huge = u"word "_s.repeated(200'000) + QString(1'000'000, u'x');
        QVERIFY(keepInterview(*m_library, {.day = m_library->today(),
                                           .company = huge,
                                           .round = huge,
                                           .wentWell = huge,
                                           .wentBadly = huge}));
        QVERIFY(keepAskedNote(*m_library,
                              {.slug = u"card-001"_s, .day = 1, .company = huge, .round = huge, .note = huge},
                              huge));
        QVERIFY(keepPath(*m_library, {}, {.title = huge, .description = {}, .slugs = {u"card-001"_s}}));
        QElapsedTimer clock;
        clock.start();
        openPage();
        QTest::qWait(50);
        key(Qt::Key_1, Qt::AltModifier);
        key(Qt::Key_5, Qt::AltModifier);
        QTest::qWait(50);
        qInfo("%lld ms", clock.elapsed());
        QVERIFY(clock.elapsed() < 4'000);
        for (const QLabel *label : m_window->findChildren<QLabel *>())
            QVERIFY2(label->text().size() < 10'000, qPrintable(label->objectName()));
        QCOMPARE(interviewJournal(*m_library)->first().wentWell, huge); // in the dialog it is whole
    }

    void aPathIsStudiedInItsOrder()
    {
        openPage();
        press("studyPath-First");
        QTRY_VERIFY(isShown("studyPage"));
        QVERIFY2(label("where").startsWith(u"First  ·  1 of 3"_s), qPrintable(label("where")));
        QVERIFY(m_window->findChild<QWidget *>(u"card"_s)->accessibleDescription().contains(u"number 5"_s));
    }

    void ownPathsAreMadeInBrowseAndChangedHere()
    {
        key(Qt::Key_3, Qt::AltModifier);
        type("number 1");
        key(Qt::Key_Down);
        key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(dialog("pathDialog"));
        QCOMPARE(m_window->findChild<QLineEdit *>(u"pathTitle"_s)->text(), u"number 1"_s);
        type("Mine");
        key(Qt::Key_Return);
        QTRY_COMPARE(studiedPaths(*m_library)->size(), 2);
        const StudiedPath own = studiedPaths(*m_library)->last();
        QCOMPARE(own.path.title, u"Mine"_s);
        QVERIFY(own.path.slugs.size() > 1);

        openPage();
        press(qPrintable(u"editPath-"_s + own.key));
        QVERIFY(dialog("pathDialog"));
        auto *list = m_window->findChild<QListWidget *>(u"pathQuestions"_s);
        list->setFocus();
        key(Qt::Key_Down, Qt::AltModifier);
        key(Qt::Key_Home);
        key(Qt::Key_Delete);
        press("save");
        QTRY_COMPARE(studiedPaths(*m_library)->last().path.slugs.size(), own.path.slugs.size() - 1);
        QCOMPARE(studiedPaths(*m_library)->last().path.slugs.first(), own.path.slugs.first());

        press(qPrintable(u"editPath-"_s + own.key));
        press("deletePath");
        QTRY_COMPARE(studiedPaths(*m_library)->size(), 1);
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(studiedPaths(*m_library)->size(), 2);
    }

    void aPathWithoutANameIsNotSaved()
    {
        key(Qt::Key_3, Qt::AltModifier);
        key(Qt::Key_Down);
        key(Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(dialog("pathDialog"));
        key(Qt::Key_Return);
        QVERIFY(dialog("pathDialog"));
        QVERIFY(isShown("pathProblem"));
        key(Qt::Key_Escape);
        QCOMPARE(studiedPaths(*m_library)->size(), 1);
    }

private:
    void openPage()
    {
        key(Qt::Key_5, Qt::AltModifier);
        QTRY_VERIFY(isShown("interviewPage"));
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        comeForward();
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
        QCoreApplication::processEvents();
    }
    // After a dialog was closed no window manager does it here.
    void comeForward()
    {
        if (QApplication::focusWidget())
            return;
        QWidget *top = QApplication::activeModalWidget();
        (top ? top : m_window.get())->activateWindow();
        QVERIFY(QTest::qWaitFor([] { return QApplication::focusWidget() != nullptr; }));
    }
    void type(const char *text)
    {
        QTest::keyClicks(QApplication::focusWidget(), QString::fromLatin1(text));
        QCoreApplication::processEvents();
    }
    // The button by its name, as Tab and Space do it.
    void press(const char *name)
    {
        for (auto *button : m_window->findChildren<QAbstractButton *>(QString::fromUtf8(name))) {
            if (!button->isVisible())
                continue;
            comeForward();
            button->setFocus(Qt::TabFocusReason);
            return key(Qt::Key_Space);
        }
        QFAIL(name);
    }
    bool dialog(const char *name) const
    {
        const auto *found = qobject_cast<QDialog *>(QApplication::activeModalWidget());
        return found && found->objectName() == QLatin1StringView(name);
    }
    bool isShown(const char *name) const
    {
        const auto *widget = m_window->findChild<QWidget *>(QLatin1StringView(name));
        if (const auto *modal = QApplication::activeModalWidget(); modal && !(widget && widget->isVisible()))
            widget = modal->findChild<QWidget *>(QLatin1StringView(name));
        return widget && widget->isVisible();
    }
    QString label(const char *name) const
    {
        const auto *found = m_window->findChild<QLabel *>(QLatin1StringView(name));
        return found ? found->text() : QString();
    }
    bool anyLabelHas(const QString &words) const
    {
        for (const QLabel *found : m_window->findChildren<QLabel *>()) {
            if (found->isVisible() && found->text().contains(words))
                return true;
        }
        return false;
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(InterviewPageTest)
#include "tst_interviewpage.moc"
