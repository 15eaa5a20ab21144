// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fixture.h"
#include "library/mockresults.h"
#include "ui/interview/mockpage.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

using namespace flaskcards;
using namespace flaskcards::test;

// A whole mock interview with nothing but keys.
class MockTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(12);
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

    void fromTheChoiceThroughTheReviewToTheReport()
    {
        start();
        const int all = place(u"Question"_s).second;
        QVERIFY(all > 3);
        for (int question = 1; question <= all; ++question) {
            QCOMPARE(place(u"Question"_s).first, question);
            QVERIFY(!isAnswerShown());
            m_place->clock.advanceMs(question == 1 ? 600'000 : 30'000);
            key(question % 2 ? Qt::Key_S : Qt::Key_U);
            key(Qt::Key_3); // grades nothing yet
            key(Qt::Key_Space);
        }
        QCOMPARE(*m_library->store().reviews.count(), 0);
        for (int question = 1; question <= all; ++question) {
            QCOMPARE(place(u"Review"_s).first, question);
            QVERIFY(isAnswerShown());
            for (const Qt::Key point : {Qt::Key_A, Qt::Key_B, Qt::Key_C})
                key(point);
            key(Qt::Key_Space); // all three: Good
        }
        QTRY_VERIFY(isShown("mockReport"));
        QCOMPARE(*m_library->store().reviews.count(), all);
        const auto results = mockResults(*m_library);
        QCOMPARE(results->size(), 1);
        QCOMPARE(results->first().share(), 1.0);
        QCOMPARE(results->first().answered(), all);
        QCOMPARE(results->first().answers.first().confidence, Confidence::Sure);
        QVERIFY2(text("mockResult").contains(u"100"_s), qPrintable(text("mockResult")));
        QVERIFY2(text("mockTime").contains(u"ran over"_s), qPrintable(text("mockTime")));
        key(Qt::Key_Space); // Done
        QTRY_VERIFY(isShown("interviewPage"));
        QVERIFY(isShown("lastReport"));
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(*m_library->store().reviews.count(), 0);
        QVERIFY(mockResults(*m_library)->isEmpty());
    }

    void aGradeCanBeChangedWhileTheReviewLasts()
    {
        start();
        const int all = place(u"Question"_s).second;
        for (int question = 0; question < all; ++question)
            key(Qt::Key_Space);
        key(Qt::Key_4);
        key(Qt::Key_Backspace);
        QCOMPARE(place(u"Review"_s).first, 1);
        for (int question = 0; question < all; ++question)
            key(Qt::Key_1);
        QTRY_VERIFY(isShown("mockReport"));
        QCOMPARE(mockResults(*m_library)->first().answers.first().rating, Rating::Again);
    }

    void aKeyHeldDownGoesOnOnce()
    {
        start();
        const int all = place(u"Question"_s).second;
        key(Qt::Key_Space);
        hold(Qt::Key_Space, u" "_s);
        QCOMPARE(place(u"Question"_s).first, 2);
        for (int question = 1; question < all; ++question)
            key(Qt::Key_Space);
        key(Qt::Key_3);
        hold(Qt::Key_3, u"3"_s);
        QCOMPARE(place(u"Review"_s).first, 2);
    }

    void beforeTheFirstReviewThereIsNothingToGoBackTo()
    {
        start();
        const int all = place(u"Question"_s).second;
        key(Qt::Key_Space);
        key(Qt::Key_Backspace); // what was said is said
        QCOMPARE(place(u"Question"_s).first, 2);
        for (int question = 1; question < all; ++question)
            key(Qt::Key_Space);
        key(Qt::Key_Backspace);
        QCOMPARE(place(u"Review"_s).first, 1);
    }

    void spaceWithoutATickAsksForAGrade()
    {
        start();
        const int all = place(u"Question"_s).second;
        for (int question = 0; question < all; ++question)
            key(Qt::Key_Space);
        key(Qt::Key_Space);
        QCOMPARE(place(u"Review"_s).first, 1);
        QVERIFY(isShown("mockUngraded"));
        key(Qt::Key_B);
        QVERIFY(!isShown("mockUngraded"));
    }

    void noticesLeaveTheQuestionWhereItIs()
    {
        start();
        const auto top = [this] {
            return m_window->findChild<QWidget *>(u"title"_s)->mapTo(m_window.get(), QPoint()).y();
        };
        const int before = top();
        key(Qt::Key_Escape);
        QVERIFY(isShown("mockLeaving"));
        QTest::qWait(50);
        QCOMPARE(top(), before);
    }

    void aSecondReportBeginsAtItsTop()
    {
        for (int round = 0; round < 2; ++round) {
            start();
            const int all = place(u"Question"_s).second;
            for (int question = 0; question < all; ++question)
                key(Qt::Key_Space);
            for (int question = 0; question < all; ++question)
                key(Qt::Key_3);
            QTRY_VERIFY(isShown("mockReport"));
            QTest::qWait(50);
            QScrollBar *bar = m_window->findChild<QScrollArea *>(u"mockReportArea"_s)->verticalScrollBar();
            QVERIFY(bar->maximum() > 0);
            QCOMPARE(bar->value(), 0);
            bar->setValue(bar->maximum());
            key(Qt::Key_Space);
            QTRY_VERIFY(isShown("interviewPage"));
        }
    }

    void leavingAsksOnceAndWritesNothing()
    {
        const QString before = dump(*m_library);
        start();
        key(Qt::Key_Space);
        key(Qt::Key_Escape);
        QVERIFY(isShown("mockLeaving"));
        key(Qt::Key_Space); // goes on
        QVERIFY(!isShown("mockLeaving"));
        QCOMPARE(place(u"Question"_s).first, 2);
        key(Qt::Key_Escape);
        key(Qt::Key_Escape);
        QTRY_VERIFY(isShown("interviewPage"));
        const QString after = dump(*m_library);
        const auto withoutPlaces = [](const QString &rows) {
            QStringList lines = rows.split(u'\n');
            lines.removeIf([](const QString &line) { return line.startsWith(u"settings|view/"_s); });
            return lines.join(u'\n');
        };
        QCOMPARE(withoutPlaces(after), withoutPlaces(before));
    }

    void closingTheWindowAsksOnceToo()
    {
        start();
        key(Qt::Key_Space);
        key(Qt::Key_1, Qt::AltModifier);
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QVERIFY(isShown("mockPage") && isShown("mockLeaving"));
        key(Qt::Key_Space); // goes on
        QCOMPARE(place(u"Question"_s).first, 2);
        QVERIFY(!m_window->close());
        QVERIFY(m_window->close());
    }

    void theCardOfOneThatWasLeftTakesNoTicksWhereTheNextCannotStart()
    {
        start();
        const int all = place(u"Question"_s).second;
        for (int question = 0; question < all; ++question)
            key(Qt::Key_Space);
        auto *page = m_window->findChild<MockPage *>();
        QVERIFY(page);
        key(Qt::Key_Escape);
        key(Qt::Key_Escape);
        page->start({.minutes = 15, .topics = {u"nowhere"_s}}, 1);
        qobject_cast<QStackedWidget *>(page->parentWidget())->setCurrentWidget(page);
        QVERIFY(isShown("problem"));
        for (auto *box : m_window->findChild<QWidget *>(u"mockCard"_s)->findChildren<QCheckBox *>())
            box->click();
        key(Qt::Key_A);
        key(Qt::Key_Up);
        key(Qt::Key_Space);
        QTRY_VERIFY(isShown("interviewPage"));
    }

    void oneThatIsUnderWayWaitsAndGoesOn()
    {
        start();
        key(Qt::Key_Space);
        key(Qt::Key_1, Qt::AltModifier);
        QTRY_VERIFY(isShown("todayPage"));
        key(Qt::Key_5, Qt::AltModifier);
        QTRY_VERIFY(isShown("mockPage"));
        QCOMPARE(place(u"Question"_s).first, 2);
    }

    void whatCannotBeSavedCanBeGradedAgain()
    {
        start();
        const int all = place(u"Question"_s).second;
        for (int question = 0; question < all; ++question)
            key(Qt::Key_Space);
        Database &database = m_library->store().database;
        QVERIFY(database.executeScript("PRAGMA query_only=ON")); // as a disk that takes no more
        for (int question = 0; question < all; ++question)
            key(Qt::Key_3);
        QVERIFY(isShown("problem"));
        QVERIFY(database.executeScript("PRAGMA query_only=OFF"));
        key(Qt::Key_3);
        QTRY_VERIFY(isShown("mockReport"));
        QCOMPARE(*m_library->store().reviews.count(), all);
    }

    void nothingToAskIsSaidBeforehand()
    {
        key(Qt::Key_5, Qt::AltModifier);
        for (const char *level : {"mockLevel-basic", "mockLevel-intermediate", "mockLevel-advanced"})
            m_window->findChild<QCheckBox *>(QLatin1StringView(level))->setChecked(false);
        QVERIFY(!m_window->findChild<QAbstractButton *>(u"mockStart"_s)->isEnabled());
        m_window->findChild<QCheckBox *>(u"mockLevel-advanced"_s)->setChecked(true);
        QVERIFY(!m_window->findChild<QAbstractButton *>(u"mockStart"_s)->isEnabled());
        QVERIFY(text("mockWords").startsWith(u"No question"_s));
    }

    void whatCanHaveTheFocusHasAName()
    {
        key(Qt::Key_5, Qt::AltModifier);
        checkNames();
        key(Qt::Key_Space);
        checkNames();
    }

private:
    void start()
    {
        key(Qt::Key_5, Qt::AltModifier);
        QTRY_VERIFY(isShown("interviewPage"));
        key(Qt::Key_Space);
        QTRY_VERIFY(isShown("mockPage"));
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
        QCoreApplication::processEvents();
    }

    // As the keyboard repeats it.
    void hold(Qt::Key key, const QString &text)
    {
        for (int repeat = 0; repeat < 3; ++repeat) {
            QTest::simulateEvent(QApplication::focusWidget(), true, key, {}, text, true);
            QCoreApplication::processEvents();
        }
    }

    bool isShown(const char *name) const
    {
        for (const auto *widget : m_window->findChildren<QWidget *>(QLatin1StringView(name))) {
            if (widget->isVisible())
                return true;
        }
        return false;
    }

    QString text(const char *name) const
    {
        const auto *label = m_window->findChild<QLabel *>(QLatin1StringView(name));
        return label ? label->text() : QString();
    }

    // "Question 3 of 8": 3 and 8.
    std::pair<int, int> place(const QString &part) const
    {
        const QStringList words = text("mockWhere").split(u' ');
        return words.value(0) == part ? std::pair(words.value(1).toInt(), words.value(3).toInt())
                                      : std::pair(0, 0);
    }

    bool isAnswerShown() const
    {
        const auto boxes = m_window->findChild<QWidget *>(u"mockCard"_s)->findChildren<QCheckBox *>();
        return std::any_of(boxes.cbegin(), boxes.cend(),
                           [](const QCheckBox *box) { return box->isVisible(); });
    }

    void checkNames() const
    {
        for (const QWidget *widget : m_window->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(u"%1 %2"_s.arg(QLatin1StringView(widget->metaObject()->className()),
                                               widget->objectName())));
        }
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(MockTest)
#include "tst_mock.moc"
