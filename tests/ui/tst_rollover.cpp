// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fixture.h"
#include "library/today.h"
#include "ui/mainwindow.h"
#include "ui/study/studypage.h"
#include "ui/style.h"
#include "ui/theme.h"
#include "ui/timewatch.h"
#include "ui/today/todaypage.h"
#include "ui/widgets/sidebar.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTimer>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr qint64 minuteMs = 60'000;
constexpr qint64 hourMs = 60 * minuteMs;
constexpr int lookMs = 5;

} // namespace

// scenario 22: the window stays open while days end, steps run out and clocks are set.
class RolloverTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(40);
        m_library = m_place->open();
        QVERIFY(m_library);
        m_theme.reset(new Theme(Theme::Mode::Light));
    }
    void cleanup()
    {
        m_window.reset();
        m_library.reset();
    }

    void todayAndTheSidebarTurnToTheNewDayByThemselves_data()
    {
        QTest::addColumn<int>("rollover");
        QTest::addColumn<QString>("evening");
        QTest::addColumn<QString>("morning");
        QTest::newRow("0") << 0 << u"Friday, 20 November"_s << u"Saturday, 21 November"_s;
        QTest::newRow("4") << 4 << u"Friday, 20 November"_s << u"Saturday, 21 November"_s;
        QTest::newRow("23") << 23 << u"Thursday, 19 November"_s << u"Friday, 20 November"_s;
    }
    void todayAndTheSidebarTurnToTheNewDayByThemselves()
    {
        QFETCH(int, rollover);
        QFETCH(QString, evening);
        QFETCH(QString, morning);
        startDayAt(rollover);
        answerAll();
        openWindow();
        QCOMPARE(text("counts"), u"0 due, 0 new. 10 of 10 done today."_s);
        QVERIFY(!button("study")->isVisible());
        m_place->clock.advanceMs(untilMs(rollover) - 1);
        letLook();
        QCOMPARE(text("date"), evening);
        QCOMPARE(sidebarCount(), QString());
        m_place->clock.advanceMs(1);
        QTRY_COMPARE(text("date"), morning);
        QVERIFY2(text("counts").startsWith(u"0 due, 10 new."_s), qPrintable(text("counts")));
        QCOMPARE(sidebarCount(), u"10"_s);
        QVERIFY(button("study")->isVisible());
        QCOMPARE(QApplication::focusWidget(), button("study")); // it took the place of "Study ahead"
    }

    void theSidebarCountsAnewBesideAnotherPage()
    {
        answerAll();
        openWindow();
        m_window->showBrowse();
        QCOMPARE(sidebarCount(), QString());
        m_place->clock.advanceMs(24 * hourMs);
        QTRY_COMPARE(sidebarCount(), u"10"_s);
        m_window->showProgress();
        m_place->clock.advanceMs(24 * hourMs);
        QTRY_COMPARE(sidebarCount(), QString::number(todaySummary(*m_library)->ready()));
    }

    void aWindowThatBecomesActiveLooksAtOnce()
    {
        answerAll();
        openWindow();
        watch()->setLongestWaitMs(int(hourMs)); // as after a suspend, when the timer is late
        m_place->clock.advanceMs(24 * hourMs);
        letLook();
        QCOMPARE(text("date"), u"Friday, 20 November"_s);
        QEvent active(QEvent::WindowActivate);
        QApplication::sendEvent(m_window.get(), &active);
        QCOMPARE(text("date"), u"Saturday, 21 November"_s);
    }

    // Without a test's hand on it the timer waits for the rollover, but no longer than a minute.
    void theTimerIsSetToTheRolloverAndToAMinuteAtMost()
    {
        openWindow();
        watch()->setLongestWaitMs(60'000);
        auto *timer = watch()->findChild<QTimer *>();
        QCOMPARE(timer->interval(), 60'000);
        m_place->clock.advanceMs(untilMs(4) - 1'500);
        QEvent active(QEvent::WindowActivate);
        QApplication::sendEvent(m_window.get(), &active);
        QCOMPARE(timer->interval(), 1'500);
    }

    void aSittingKeepsItsCardAndCountsToTheDayOfTheAnswer_data()
    {
        todayAndTheSidebarTurnToTheNewDayByThemselves_data();
    }
    void aSittingKeepsItsCardAndCountsToTheDayOfTheAnswer()
    {
        QFETCH(int, rollover);
        startDayAt(rollover);
        openWindow();
        const int day = m_library->today();
        m_place->clock.advanceMs(untilMs(rollover) - minuteMs);
        key(Qt::Key_Space);
        key(Qt::Key_Space);
        key(Qt::Key_4);
        QTRY_VERIFY(!isGradable());
        const QString onTable = question();
        key(Qt::Key_Space);
        QTRY_VERIFY(isGradable());
        QSignalSpy looked(watch(), &TimeWatch::looked);
        m_place->clock.advanceMs(2 * minuteMs);
        QTRY_VERIFY(looked.size() > 2);
        QCOMPARE(question(), onTable);
        QVERIFY(isGradable());
        QVERIFY(m_window->findChild<QScrollArea *>(u"card"_s)->hasFocus());
        QCOMPARE(where(), u"2 of 10"_s);
        key(Qt::Key_4);
        QTRY_VERIFY(question() != onTable);
        QCOMPARE(*m_library->store().reviews.days(), (QList<int>{day + 1, day}));
        key(Qt::Key_Escape);
        key(Qt::Key_Escape);
        QTRY_VERIFY2(text("counts").contains(u"1 of 10 done today"_s), qPrintable(text("counts")));
    }

    void theIntervalsOnTheButtonsFollowTheNewDay()
    {
        startDayAt(0);
        Preferences preferences = m_library->preferences();
        preferences.scheduling.learningStepsMinutes = {
            300}; // five hours: tomorrow in the evening, today after midnight
        QVERIFY(m_library->setPreferences(preferences));
        openWindow();
        m_place->clock.advanceMs(untilMs(0) - minuteMs);
        key(Qt::Key_Space);
        key(Qt::Key_Space);
        QTRY_VERIFY(isGradable());
        const QString before = button("grade1")->accessibleDescription() + button("grade1")->accessibleName();
        m_place->clock.advanceMs(2 * minuteMs);
        QTRY_VERIFY(button("grade1")->accessibleDescription() + button("grade1")->accessibleName() != before);
    }

    void theSummaryOffersALearningCardAtItsMinuteAndLeavesTheFocus()
    {
        learnInAnHour();
        openWindow();
        key(Qt::Key_Space);
        key(Qt::Key_Space);
        key(Qt::Key_1);
        QTRY_VERIFY(text("summary").startsWith(u"1 "_s));
        QVERIFY2(text("outlook").startsWith(u"The next card in learning comes in about 40 min."_s),
                 qPrintable(text("outlook"))); // learn-ahead is 20
        QVERIFY(!button("continue")->isVisible());
        QCOMPARE(QApplication::focusWidget(), button("done"));
        m_place->clock.advanceMs(20 * minuteMs);
        QTRY_VERIFY(text("outlook").contains(u"about 20 min"_s));
        m_place->clock.advanceMs(20 * minuteMs);
        QTRY_VERIFY(button("continue")->isVisible());
        QVERIFY(text("outlook").startsWith(u"A card in learning is due now."_s));
        QCOMPARE(QApplication::focusWidget(), button("done")); // Space still ends
        QVERIFY(!question().isEmpty());
        key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), button("continue"));
        key(Qt::Key_Space);
        QTRY_VERIFY(button("reveal")->isVisible());
        key(Qt::Key_Space);
        key(Qt::Key_3);
        QCOMPARE(*m_library->store().reviews.count(), 2);
    }

    void anEmptySittingDoesNotSayThatNothingIsDueOnceSomethingIs()
    {
        learnInAnHour();
        answerAll();
        openWindow();
        m_window->study({});
        QCOMPARE(text("summary"), u"Nothing is due now"_s);
        m_place->clock.advanceMs(hourMs);
        QTRY_COMPARE(text("summary"), u"A card has come due"_s);
        QVERIFY(button("continue")->isVisible());
    }

    void todayOffersALearningCardAtItsMinute()
    {
        learnInAnHour();
        answerAll();
        openWindow();
        QVERIFY(!button("study")->isVisible());
        QVERIFY2(nothingWords().contains(u"The next card in learning comes at 09:40."_s),
                 qPrintable(nothingWords()));
        QCOMPARE(sidebarCount(), QString());
        m_place->clock.advanceMs(40 * minuteMs);
        QTRY_VERIFY(button("study")->isVisible());
        QCOMPARE(sidebarCount(), u"1"_s);
        key(Qt::Key_Space);
        QTRY_VERIFY(m_window->findChild<StudyPage *>()->isUnderWay());
    }

    // scenarios 17, 18: said while the window is open, and gone when the clock is right.
    void aClockSetBackIsToldQuietly()
    {
        answerAll();
        openWindow();
        const auto *warning = m_window->findChild<QWidget *>(u"clockWarning"_s);
        QVERIFY(!warning->isVisible());
        QWidget *focus = QApplication::focusWidget();
        m_place->clock.advanceMs(-20 * hourMs);
        QTRY_VERIFY(warning->isVisible());
        QCOMPARE(warning->accessibleName(),
                 u"The clock says 19 November, but your newest answer is from 20 November."_s);
        QCOMPARE(text("date"), u"Friday, 20 November"_s); // the day goes on
        QCOMPARE(text("counts"), u"0 due, 0 new. 10 of 10 done today."_s);
        QCOMPARE(QApplication::focusWidget(), focus);
        m_place->clock.advanceMs(20 * hourMs);
        QTRY_VERIFY(!warning->isVisible());
    }

private:
    void startDayAt(int hour)
    {
        Preferences preferences = m_library->preferences();
        preferences.rolloverHour = hour;
        QVERIFY(m_library->setPreferences(preferences));
    }

    void learnInAnHour()
    {
        Preferences preferences = m_library->preferences();
        preferences.scheduling.learningStepsMinutes = {60};
        preferences.scheduling.fuzz = false;
        preferences.newPerDay = 1;
        QVERIFY(m_library->setPreferences(preferences));
    }

    static qint64 untilMs(int hour) { return ((hour + 24 - 9) % 24) * hourMs; } // it is nine

    // Again with the long step, else Easy: nothing is left for now.
    void answerAll()
    {
        const bool learns = m_library->preferences().newPerDay == 1;
        auto session = Session::start(*m_library, {});
        QVERIFY(session);
        while (session->current()) {
            session->reveal();
            QVERIFY(session->answer(learns ? Rating::Again : Rating::Easy));
        }
    }

    void openWindow()
    {
        m_window.reset(new MainWindow(*m_library, *m_theme));
        watch()->setLongestWaitMs(lookMs);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    static void letLook() { QTest::qWait(20 * lookMs); }

    void key(Qt::Key key)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key);
        QCoreApplication::processEvents();
    }

    TimeWatch *watch() const { return m_window->findChild<TimeWatch *>(); }
    QAbstractButton *button(const char *name) const
    {
        auto *found = m_window->findChild<QAbstractButton *>(QLatin1StringView(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QString text(const char *name) const
    {
        const auto *label = m_window->findChild<QLabel *>(QLatin1StringView(name));
        return label ? label->text() : QString();
    }
    QString where() const { return text("where").section(u"  "_s, 0, 0); }
    QString nothingWords() const
    {
        QString words;
        for (const QLabel *label : m_window->findChild<TodayPage *>()->findChildren<QLabel *>()) {
            if (label->isVisible())
                words += label->text() + u'\n';
        }
        return words;
    }
    QString sidebarCount() const
    {
        const auto items = m_window->findChild<Sidebar *>()->findChildren<QAbstractButton *>();
        return items.value(1)->accessibleDescription(); // Study
    }
    bool isGradable() const { return !button("reveal")->isVisible(); }
    QString question() const
    {
        const auto *area = m_window->findChild<QScrollArea *>(u"card"_s);
        return area ? area->accessibleDescription() : QString();
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(RolloverTest)
#include "tst_rollover.moc"
