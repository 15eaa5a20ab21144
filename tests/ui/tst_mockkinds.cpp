// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/mockresults.h"
#include "library/translation.h"
#include "ui/cardtext/codeblock.h"
#include "ui/kindcards.h"
#include "ui/mainwindow.h"
#include "ui/study/codeedit.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>

using namespace flaskcards;
using namespace flaskcards::test;

// A whole mock interview by keys, in which every kind of card asks for what is its own.
class MockKindsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(); } // plurals
    void init()
    {
        m_place.reset(new Place);
        m_theme.reset(new Theme(Theme::Mode::Light));
        const auto spoken = [this](const QString &name, const QString &next) {
            m_place->write(u"routing/%1.md"_s.arg(name),
                           cardText(u"Why %1?"_s.arg(name), u"So."_s,
                                    next.isEmpty() ? QString() : u"follow-ups: %1\n"_s.arg(next)));
        };
        m_place->write(u"routing/choice.md"_s, choiceCard());
        m_place->write(u"routing/howto.md"_s, codeCard(u"how-to"_s).replace(u"`double`."_s, u"it, how?"_s));
        m_place->write(u"routing/design.md"_s, kindCard(u"design"_s, u"Design it."_s, {}));
        spoken(u"first"_s, u"second"_s);
        spoken(u"second"_s, u"third"_s);
        spoken(u"third"_s, {});
    }
    void cleanup()
    {
        m_window.reset();
        m_library.reset();
    }

    void everyKindFromTheQuestionToTheReport_data()
    {
        QTest::addColumn<QString>("task");
        QTest::newRow("coding") << codeCard(u"coding"_s);
        QTest::newRow("code challenge") << codeCard(u"code-challenge"_s);
        QTest::newRow("bug hunt") << huntCard();
    }
    void everyKindFromTheQuestionToTheReport()
    {
        QFETCH(QString, task);
        start(task);
        QSet<QString> asked;
        const int all = place(u"Question"_s).second;
        QCOMPARE(all, 7);
        for (int question = 1; question <= all; ++question) {
            QCOMPARE(place(u"Question"_s).first, question);
            asked.insert(title());
            answer();
            QVERIFY(!tellsMore());
            key(question % 2 ? Qt::Key_S : Qt::Key_U);
            key(Qt::Key_Space);
        }
        QCOMPARE(asked.size(), all);
        QCOMPARE(*m_library->store().reviews.count(), 0);
        for (int question = 1; question <= all; ++question) {
            QCOMPARE(place(u"Review"_s).first, question);
            review();
        }
        QTRY_VERIFY(isShown("mockReport"));
        QCOMPARE(*m_library->store().reviews.count(), all);
        const auto results = mockResults(*m_library);
        QCOMPARE(results->size(), 1);
        for (const MockAnswer &one : results->first().answers)
            QVERIFY2(one.rating == (one.slug == u"design"_s ? Rating::Again : Rating::Good),
                     qPrintable(one.slug));
        QVERIFY(!dump(*m_library).contains(u"return x + x"_s)); // what was written goes nowhere
        key(Qt::Key_Space);
        QTRY_VERIFY(isShown("interviewPage"));
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(*m_library->store().reviews.count(), 0);
        QVERIFY(mockResults(*m_library)->isEmpty());
    }

    void anOptionIsChosenOtherwiseAndNotAtAll()
    {
        start(huntCard());
        goTo(u"Which?"_s);
        key(Qt::Key_A);
        key(Qt::Key_B);
        QCOMPARE(optionWords('A'), u""_s);
        QCOMPARE(optionWords('B'), u"Your answer."_s);
        key(Qt::Key_B);
        key(Qt::Key_E); // there is none
        QCOMPARE(optionWords('B'), u""_s);
        QTest::mouseClick(option('C'), Qt::LeftButton);
        QCOMPARE(optionWords('C'), u"Your answer."_s);
        toReview();
        while (title() != u"Which?"_s)
            key(Qt::Key_3);
        QCOMPARE(optionWords('B'), u"Right. Just right."_s);
        QCOMPARE(optionWords('C'), u"Your answer. Too many."_s);
        const int here = place(u"Review"_s).first;
        key(Qt::Key_Space); // Again is what a wrong one speaks for
        QCOMPARE(place(u"Review"_s).first, here + 1);
        while (place(u"Review"_s).first > 0)
            key(Qt::Key_3);
        const MockResult result = mockResults(*m_library)->first();
        for (const MockAnswer &one : result.answers)
            QCOMPARE(one.rating == Rating::Again, one.slug == u"choice"_s);
    }

    void aWrongLineIsNotToldBeforeTheReview()
    {
        start(huntCard());
        goTo(u"Why?"_s);
        key(Qt::Key_Down);
        QCOMPARE(text("faultyLine"), u"You think it is line 1."_s);
        toReview();
        goTo(u"Why?"_s);
        QCOMPARE(text("faultyLine"), u"You chose line 1. The fault is in line 6."_s);
        key(Qt::Key_Down); // too late
        QVERIFY(text("faultyLine").contains(u"line 1."_s));
    }

    void aLongQuestionScrollsByKeys()
    {
        start(huntCard().replace(u"app = Flask"_s, QString(60, u'\n') + u"app = Flask"_s));
        goTo(u"Why?"_s);
        const QScrollBar *bar = card()->findChild<QScrollArea *>(u"card"_s)->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        key(Qt::Key_PageDown);
        QVERIFY(bar->value() > 0);
        key(Qt::Key_Space);
        QVERIFY(title() != u"Why?"_s);
        QCOMPARE(bar->value(), 0);
    }

    void keysAreLettersWhileOneWritesAndTheClockGoesOn()
    {
        start(codeCard(u"coding"_s));
        goTo(u"Write double."_s);
        key(Qt::Key_W);
        type(u"su 3 ab "_s);
        QCOMPARE(edit()->toPlainText(), u"su 3 ab "_s);
        m_place->clock.advanceMs(61'000);
        QTRY_VERIFY2(text("mockClock").startsWith(u"1:01 of"_s), qPrintable(text("mockClock")));
        key(Qt::Key_Escape);
        QVERIFY(!isShown("mockLeaving"));
        QVERIFY(!edit()->hasFocus());
        key(Qt::Key_Escape);
        QVERIFY(isShown("mockLeaving"));
        key(Qt::Key_Space);
        key(Qt::Key_1, Qt::AltModifier); // Today, and back
        key(Qt::Key_5, Qt::AltModifier);
        QTRY_VERIFY(isShown("mockPage"));
        QCOMPARE(edit()->toPlainText(), u"su 3 ab "_s);
    }

    void whatIsLeftHalfWayIsForgotten()
    {
        start(codeCard(u"coding"_s));
        goTo(u"Write double."_s);
        key(Qt::Key_W);
        type(u"mine"_s);
        for (int i = 0; i < 3; ++i)
            key(Qt::Key_Escape); // the editor, the question, yes
        QTRY_VERIFY(isShown("interviewPage"));
        key(Qt::Key_Space);
        goTo(u"Write double."_s);
        QCOMPARE(edit()->toPlainText(), u""_s);
    }

    void aRunSpeaksForAGrade()
    {
        if (!hasFlask())
            QSKIP("no Python with Flask here");
        start(codeCard(u"coding"_s));
        goTo(u"Write double."_s);
        write(u"def double(x):\nreturn 3 * x"_s);
        toReview();
        goTo(u"Write double."_s);
        key(Qt::Key_W);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(text("verdict").startsWith(u"The check fails"_s), 30'000);
        edit()->setPlainText(u"def double(x):\n    return 2 * x\n"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(text("verdict"), u"The card's check passes."_s, 30'000);
        key(Qt::Key_Escape);
        const int here = place(u"Review"_s).first;
        key(Qt::Key_Space);
        QCOMPARE(place(u"Review"_s).first, here + 1); // taken: Good
        key(Qt::Key_Backspace);
        QCOMPARE(edit()->toPlainText(), u"def double(x):\n    return 2 * x\n"_s);
    }

private:
    void start(const QString &task)
    {
        const auto atLevel = [](QString text, const QString &level) {
            return text.replace(u"level: basic"_s, u"level: "_s + level);
        };
        m_place->write(u"routing/task.md"_s, atLevel(task, u"advanced"_s));
        m_library = m_place->open();
        QVERIFY(m_library);
        m_window.reset(new MainWindow(*m_library, *m_theme));
        m_window->resize(1280, 800);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        key(Qt::Key_5, Qt::AltModifier);
        QTRY_VERIFY(isShown("interviewPage"));
        key(Qt::Key_Space);
        QTRY_VERIFY(isShown("mockPage"));
    }

    // What the card on the table asks for.
    void answer()
    {
        if (title() == u"Which?"_s) {
            key(Qt::Key_B);
        } else if (title() == u"Why?"_s) {
            for (int i = 0; i < 9; ++i)
                key(Qt::Key_Down);
            QCOMPARE(text("faultyLine"), u"You think it is line 6."_s);
        } else if (title().startsWith(u"Write"_s)) {
            write(u"def double(x):\nreturn x + x"_s);
        } else {
            key(Qt::Key_W);
            QVERIFY(!edit());
        }
        key(Qt::Key_3); // grades nothing yet
    }

    void write(const QString &code)
    {
        key(Qt::Key_W);
        for (const QString &line : code.split(u'\n')) {
            if (!edit()->toPlainText().isEmpty())
                key(Qt::Key_Return);
            type(line);
        }
        key(Qt::Key_Return, Qt::ControlModifier); // runs nothing yet
        QVERIFY(!m_window->findChild<QWidget *>(u"runReport"_s));
        key(Qt::Key_Escape);
    }

    void review()
    {
        if (title() == u"Which?"_s) {
            QCOMPARE(optionWords('B'), u"Right. Just right."_s);
        } else if (title() == u"Why?"_s) {
            QCOMPARE(text("faultyLine"), u"Line 6 it is."_s);
        } else if (title().startsWith(u"Write"_s)) {
            const auto *comparison = m_window->findChild<QWidget *>(u"comparison"_s);
            QVERIFY(comparison && comparison->isVisible());
            QCOMPARE(comparison->findChildren<CodeBlock *>().first()->code().text,
                     u"def double(x):\n    return x + x"_s);
            if (!hasFlask())
                return key(Qt::Key_3);
            key(Qt::Key_W);
            key(Qt::Key_Return, Qt::ControlModifier);
            QTRY_COMPARE_WITH_TIMEOUT(text("verdict"), u"The card's check passes."_s, 30'000);
            key(Qt::Key_Escape);
        } else if (title() == u"Design it."_s) {
            QCOMPARE(text("keyPointCount"), u"0 of 3 met"_s);
            key(Qt::Key_F); // there is none
            key(Qt::Key_A);
        } else {
            for (const Qt::Key point : {Qt::Key_A, Qt::Key_B, Qt::Key_C})
                key(point);
        }
        key(Qt::Key_Space);
    }

    // Goes on to the question of that title; in the review with a grade for those before it.
    void goTo(const QString &wanted)
    {
        for (int i = 0; i < 10 && title() != wanted; ++i)
            key(place(u"Review"_s).first > 0 ? Qt::Key_2 : Qt::Key_Space);
        QCOMPARE(title(), wanted);
    }
    void toReview()
    {
        while (place(u"Question"_s).first > 0)
            key(Qt::Key_Space);
    }

    // Whether anything shows that the asking half keeps back.
    bool tellsMore() const
    {
        const auto shown = [this](const char *name) {
            const auto *widget = m_window->findChild<QWidget *>(QLatin1StringView(name));
            return widget && widget->isVisible();
        };
        const auto boxes = card()->findChildren<QCheckBox *>();
        return shown("answer") || shown("run") || shown("comparison") || shown("toggleClock") ||
               std::any_of(boxes.cbegin(), boxes.cend(),
                           [](const QCheckBox *box) { return box->isVisible(); });
    }

    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key, modifiers);
        QCoreApplication::processEvents();
    }
    void type(const QString &text)
    {
        for (const QChar character : text)
            QTest::keyClick(QApplication::focusWidget(), character.toLatin1());
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
    QWidget *card() const { return m_window->findChild<QWidget *>(u"mockCard"_s); }
    QString title() const { return card()->findChild<QScrollArea *>(u"card"_s)->accessibleDescription(); }
    CodeEdit *edit() const { return m_window->findChild<CodeEdit *>(); }
    QWidget *option(char letter) const
    {
        return m_window->findChild<QWidget *>(u"option"_s + QLatin1Char(letter));
    }
    QString optionWords(char letter) const { return option(letter)->accessibleDescription(); }

    // "Question 3 of 8": 3 and 8.
    std::pair<int, int> place(const QString &part) const
    {
        const QStringList words = text("mockWhere").split(u' ');
        return words.value(0) == part ? std::pair(words.value(1).toInt(), words.value(3).toInt())
                                      : std::pair(0, 0);
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(MockKindsTest)
#include "tst_mockkinds.moc"
