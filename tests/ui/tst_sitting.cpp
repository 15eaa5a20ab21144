// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"
#include "library/fixture.h"
#include "library/operations.h"
#include "library/today.h"
#include "ui/mainwindow.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>

#include <signal.h>
#include <sys/resource.h>

using namespace flaskcards;
using namespace flaskcards::test;

// A whole sitting with nothing but keys, as a person has it.
class SittingTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(14);
        m_place->write(u"sessions/choice.md"_s, choiceCard());
        openWindow();
    }
    void cleanup()
    {
        m_window.reset();
        m_library.reset();
    }

    void fromStartThroughTenAnswersToTheSummaryAndBack()
    {
        key(Qt::Key_Space); // Today: the one button
        QTRY_COMPARE(page(), u"studyPage"_s);
        const Qt::Key grades[] = {Qt::Key_3, Qt::Key_4, Qt::Key_1, Qt::Key_3, Qt::Key_2};
        int answers = 0;
        for (; answers < 10; ++answers) {
            m_place->clock.advanceMs(20'000);
            key(Qt::Key_Space);
            QTRY_VERIFY(isGradable());
            key(grades[answers % 5]);
            QCOMPARE(*m_library->store().reviews.count(), answers + 1);
        }
        key(Qt::Key_Escape);
        QTRY_VERIFY(labelText("summary").contains(u"10"_s));
        key(Qt::Key_Space); // Done
        QTRY_COMPARE(page(), u"todayPage"_s);

        m_window.reset(); // closes
        m_library.reset();
        openWindow();
        QCOMPARE(*m_library->store().reviews.count(), 10);
        QVERIFY2(labelText("counts").contains(u"10 of"_s), qPrintable(labelText("counts")));
        QCOMPARE(replayAll(m_library->store())->differ, QStringList());
    }

    void firstStartToFirstQuestionIsOneKey()
    {
        key(Qt::Key_Space);
        QTRY_COMPARE(page(), u"studyPage"_s);
        QVERIFY(labelText("where").startsWith(u"1 of 10"_s));
    }

    // scenario 24
    void aGradeKeyPressedTwiceAnswersOnce()
    {
        key(Qt::Key_Space);
        key(Qt::Key_Space);
        QTRY_VERIFY(isGradable());
        key(Qt::Key_3);
        key(Qt::Key_3);
        QCOMPARE(*m_library->store().reviews.count(), 1);
    }

    void spaceAloneIsEnoughForASitting()
    {
        key(Qt::Key_Space);
        for (int answers = 1; answers <= 3; ++answers) {
            key(Qt::Key_Space);
            QTRY_VERIFY(isGradable());
            QCOMPARE(QApplication::focusWidget()->objectName(), u"card"_s);
            key(Qt::Key_Space);
            QTRY_COMPARE(*m_library->store().reviews.count(), answers);
        }
        QCOMPARE(m_library->store().reviews.allByQuestion()->first().rating, Rating::Good);
    }

    void ctrlZBringsTheAnsweredCardBack()
    {
        key(Qt::Key_Space);
        const QString first = questionOnTable();
        key(Qt::Key_Space);
        key(Qt::Key_1);
        QTRY_VERIFY(questionOnTable() != first);
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(questionOnTable(), first);
        QVERIFY(isGradable());
        QCOMPARE(*m_library->store().reviews.count(), 0);
    }

    void anAnswerThatCannotBeSavedStaysOnTheScreenAndCanBeGivenAgain()
    {
        key(Qt::Key_Space);
        const QString question = questionOnTable();
        key(Qt::Key_Space);
        Database &database = m_library->store().database;
        QVERIFY(database.executeScript("PRAGMA query_only=ON")); // as a disk that takes no more
        key(Qt::Key_3);
        QTRY_VERIFY(isProblemShown());
        QCOMPARE(questionOnTable(), question);
        QVERIFY(isGradable());
        QCOMPARE(*m_library->store().reviews.count(), 0);
        QVERIFY(database.executeScript("PRAGMA query_only=OFF"));
        key(Qt::Key_3);
        QTRY_VERIFY(questionOnTable() != question);
        QVERIFY(!isProblemShown());
        QCOMPARE(*m_library->store().reviews.count(), 1);
    }

    // scenarios 7 and 16: with a limit of the system itself. The log may grow no more.
    void anAnswerTheDiskTakesNoMoreCanBeGivenAgain()
    {
        key(Qt::Key_Space);
        const QString question = questionOnTable();
        key(Qt::Key_Space);
        ::signal(SIGXFSZ, SIG_IGN);
        struct rlimit before = {};
        QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
        const qint64 log = QFileInfo(m_place->file() + u"-wal"_s).size();
        const struct rlimit full = {.rlim_cur = rlim_t(log), .rlim_max = before.rlim_max};
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &full), 0);
        for (int i = 0; i < 2; ++i) {
            key(Qt::Key_3);
            QVERIFY(isProblemShown());
            QCOMPARE(questionOnTable(), question);
            QVERIFY(isGradable());
        }
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
        QCOMPARE(*m_library->store().reviews.count(), 0);
        key(Qt::Key_3);
        QVERIFY(!isProblemShown());
        QVERIFY(questionOnTable() != question);
        QCOMPARE(*m_library->store().reviews.count(), 1);
        QCOMPARE(replayAll(m_library->store())->differ, QStringList());
    }

    // scenario 41: by a terminal command beside the window.
    void aCardThatAnotherProgramSuspendsLeavesTheTable()
    {
        key(Qt::Key_Space);
        const QString first = questionOnTable();
        key(Qt::Key_Space);
        auto other = m_place->open();
        const auto question = Session::start(*other, {})->current()->card.question;
        QVERIFY(other->apply(flagOperation({question}, 2)));
        m_library->lookOutside();
        QCOMPARE(questionOnTable(), first);
        QVERIFY(isGradable());
        QVERIFY(other->apply(suspendOperation({question}, true)));
        m_library->lookOutside();
        QVERIFY(questionOnTable() != first);
        QVERIFY(!isProblemShown());
    }

    // scenario 41
    void aCardThatIsGoneWhenItIsGradedMakesWayWithAWord()
    {
        key(Qt::Key_Space);
        const QString first = questionOnTable();
        key(Qt::Key_Space);
        auto other = m_place->open();
        const auto gone = Session::start(*other, {})->current()->card.question;
        QVERIFY(other->apply({QString(), [gone](Store &store) -> Result<void> {
                                  if (auto done = store.search.remove(gone); !done)
                                      return done;
                                  if (auto done = store.cards.remove(gone); !done)
                                      return done;
                                  return store.questions.remove(gone);
                              }}));
        key(Qt::Key_3);
        QVERIFY(questionOnTable() != first);
        QVERIFY(!isGradable());
        QVERIFY(isProblemShown());
        key(Qt::Key_Space);
        key(Qt::Key_3);
        QVERIFY(!isProblemShown());
        QCOMPARE(*m_library->store().reviews.count(), 1);
    }

    void aBrokenCardFileIsNamedInOneLineOnTheFirstPage()
    {
        m_window.reset();
        m_library.reset();
        m_place->write(u"routing/broken.md"_s, u"---\nlevel basic\n"_s);
        openWindow();
        const auto *notice = m_window->findChild<QWidget *>(u"problem"_s);
        QVERIFY(notice && notice->isVisible());
        QVERIFY(notice->toolTip().contains(u"routing/broken.md:"_s));
    }

    void aChoiceIsTakenByItsLetterAndProposesTheGrade()
    {
        m_window->study({.listed = {*m_library->store().questions.idOf(u"choice"_s)}});
        key(Qt::Key_B); // wrong
        QTRY_VERIFY(isGradable());
        key(Qt::Key_Space); // the suggested grade
        QTRY_COMPARE(*m_library->store().reviews.count(), 1);
        QCOMPARE(m_library->store().reviews.allByQuestion()->first().rating, Rating::Again);
    }

    void spaceOnAFocusedKeyPointTicksItAndDoesNotGrade()
    {
        key(Qt::Key_Space);
        key(Qt::Key_Space);
        QTRY_VERIFY(isGradable());
        auto *point = m_window->findChild<QCheckBox *>();
        QVERIFY(point);
        point->setFocus(Qt::TabFocusReason);
        key(Qt::Key_Space);
        QVERIFY(point->isChecked());
        QCOMPARE(*m_library->store().reviews.count(), 0);
    }

    void buryingAndSuspendingByKeyMoveOn()
    {
        key(Qt::Key_Space);
        const QString first = questionOnTable();
        key(Qt::Key_Minus);
        QTRY_VERIFY(questionOnTable() != first);
        const QString second = questionOnTable();
        key(Qt::Key_At);
        QTRY_VERIFY(questionOnTable() != second);
        QCOMPARE(m_library->store().cards.due(m_library->today())->size(), 0);
        key(Qt::Key_Z, Qt::ControlModifier);
        key(Qt::Key_Z, Qt::ControlModifier);
        for (const StoredCard &card : *m_library->store().cards.all())
            QVERIFY(!card.card.suspended && card.card.buriedUntilDay == 0);
    }

    void whenNothingIsLeftTheSummarySaysSo()
    {
        Preferences preferences = m_library->preferences();
        preferences.newPerDay = 1;
        QVERIFY(m_library->setPreferences(preferences));
        key(Qt::Key_Space);
        key(Qt::Key_Space);
        key(Qt::Key_4);
        QTRY_VERIFY(labelText("summary").contains(u"1"_s));
        key(Qt::Key_Space);
        QTRY_COMPARE(page(), u"todayPage"_s);
    }

    void keysLeadToEveryPage()
    {
        key(Qt::Key_3, Qt::AltModifier);
        QTRY_COMPARE(page(), u"browsePage"_s);
        key(Qt::Key_4, Qt::AltModifier);
        QTRY_COMPARE(page(), u"progressPage"_s);
        key(Qt::Key_5, Qt::AltModifier);
        QTRY_COMPARE(page(), u"interviewPage"_s);
        key(Qt::Key_1, Qt::AltModifier);
        QTRY_COMPARE(page(), u"todayPage"_s);
        key(Qt::Key_F, Qt::ControlModifier);
        QTRY_COMPARE(page(), u"browsePage"_s);
    }

    void whatCanHaveTheFocusHasAName()
    {
        const QList<void (MainWindow::*)()> pages{&MainWindow::showToday, &MainWindow::showBrowse,
                                                  &MainWindow::showProgress, &MainWindow::showInterview};
        for (const auto show : pages) {
            (m_window.get()->*show)();
            QCoreApplication::processEvents();
            checkNames();
        }
        m_window->study({});
        key(Qt::Key_Space);
        checkNames();
    }

    void tabReachesTheStudyButtonsInReadingOrder()
    {
        QStringList order;
        for (int i = 0; i < 12; ++i) {
            QWidget *focus = QApplication::focusWidget();
            order.append(focus ? focus->objectName() : QString());
            key(Qt::Key_Tab);
        }
        QVERIFY2(order.contains(u"study"_s), qPrintable(order.join(u' ')));
        QCOMPARE(order.first(), u"study"_s);
    }

private:
    static QString choiceCard()
    {
        QString text = cardText(u"Which one?"_s, u"The first."_s);
        text.replace(u"kind: concept"_s, u"kind: mcq"_s);
        text.replace(u"## Answer"_s,
                     u"## Options\n- [x] this\n  It is.\n- [ ] that\n  It is not.\n- [ ] none\n  No.\n\n"
                     "## Answer"_s);
        return text;
    }

    void openWindow()
    {
        m_library = m_place->open();
        QVERIFY(m_library);
        m_theme.reset(new Theme(Theme::Mode::Light));
        m_window.reset(new MainWindow(*m_library, *m_theme));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
        QCoreApplication::processEvents();
    }

    QString page() const
    {
        for (const char *name : {"todayPage", "studyPage", "browsePage", "progressPage", "interviewPage"}) {
            const auto *page = m_window->findChild<QWidget *>(QLatin1StringView(name));
            if (page && page->isVisible())
                return page->objectName();
        }
        return {};
    }

    QString labelText(const char *name) const
    {
        const auto *label = m_window->findChild<QLabel *>(QLatin1StringView(name));
        return label ? label->text() : QString();
    }

    QAbstractButton *button(const char *name) const
    {
        return m_window->findChild<QAbstractButton *>(QLatin1StringView(name));
    }

    bool isProblemShown() const
    {
        const QList<QWidget *> notices = m_window->findChildren<QWidget *>(u"problem"_s);
        return std::any_of(notices.cbegin(), notices.cend(),
                           [](const QWidget *notice) { return notice->isVisible(); });
    }

    bool isGradable() const { return !button("reveal")->isVisible(); }

    QString questionOnTable() const
    {
        const auto *area = m_window->findChild<QScrollArea *>(u"card"_s);
        return area ? area->accessibleDescription() : QString();
    }

    void checkNames()
    {
        for (QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                     qPrintable(u"%1 %2 has no name"_s.arg(
                         QLatin1StringView(widget->metaObject()->className()), widget->objectName())));
        }
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(SittingTest)
#include "tst_sitting.moc"
