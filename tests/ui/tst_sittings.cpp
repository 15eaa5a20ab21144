// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fixture.h"
#include "library/session.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QRegularExpression>
#include <QTimer>

using namespace flaskcards;
using namespace flaskcards::test;

// Each sitting that a person may choose, from the choice to its summary, by keys alone.
class SittingsTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(10);
        m_place->write(u"templates/other.md"_s, cardText(u"What escapes?"_s, u"Jinja."_s));
        m_library = m_place->open();
        QVERIFY(m_library);
        m_theme.reset(new Theme(Theme::Mode::Light));
    }
    void cleanup()
    {
        m_window.reset();
        m_library.reset();
    }

    void aTimeBoxIsChosen_data()
    {
        QTest::addColumn<int>("steps");
        QTest::addColumn<int>("minutes");
        QTest::newRow("half") << 0 << 10;
        QTest::newRow("the day's") << 1 << 20;
        QTest::newRow("double") << 2 << 40;
        QTest::newRow("all") << 3 << 0;
    }
    void aTimeBoxIsChosen()
    {
        QFETCH(int, steps);
        QFETCH(int, minutes);
        m_place->writeCards(60);
        m_library.reset();
        m_library = m_place->open();
        Preferences preferences = m_library->preferences();
        preferences.newPerDay = 50;
        QVERIFY(m_library->setPreferences(preferences));
        openWindow();
        tabTo("timeBox");
        for (int i = 0; i < 4; ++i)
            key(Qt::Key_Left);
        for (int i = 0; i < steps; ++i)
            key(Qt::Key_Right);
        tabTo("study");
        key(Qt::Key_Space);
        const int fitting = minutes == 0 ? 50 : minutes; // a new card is taken for a minute
        QVERIFY2(text("where").startsWith(u"1 of %1 "_s.arg(fitting)), qPrintable(text("where")));
        for (int i = 0; i < fitting; ++i)
            answer(Qt::Key_4);
        QVERIFY(!text("summary").isEmpty());
        QCOMPARE(*m_library->store().reviews.count(), fitting);
    }

    void oneIsChosenFromTheMenu_data()
    {
        QTest::addColumn<QStringList>("entries");
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("cards");
        QTest::addColumn<bool>("recorded");
        QTest::newRow("weak points") << QStringList{u"Weak"_s} << u"Weak points"_s << 3 << true;
        QTest::newRow("missed today") << QStringList{u"Missed"_s} << u"Missed today"_s << 2 << true;
        QTest::newRow("warm-up") << QStringList{u"Warm-up"_s} << u"Warm-up"_s << 5 << false;
        QTest::newRow("cram") << QStringList{u"Cram"_s, u"Routing"_s} << u"Cram"_s << 10 << false;
    }
    void oneIsChosenFromTheMenu()
    {
        QFETCH(QStringList, entries);
        QFETCH(QString, name);
        QFETCH(int, cards);
        QFETCH(bool, recorded);
        studySome();
        openWindow();
        tabTo("sittings");
        chooseByKeys(entries);
        QVERIFY2(text("where").contains(u"1 of %1 "_s.arg(cards)), qPrintable(text("where")));
        QVERIFY2(text("where").contains(name), qPrintable(text("where")));
        QCOMPARE(text("where").contains(u"nothing is rescheduled"_s), !recorded);
        const QString before = studied();
        const int answers = *m_library->store().reviews.count();
        key(Qt::Key_Space); // the grades say what they do
        QCOMPARE(described("grade1") == u"comes again"_s, !recorded);
        QCOMPARE(described("grade3") == u"done"_s, !recorded);
        for (int i = 0; i < cards; ++i)
            answer(Qt::Key_4);
        QVERIFY(!text("summary").isEmpty());
        if (recorded)
            QCOMPARE(*m_library->store().reviews.count(), answers + cards);
        else
            QCOMPARE(studied(), before);
    }

    void aTopicOrASearchIsStudiedFromBrowse_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<int>("cards");
        QTest::newRow("topic") << u"topic:templates"_s << 1;
        QTest::newRow("words") << u"question number"_s << 10;
        QTest::newRow("everything") << u""_s << 11;
    }
    void aTopicOrASearchIsStudiedFromBrowse()
    {
        QFETCH(QString, search);
        QFETCH(int, cards);
        openWindow();
        key(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), search);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY2(text("where").contains(u"1 of %1 "_s.arg(cards)), qPrintable(text("where")));
        for (int i = 0; i < cards; ++i)
            answer(Qt::Key_4);
        QVERIFY(!text("summary").isEmpty());
        QCOMPARE(*m_library->store().reviews.count(), cards);
    }

    void aSearchIsCrammedFromBrowse()
    {
        openWindow();
        const QString before = studied();
        key(Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(QApplication::focusWidget(), u"escapes"_s);
        key(Qt::Key_Return, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY2(text("where").contains(u"nothing is rescheduled"_s), qPrintable(text("where")));
        answer(Qt::Key_1);
        answer(Qt::Key_3); // what was not known comes again
        QVERIFY(!text("summary").isEmpty());
        QCOMPARE(studied(), before);
    }

private:
    static constexpr qint64 dayMs = 86'400'000;

    void openWindow()
    {
        m_window.reset(new MainWindow(*m_library, *m_theme));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    // Ten known cards; three of them forgotten after a long while, five strong again, two missed today.
    void studySome()
    {
        const QList<QuestionFacts> facts = *m_library->store().questions.facts();
        QList<QuestionId> all;
        for (const QuestionFacts &question : facts)
            all.append(question.id);
        give(all.first(10), Rating::Easy);
        m_place->clock.advanceMs(60 * dayMs);
        give(all.sliced(3, 5), Rating::Easy);
        give(all.sliced(8, 2), Rating::Again);
    }
    void give(const QList<QuestionId> &questions, Rating rating)
    {
        auto session = Session::start(*m_library, {.listed = questions});
        for (qsizetype i = 0; i < questions.size(); ++i) {
            session->reveal();
            QVERIFY(session->answer(rating));
        }
    }

    // Schedule and log.
    QString studied() const { return dump(*m_library).remove(QRegularExpression(u"settings[^\n]*\n"_s)); }

    void answer(Qt::Key grade)
    {
        key(Qt::Key_Space);
        key(grade);
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
        QCoreApplication::processEvents();
    }

    void tabTo(const char *name)
    {
        const auto *wanted = m_window->findChild<QWidget *>(QLatin1StringView(name));
        const auto isThere = [&] {
            const QWidget *focus = QApplication::focusWidget();
            return focus == wanted || wanted->isAncestorOf(focus);
        };
        for (int i = 0; i < 40 && !isThere(); ++i)
            key(Qt::Key_Tab);
        QVERIFY2(isThere(), name);
    }

    // Opens the menu of the focused button, whose event loop lasts as long as it is open, and goes through
    // it.
    void chooseByKeys(const QStringList &entries)
    {
        bool found = false;
        QTimer::singleShot(0, this, [&] { found = walkMenu(entries); });
        key(Qt::Key_Space);
        QVERIFY(found);
        m_window->activateWindow(); // offscreen no window manager does so
        QTRY_VERIFY(QApplication::focusWidget());
    }
    static bool walkMenu(const QStringList &entries)
    {
        for (qsizetype i = 0; i < entries.size(); ++i) {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            for (int step = 0; menu && step < 40; ++step) {
                if (menu->activeAction() && menu->activeAction()->text().startsWith(entries.at(i)))
                    break;
                QTest::keyClick(menu, Qt::Key_Down);
            }
            if (!menu || !menu->activeAction()->text().startsWith(entries.at(i))) {
                while (QWidget *open = QApplication::activePopupWidget())
                    open->close();
                return false;
            }
            QTest::keyClick(menu, i + 1 < entries.size() ? Qt::Key_Right : Qt::Key_Return);
        }
        return true;
    }

    QString described(const char *button) const
    {
        return m_window->findChild<QAbstractButton *>(QLatin1StringView(button))->accessibleDescription();
    }
    QString text(const char *name) const
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>(QLatin1StringView(name))) {
            if (label->isVisible())
                return label->text();
        }
        return {};
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(SittingsTest)
#include "tst_sittings.moc"
