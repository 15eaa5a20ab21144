// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fixture.h"
#include "library/session.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QScrollArea>

using namespace flaskcards;
using namespace flaskcards::test;

// What a sitting asks beside the grade, and the sittings a person chooses, by keys.
class TrainingTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(14);
        m_library = m_place->open();
        QVERIFY(m_library);
    }
    void cleanup()
    {
        m_window.reset();
        m_library.reset();
    }

    void confidenceIsAskedOnlyWhereItIsWanted()
    {
        openWindow();
        key(Qt::Key_Space);
        QVERIFY(!button("sure")->isVisible());
        key(Qt::Key_Y);
        QVERIFY(button("reveal")->isVisible());
        prefer([](Preferences &preferences) { preferences.askConfidence = true; });
        key(Qt::Key_Space);
        key(Qt::Key_3);
        QVERIFY(button("sure")->isVisible() && button("unsure")->isVisible());
        key(Qt::Key_N);
        QVERIFY(!button("reveal")->isVisible());
        key(Qt::Key_3);
        key(Qt::Key_Y);
        key(Qt::Key_1);
        const auto recited = m_library->store().reviews.recitals();
        QSet<int> said;
        for (const RecitedAnswer &answer : *recited)
            said.insert(int(answer.recital.confidence));
        QVERIFY(said.contains(int(Confidence::Sure)) && said.contains(int(Confidence::Unsure)));
    }

    void tickedPointsProposeTheGradeAndComeFirstWhenLeftOut()
    {
        openWindow();
        key(Qt::Key_Space);
        const QuestionId question = first();
        key(Qt::Key_Space);
        key(Qt::Key_1, Qt::ControlModifier);
        key(Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(text("keyPointCount"), u"2 of 3 said"_s);
        key(Qt::Key_Space); // the proposed grade
        const auto recited = m_library->store().reviews.recitalsOf(question);
        QCOMPARE(recited->first().recital.points, u"110"_s);
        QCOMPARE(recited->first().rating, Rating::Hard);
        m_window->study({.listed = {question}});
        key(Qt::Key_Space);
        QStringList shown;
        for (const QCheckBox *line : m_window->findChildren<QCheckBox *>()) {
            if (line->isVisible())
                shown.append(line->accessibleName());
        }
        QCOMPARE(shown, (QStringList{u"three"_s, u"one"_s, u"two"_s}));
        QVERIFY2(text("keyPointCount").contains(u"left out last time"_s), qPrintable(text("keyPointCount")));
        key(Qt::Key_1, Qt::ControlModifier);
        key(Qt::Key_Space);
        QCOMPARE(m_library->store().reviews.recitalsOf(question)->last().recital.points, u"001"_s);
    }

    void ticksStayWhileOneLooksElsewhereAndComeBackWithTheAnswer()
    {
        openWindow();
        key(Qt::Key_Space);
        const QuestionId question = first();
        key(Qt::Key_Space);
        key(Qt::Key_1, Qt::ControlModifier);
        key(Qt::Key_3, Qt::ControlModifier);
        key(Qt::Key_3, Qt::AltModifier); // Browse
        key(Qt::Key_2, Qt::AltModifier); // and back
        QCOMPARE(text("keyPointCount"), u"2 of 3 said"_s);
        key(Qt::Key_4);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text("keyPointCount"), u"2 of 3 said"_s);
        key(Qt::Key_2, Qt::ControlModifier);
        key(Qt::Key_Space);
        const auto recited = m_library->store().reviews.recitalsOf(question);
        QCOMPARE(recited->size(), 1);
        QCOMPARE(recited->first().recital.points, u"111"_s);
        QCOMPARE(recited->first().rating, Rating::Good);
    }

    // Space would have called the wrong option Good.
    void aWrongOptionStaysWrongWhileOneLooksElsewhereOrTakesBack()
    {
        QString text = cardText(u"Which?"_s, u"That."_s);
        text.replace(u"kind: concept"_s, u"kind: mcq"_s);
        text.replace(
            u"## Answer"_s,
            u"## Options\n- [ ] `a`\n  Why not.\n- [x] `b`\n  Why.\n- [ ] `c`\n  No.\n\n## Answer"_s);
        m_library.reset();
        m_place->write(u"routing/which.md"_s, text);
        m_library = m_place->open();
        const auto id = m_library->store().questions.idOf(u"which"_s);
        QVERIFY(id);
        openWindow();
        m_window->study({.listed = {*id}});
        key(Qt::Key_A);
        key(Qt::Key_3, Qt::AltModifier); // Browse
        key(Qt::Key_2, Qt::AltModifier); // and back
        key(Qt::Key_Space);
        QCOMPARE(m_library->store().reviews.allByQuestion()->first().rating, Rating::Again);
        key(Qt::Key_Z, Qt::ControlModifier);
        key(Qt::Key_Space);
        QCOMPARE(m_library->store().reviews.allByQuestion()->first().rating, Rating::Again);
        QCOMPARE(*m_library->store().reviews.count(), 1);
    }

    void theClockSaysHowLongAnAnswerTakesAndTookBefore()
    {
        prefer([](Preferences &preferences) { preferences.speakingClock = true; });
        openWindow();
        key(Qt::Key_Space);
        const QuestionId question = first();
        QCOMPARE(text("speakingClock"), u"0:00 of 0:15"_s);
        m_place->clock.advanceMs(20'000);
        key(Qt::Key_Space);
        QCOMPARE(text("speakingClock"), u"0:20, over 0:15"_s);
        m_place->clock.advanceMs(20'000);
        QTest::qWait(1100);
        QCOMPARE(text("speakingClock"), u"0:20, over 0:15"_s); // it stands still
        key(Qt::Key_3);
        m_window->study({.listed = {question}});
        m_place->clock.advanceMs(9'000);
        key(Qt::Key_Space);
        QVERIFY2(text("speakingClock").startsWith(u"0:09 of 0:15"_s) &&
                     text("speakingClock").endsWith(u"0:20"_s),
                 qPrintable(text("speakingClock")));
    }

    void aKeyHeldDownGoesOnOnce()
    {
        openWindow();
        key(Qt::Key_Space);
        for (int repeat = 0; repeat < 5; ++repeat) {
            QTest::simulateEvent(QApplication::focusWidget(), true, Qt::Key_Space, {}, u" "_s, repeat > 0);
            QCoreApplication::processEvents();
        }
        QCOMPARE(*m_library->store().reviews.count(), 0); // only the answer shows
        key(Qt::Key_Space);
        QCOMPARE(*m_library->store().reviews.count(), 1);
    }

    void twoGradesTakeTwoKeys()
    {
        prefer([](Preferences &preferences) { preferences.twoGrades = true; });
        openWindow();
        key(Qt::Key_Space);
        key(Qt::Key_Space);
        key(Qt::Key_4);
        QCOMPARE(*m_library->store().reviews.count(), 0);
        key(Qt::Key_2);
        key(Qt::Key_Space);
        key(Qt::Key_1);
        QSet<int> ratings;
        for (const Review &review : *m_library->store().reviews.allByQuestion())
            ratings.insert(int(review.rating));
        QCOMPARE(ratings, (QSet<int>{int(Rating::Again), int(Rating::Good)}));
    }

    void skippingSaysUntilWhen()
    {
        openWindow();
        key(Qt::Key_Space);
        const QString skipped = onTable();
        key(Qt::Key_S);
        QVERIFY(onTable() != skipped);
        QCOMPARE(text("where"), u"Skipped until 11:00"_s);
    }

    void crammingSaysThatNothingIsRescheduledAndTakesBackByItself()
    {
        openWindow();
        key(Qt::Key_Space);
        key(Qt::Key_Space);
        key(Qt::Key_3); // a real answer
        key(Qt::Key_Escape);
        key(Qt::Key_Space);
        auto *sittings = button("sittings");
        QVERIFY(sittings && sittings->isVisible());
        QMenu *menu = sittings->findChild<QMenu *>();
        QVERIFY(menu);
        emit menu->aboutToShow();
        QAction *cram = nullptr;
        for (QAction *action : menu->actions()) {
            if (action->menu())
                cram = action->menu()->actions().first();
            else if (action->text().startsWith(u"Missed"_s))
                QVERIFY(!action->isEnabled());
        }
        QVERIFY(cram);
        for (QAction *topic : cram->parent()->findChildren<QAction *>()) {
            if (topic->text() == u"Routing"_s)
                topic->trigger();
        }
        QVERIFY2(text("where").contains(u"nothing is rescheduled"_s), qPrintable(text("where")));
        const QString before = dump(*m_library);
        const QString card = onTable();
        key(Qt::Key_Space);
        key(Qt::Key_1);
        QVERIFY(onTable() != card);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(onTable(), card);
        QCOMPARE(*m_library->store().reviews.count(), 1); // the real answer stays
        key(Qt::Key_3);
        key(Qt::Key_Escape);
        QVERIFY2(text("outlook").contains(u"Nothing was rescheduled"_s), qPrintable(text("outlook")));
        QCOMPARE(dump(*m_library).count(u"reviews|"_s), before.count(u"reviews|"_s));
        key(Qt::Key_Space); // Today
        QVERIFY(notice("unfinished")->isVisible());
        m_window.reset();
        openWindow();
        QVERIFY(notice("unfinished")->isVisible());
        button("goOn")->setFocus();
        key(Qt::Key_Space);
        QVERIFY(text("where").contains(u"nothing is rescheduled"_s));
        QVERIFY(onTable() != card);
    }

    void aSittingUnderWayWhenTheWindowClosesIsOfferedAgain()
    {
        openWindow();
        m_window->study({.listed = {first()}, .name = u"Mine"_s});
        m_window->close();
        m_window.reset();
        openWindow();
        QVERIFY(notice("unfinished")->isVisible());
        button("goOn")->setFocus();
        key(Qt::Key_Space);
        key(Qt::Key_Space);
        key(Qt::Key_3); // the only one, which now waits for its minute
        key(Qt::Key_Space);
        QVERIFY(!notice("unfinished")->isVisible());
    }

    void anUnfinishedSittingCanBeLetGo()
    {
        openWindow();
        const QuestionId some = first();
        m_window->study({.listed = {some}, .name = u"Mine"_s});
        key(Qt::Key_Escape);
        QVERIFY(notice("unfinished")->isVisible());
        button("letGo")->setFocus();
        key(Qt::Key_Space);
        QVERIFY(!notice("unfinished")->isVisible());
        m_window.reset();
        openWindow();
        QVERIFY(!notice("unfinished")->isVisible());
    }

private:
    void openWindow()
    {
        m_theme.reset(new Theme(Theme::Mode::Light));
        m_window.reset(new MainWindow(*m_library, *m_theme));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    template <typename Change>
    void prefer(Change change)
    {
        Preferences preferences = m_library->preferences();
        change(preferences);
        QVERIFY(m_library->setPreferences(preferences));
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
        QCoreApplication::processEvents();
    }

    QString text(const char *name) const
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>(QLatin1StringView(name))) {
            if (label->isVisible())
                return label->text();
        }
        return {};
    }
    QAbstractButton *button(const char *name) const
    {
        return m_window->findChild<QAbstractButton *>(QLatin1StringView(name));
    }
    QWidget *notice(const char *name) const
    {
        return m_window->findChild<QWidget *>(QLatin1StringView(name));
    }
    QString onTable() const
    {
        const auto *area = m_window->findChild<QScrollArea *>(u"card"_s);
        return area ? area->accessibleDescription() : QString();
    }
    // The question that a sitting of today begins with.
    QuestionId first() const { return Session::start(*m_library, {})->current()->card.question; }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TrainingTest)
#include "tst_training.moc"
