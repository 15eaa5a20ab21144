// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"
#include "library/fixture.h"
#include "library/session.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"
#include "ui/today/catchuppanel.h"

#include <QAbstractButton>
#include <QLabel>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr int cards = 40;

} // namespace

// The way back after a break, with keys.
class CatchUpPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(cards);
        m_library = m_place->open();
        QVERIFY(m_library);
        Preferences preferences = m_library->preferences();
        preferences.minutesPerDay = 5;
        QVERIFY(m_library->setPreferences(preferences));
        QList<QuestionId> all;
        for (const QuestionFacts &facts : *m_library->store().questions.facts())
            all.append(facts.id);
        auto session = Session::start(*m_library, {.listed = all});
        while (session->current()) {
            session->reveal();
            QVERIFY(session->answer(Rating::Easy));
        }
    }
    void cleanup()
    {
        m_window.reset();
        m_library.reset();
    }

    void nothingIsOfferedWithoutABacklog()
    {
        openAfter(1);
        QVERIFY(!panel()->isVisible());
    }

    void aPlanIsOneKeyAwayAndCtrlZTakesItBack()
    {
        openAfter(40);
        QVERIFY(panel()->isVisible());
        QCOMPARE(overdue(), cards);
        tabTo(u"catchUpWeek"_s);
        key(Qt::Key_Space);
        QTRY_VERIFY(!panel()->isVisible());
        QVERIFY(overdue() == 0);
        QCOMPARE(QApplication::focusWidget()->objectName(), u"study"_s);
        QCOMPARE(replayAll(m_library->store())->differ, QStringList());
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(panel()->isVisible());
        QCOMPARE(overdue(), cards);
        QCOMPARE(replayAll(m_library->store())->differ, QStringList());
    }

    void thePlansSayWhenTheyEndAndHowLongADayTakes()
    {
        openAfter(40);
        const QString week = button(u"catchUpWeek"_s)->accessibleName();
        QVERIFY2(week.startsWith(u"In a week: done by "_s) && week.contains(u"on the longest day"_s),
                 qPrintable(week));
        QVERIFY(
            button(u"catchUpAtOnce"_s)->accessibleName().startsWith(u"All at once: done today, about "_s));
    }

    void allAtOnceOpensTheTimeBoxAndChangesNothing()
    {
        openAfter(40);
        tabTo(u"catchUpAtOnce"_s);
        key(Qt::Key_Space);
        QVERIFY(!panel()->isVisible());
        QCOMPARE(overdue(), cards);
        const QString study = button(u"study"_s)->text();
        QVERIFY2(study.contains(QString::number(cards)), qPrintable(study));
    }

    void notNowHidesItForTheDayOnly()
    {
        openAfter(40);
        tabTo(u"catchUpLater"_s);
        key(Qt::Key_Space);
        QVERIFY(!panel()->isVisible());
        openAfter(0);
        QVERIFY(!panel()->isVisible());
        openAfter(1);
        QVERIFY(panel()->isVisible());
        QCOMPARE(overdue(), cards);
    }

private:
    void openAfter(int days)
    {
        m_window.reset();
        m_place->clock.advanceMs(days * dayMs);
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

    void tabTo(const QString &name)
    {
        for (int i = 0; i < 20 && QApplication::focusWidget()->objectName() != name; ++i)
            key(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), name);
    }

    int overdue() const
    {
        int count = 0;
        for (const StoredCard &stored : *m_library->store().cards.all())
            count += stored.card.schedule.dueDay < m_library->today() ? 1 : 0;
        return count;
    }

    QWidget *panel() const { return m_window->findChild<CatchUpPanel *>(); }
    QAbstractButton *button(const QString &name) const
    {
        return m_window->findChild<QAbstractButton *>(name);
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(CatchUpPanelTest)
#include "tst_catchup.moc"
