// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/python/coderun.h"
#include "library/translation.h"
#include "ui/cardtext/codeblock.h"
#include "ui/kindcards.h"
#include "ui/mainwindow.h"
#include "ui/study/codeedit.h"
#include "ui/style.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QTextBlock>

using namespace flaskcards;
using namespace flaskcards::test;

// What coding, bug-hunt and design cards offer besides thinking, by keys.
class StudyKindsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { installTranslation(); } // plurals
    void init()
    {
        m_place.reset(new Place);
        m_place->write(u"routing/plain.md"_s, cardText(u"Plain?"_s, u"Yes."_s));
        m_place->write(u"routing/code.md"_s, codeCard(u"coding"_s));
        m_place->write(u"routing/howto.md"_s, codeCard(u"how-to"_s));
        m_place->write(u"routing/hunt.md"_s, huntCard());
        m_place->write(u"routing/design.md"_s, kindCard(u"design"_s, u"Design it."_s, {}));
        m_library = m_place->open();
        QVERIFY(m_library);
        m_theme.reset(new Theme(Theme::Mode::Light));
        openWindow();
    }
    void cleanup()
    {
        m_window.reset();
        m_library.reset();
    }

    void theEditorIsOpenWhereCodeIsAskedForAndAtHandForAHowTo()
    {
        study(u"code"_s);
        QVERIFY(edit() && edit()->isVisible());
        QVERIFY(!edit()->hasFocus()); // who does not write presses Space
        study(u"howto"_s);
        QVERIFY(edit() && !edit()->isVisible());
        key(Qt::Key_W);
        QVERIFY(edit()->isVisible());
        QVERIFY(edit()->hasFocus());
        QCOMPARE(edit()->toPlainText(), u""_s); // the key itself is not written
        study(u"plain"_s);
        QVERIFY(!edit());
        key(Qt::Key_W);
        QVERIFY(!edit());
    }

    void whoDoesNotWriteNeedsNoOtherKey()
    {
        for (const QString &card : {u"code"_s, u"howto"_s, u"hunt"_s, u"design"_s}) {
            study(card);
            key(Qt::Key_Space);
            QVERIFY2(isGradable(), qPrintable(card));
            QVERIFY(!m_window->findChild<QWidget *>(u"comparison"_s));
            key(Qt::Key_3);
        }
        QCOMPARE(*m_library->store().reviews.count(), 4);
    }

    void codeIsWrittenWithIndentationAndEscLeavesTheEditorOnly()
    {
        study(u"code"_s);
        key(Qt::Key_W);
        type(u"def f(x):"_s);
        key(Qt::Key_Return);
        type(u"if x:"_s);
        key(Qt::Key_Return);
        type(u"return 1"_s);
        key(Qt::Key_Return);
        type(u"return 2"_s);
        QCOMPARE(edit()->toPlainText(), u"def f(x):\n    if x:\n        return 1\n    return 2"_s);
        key(Qt::Key_Return);
        key(Qt::Key_Tab);
        type(u"y"_s);
        QCOMPARE(lastLine(), u"    y"_s);
        key(Qt::Key_Backtab);
        QCOMPARE(lastLine(), u"y"_s);
        key(Qt::Key_Home);
        key(Qt::Key_Tab);
        key(Qt::Key_Tab);
        key(Qt::Key_Backspace);
        QCOMPARE(lastLine(), u"    y"_s);
        key(Qt::Key_Escape);
        QVERIFY(!edit()->hasFocus());
        QVERIFY(edit()->isVisible());
        QVERIFY(button("reveal")->isVisible()); // the sitting goes on
        key(Qt::Key_Space);
        QVERIFY(isGradable());
        key(Qt::Key_Escape);
        QVERIFY(!edit() || !edit()->isVisible()); // and now it ends
    }

    void keysOfTheSittingAreLettersInTheEditor()
    {
        study(u"code"_s);
        key(Qt::Key_W);
        type(u"u1 = -3 @ e ! * ? w"_s);
        QCOMPARE(edit()->toPlainText(), u"u1 = -3 @ e ! * ? w"_s);
        QVERIFY(edit()->isVisible());
        key(Qt::Key_Z, Qt::ControlModifier); // takes back typing, not an answer
        QVERIFY(edit()->toPlainText().size() < 19);
    }

    void pythonIsColouredInBothThemesAcrossLines()
    {
        study(u"code"_s);
        edit()->setPlainText(u"def f():\n    \"\"\"one\n    two\"\"\"\n    return 1"_s);
        for (const Theme::Mode mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            m_theme->setMode(mode);
            QCOMPARE(colorAt(0, 0), m_theme->colors().codeKeyword);
            QCOMPARE(colorAt(0, 4), m_theme->colors().codeFunction);
            QCOMPARE(colorAt(2, 5), m_theme->colors().codeString);
            QCOMPARE(colorAt(3, 4), m_theme->colors().codeKeyword);
        }
        QTextCursor cursor(edit()->document()->findBlockByNumber(1));
        cursor.movePosition(QTextCursor::EndOfBlock);
        cursor.insertText(u"\"\"\""_s); // what follows is no string any more
        QVERIFY(colorAt(2, 5) != m_theme->colors().codeString);
    }

    void withTheAnswerTheCodeStandsBesideTheExample()
    {
        study(u"code"_s);
        key(Qt::Key_W);
        type(u"def double(x):"_s);
        key(Qt::Key_Return);
        type(u"return x + x"_s);
        key(Qt::Key_Escape);
        const int title = topOf("title");
        const int editor = edit()->mapTo(m_window.get(), QPoint()).y();
        key(Qt::Key_Space);
        QCOMPARE(topOf("title"), title); // nothing moves
        QCOMPARE(edit()->mapTo(m_window.get(), QPoint()).y(), editor);
        auto *comparison = m_window->findChild<QWidget *>(u"comparison"_s);
        QVERIFY(comparison && comparison->isVisible());
        const QList<CodeBlock *> sides = comparison->findChildren<CodeBlock *>();
        QCOMPARE(sides.size(), 2);
        QCOMPARE(sides.at(0)->code().text, u"def double(x):\n    return x + x"_s);
        QCOMPARE(sides.at(1)->code().text, u"def double(x):\n    return 2 * x"_s);
        QCOMPARE(
            labelText("difference"),
            u"1 line only in yours (−), 1 line only in the example (+). There is more than one right way."_s);
        QVERIFY(leftOf(sides.at(1)) > leftOf(sides.at(0)));
        m_window->resize(m_theme->px(900) - 2, m_window->height());
        QTRY_COMPARE(comparison->findChildren<CodeBlock *>().size(), 2);
        QCoreApplication::processEvents();
        const QList<CodeBlock *> narrow = comparison->findChildren<CodeBlock *>();
        QCOMPARE(leftOf(narrow.at(1)), leftOf(narrow.at(0))); // one above the other
    }

    void whatWasWrittenStaysWhileTheCardIsThereAndComesBackWithUndo()
    {
        study(u"code"_s);
        key(Qt::Key_W);
        type(u"mine"_s);
        key(Qt::Key_3, Qt::AltModifier); // Browse
        key(Qt::Key_2, Qt::AltModifier); // and back
        QTRY_VERIFY(edit() && edit()->isVisible());
        QCOMPARE(edit()->toPlainText(), u"mine"_s);
        key(Qt::Key_Space);
        key(Qt::Key_1);
        QTRY_VERIFY(!isGradable()); // the only card: it comes again, and starts from nothing
        QCOMPARE(edit()->toPlainText(), u""_s);
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(isGradable());
        QCOMPARE(edit()->toPlainText(), u"mine"_s);
        QVERIFY(m_window->findChild<QWidget *>(u"comparison"_s));
        study(u"code"_s);
        QCOMPARE(edit()->toPlainText(), u""_s);
    }

    void whatWasWrittenIsNotInTheLog()
    {
        study(u"code"_s);
        key(Qt::Key_W);
        type(u"secretword"_s);
        key(Qt::Key_Escape);
        key(Qt::Key_Space);
        key(Qt::Key_3);
        QCOMPARE(*m_library->store().reviews.count(), 1);
        QVERIFY(!dump(*m_library).contains(u"secretword"_s));
    }

    void runningSaysWhetherTheCheckPasses()
    {
        if (!hasFlask())
            QSKIP("no Python with Flask here");
        study(u"code"_s);
        key(Qt::Key_W);
        edit()->setPlainText(u"def double(x):\n    print('asked')\n    return 3 * x\n"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(labelText("verdict").startsWith(u"The check fails"_s), 30'000);
        QVERIFY(edit()->hasFocus());
        const auto *report = m_window->findChild<QWidget *>(u"runReport"_s);
        QStringList codes;
        for (const CodeBlock *block : report->findChildren<CodeBlock *>())
            codes.append(block->code().text);
        QCOMPARE(codes, QStringList({u"assert double(4) == 8\n# double(4) \u2192 12"_s, u"asked"_s}));
        edit()->setPlainText(u"def double(x):\n    return 2 * x\n"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(labelText("verdict"), u"The card's check passes."_s, 30'000);
        edit()->setPlainText(u"def twice(x):\n    return 2 * x\n"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(labelText("verdict"),
                                  u"The check uses double, and your code does not define it."_s, 30'000);
        key(Qt::Key_Escape);
        key(Qt::Key_Space);
        key(Qt::Key_Space); // what that speaks for
        QCOMPARE(lastRating(), Rating::Again);
    }

    void whatRunsIsStoppedByKeyAndByLeavingTheCard()
    {
        if (!hasFlask())
            QSKIP("no Python with Flask here");
        study(u"code"_s);
        key(Qt::Key_W);
        edit()->setPlainText(u"while True: pass\n"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(button("run")->text(), u"Stop"_s, 30'000);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(labelText("verdict"), u"Stopped."_s, 30'000);
        key(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE_WITH_TIMEOUT(button("run")->text(), u"Stop"_s, 30'000);
        key(Qt::Key_Escape);
        key(Qt::Key_Space);
        key(Qt::Key_3);
        QTRY_VERIFY_WITH_TIMEOUT(qApp->findChildren<CodeRun *>().isEmpty(), 30'000); // ended by itself
    }

    void withoutPythonItIsSaidAndComparingWorks()
    {
        const QTemporaryDir empty;
        const QByteArray path = qgetenv("PATH");
        qputenv("PATH", empty.path().toLocal8Bit());
        openWindow();
        study(u"code"_s);
        key(Qt::Key_W);
        qputenv("PATH", path);
        QTRY_VERIFY(!button("run")->isEnabled());
        QVERIFY(labelText("runStatus").contains(u"no python3"_s));
        QVERIFY(button("run")->toolTip().contains(u"no python3"_s));
        type(u"x"_s);
        key(Qt::Key_Return, Qt::ControlModifier);
        key(Qt::Key_Escape);
        key(Qt::Key_Space);
        QVERIFY(m_window->findChild<QWidget *>(u"comparison"_s));
    }

    void theFaultyLineIsChosenByArrowsAndJudgedWithTheAnswer()
    {
        study(u"hunt"_s);
        QVERIFY(labelText("faultyLine").startsWith(u"Which line"_s));
        key(Qt::Key_Down);
        QCOMPARE(labelText("faultyLine"), u"You think it is line 1."_s);
        key(Qt::Key_Down);
        QCOMPARE(labelText("faultyLine"), u"You think it is line 3."_s); // line 2 is empty
        key(Qt::Key_Up);
        key(Qt::Key_Up);
        QCOMPARE(labelText("faultyLine"), u"You think it is line 1."_s);
        for (int i = 0; i < 9; ++i)
            key(Qt::Key_Down);
        QCOMPARE(labelText("faultyLine"), u"You think it is line 6."_s);
        const int title = topOf("title");
        key(Qt::Key_Return);
        QVERIFY(isGradable());
        QCOMPARE(topOf("title"), title);
        QCOMPARE(labelText("faultyLine"), u"Line 6 it is."_s);
        key(Qt::Key_Up); // scrolls again
        QCOMPARE(labelText("faultyLine"), u"Line 6 it is."_s);
        key(Qt::Key_Space); // what that speaks for
        QCOMPARE(lastRating(), Rating::Good);
        key(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(labelText("faultyLine"), u"Line 6 it is."_s);
    }

    void theFaultyLineIsChosenByAClick()
    {
        study(u"hunt"_s);
        auto *code = m_window->findChild<CodeBlock *>();
        QVERIFY(code);
        QTest::mouseClick(code, Qt::LeftButton, {}, QPoint(8, code->lineRect(4).center().y()));
        QCOMPARE(labelText("faultyLine"), u"You think it is line 4."_s);
        auto *text = code->findChild<QAbstractScrollArea *>()->viewport();
        QTest::mouseClick(text, Qt::LeftButton, {}, text->mapFrom(code, code->lineRect(5).center()));
        QCOMPARE(labelText("faultyLine"), u"You think it is line 5."_s);
        QTest::mouseClick(text, Qt::LeftButton, {}, text->mapFrom(code, code->lineRect(5).center()));
        QVERIFY(labelText("faultyLine").startsWith(u"Which line"_s)); // taken back
        QTest::mouseClick(text, Qt::LeftButton, {}, text->mapFrom(code, code->lineRect(5).center()));
        key(Qt::Key_Space);
        QCOMPARE(labelText("faultyLine"), u"You chose line 5. The fault is in line 6."_s);
        QTest::mouseClick(text, Qt::LeftButton, {}, text->mapFrom(code, code->lineRect(3).center()));
        QVERIFY(labelText("faultyLine").contains(u"line 5"_s)); // too late
    }

    void pageKeysScrollALongQuestionAndItsAnswerBeginsInView()
    {
        const QString line = u"    print('a line of a very long example that has to be read')\n"_s;
        m_place->write(u"routing/long.md"_s,
                       kindCard(u"bug-hunt"_s, u"Where in all this?"_s, {},
                                u"```python bug\ndef long():\n%1```\n"_s.arg(line.repeated(60))));
        m_window.reset();
        m_library.reset();
        m_library = m_place->open();
        openWindow();
        study(u"long"_s);
        QTRY_VERIFY(cardBar()->maximum() > 0);
        button("reveal")->setFocus();
        key(Qt::Key_PageDown);
        QVERIFY(cardBar()->value() > 0);
        key(Qt::Key_End);
        QCOMPARE(cardBar()->value(), cardBar()->maximum());
        key(Qt::Key_Home);
        QCOMPARE(cardBar()->value(), 0);
        key(Qt::Key_Space);
        const auto top = [&] {
            return topOf("answer");
        };
        QTRY_VERIFY2(top() > 0 && top() < button("grade3")->mapTo(m_window.get(), QPoint()).y() - 40,
                     qPrintable(QString::number(top())));
        key(Qt::Key_Tab); // to what can be operated on the card
        const int before = cardBar()->value();
        key(Qt::Key_PageDown);
        QVERIFY(cardBar()->value() > before);
    }

    void noLineChosenIsNoMistake()
    {
        study(u"hunt"_s);
        key(Qt::Key_Space);
        QCOMPARE(labelText("faultyLine"), u"The fault is in line 6."_s);
    }

    void aDesignSaysHowManyCriteriaAndHasAClock()
    {
        study(u"design"_s);
        QCOMPARE(labelText("criteria"), u"Judged by 3 criteria"_s);
        QCOMPARE(labelText("clock"), u""_s);
        key(Qt::Key_C);
        QCOMPARE(labelText("clock"), u"10:00 left"_s);
        m_place->clock.advanceMs(61'000);
        QTRY_COMPARE(labelText("clock"), u"8:59 left"_s);
        key(Qt::Key_C); // stops
        m_place->clock.advanceMs(60'000);
        key(Qt::Key_C);
        QCOMPARE(labelText("clock"), u"8:59 left"_s);
        m_place->clock.advanceMs(10 * 60'000);
        QTRY_COMPARE(labelText("clock"), u"1:01 over the ten minutes"_s);
        QVERIFY(button("reveal")->isVisible()); // nothing is forced
        key(Qt::Key_Space);
        QVERIFY(isGradable());
        QCOMPARE(labelText("keyPointCount"), u"0 of 3 met"_s);
    }

private:
    void openWindow()
    {
        m_window.reset(new MainWindow(*m_library, *m_theme));
        m_window->resize(1280, 800);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void study(const QString &slug)
    {
        m_window->study({.listed = {*m_library->store().questions.idOf(slug)}});
        QCoreApplication::processEvents();
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

    CodeEdit *edit() const { return m_window->findChild<CodeEdit *>(); }
    QString lastLine() const { return edit()->toPlainText().section(u'\n', -1); }
    QColor colorAt(int line, int column) const
    {
        const QTextBlock block = edit()->document()->findBlockByNumber(line);
        for (const auto &range : block.layout()->formats())
            if (column >= range.start && column < range.start + range.length)
                return range.format.foreground().color();
        return {};
    }
    QAbstractButton *button(const char *name) const
    {
        return m_window->findChild<QAbstractButton *>(QLatin1StringView(name));
    }
    QString labelText(const char *name) const
    {
        const auto *label = m_window->findChild<QLabel *>(QLatin1StringView(name));
        return label ? label->text() : QString();
    }
    int topOf(const char *name) const
    {
        return m_window->findChild<QWidget *>(QLatin1StringView(name))->mapTo(m_window.get(), QPoint()).y();
    }
    int leftOf(const QWidget *widget) const { return widget->mapTo(m_window.get(), QPoint()).x(); }
    QScrollBar *cardBar() const { return m_window->findChild<QScrollArea *>(u"card"_s)->verticalScrollBar(); }
    bool isGradable() const { return !button("reveal")->isVisible(); }
    Rating lastRating() const { return m_library->store().reviews.allByQuestion()->last().rating; }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(StudyKindsTest)
#include "tst_studykinds.moc"
