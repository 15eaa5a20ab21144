// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style.h"
#include "ui/stylefocus.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/gradebutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segments.h"
#include "ui/widgets/sidebar.h"
#include "ui/widgets/thinbar.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

using Look = Button::Look;

bool shows(QWidget &widget, const QColor &color)
{
    const QImage image = widget.grab().toImage();
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (image.pixelColor(x, y) == color)
                return true;
    return false;
}

QAccessible::Role roleOf(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->role();
}

QString spokenName(QWidget *widget)
{
    return QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name);
}

} // namespace

class TestWidgets : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_theme = std::make_unique<Theme>(Theme::Mode::Light);
        m_style = new Style(*m_theme);
        QApplication::setStyle(m_style);
    }

    void cleanup() { m_theme->setTextScale(100); }

    void cleanupTestCase()
    {
        QApplication::setStyle(u"Fusion"_s);
        m_theme.reset();
    }

    void spaceAndEnterPressEveryButton()
    {
        for (const Look look :
             {Look::Plain, Look::Filled, Look::Large, Look::Small, Look::Link, Look::Tool, Look::Quiet}) {
            Button button(*m_theme, look, u"Go"_s);
            button.show();
            QSignalSpy clicked(&button, &Button::clicked);
            for (const Qt::Key key : {Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter})
                QTest::keyClick(&button, key);
            QCOMPARE(clicked.count(), 3);
            button.setEnabled(false);
            button.click();
            QCOMPARE(clicked.count(), 3);
        }
    }

    void buttonsHaveTheirHeightsAndGrowWithTheText()
    {
        Button plain(*m_theme, Look::Plain, u"Study"_s);
        Button large(*m_theme, Look::Large, u"Study"_s);
        Button small(*m_theme, Look::Small, u"Study"_s);
        QVERIFY(plain.sizeHint().height() >= m_theme->px(36));
        QVERIFY(large.sizeHint().height() >= m_theme->px(56));
        QVERIFY(small.sizeHint().height() >= m_theme->px(28));
        const QSize before = plain.sizeHint();
        m_theme->setTextScale(200);
        QVERIFY(plain.sizeHint().height() >= 2 * before.height() - 2);
        QVERIFY(plain.sizeHint().width() >= 2 * before.width() - 8);
        QVERIFY(plain.minimumSizeHint().width() >= plain.sizeHint().width());
    }

    void iconButtonsHaveANameAndATipWithTheKey()
    {
        Button undo(*m_theme, Icon::Undo, u"Undo"_s);
        undo.setKeyCap(u"Ctrl+Z"_s);
        QCOMPARE(undo.toolTip(), u"Undo (Ctrl+Z)"_s);
        QCOMPARE(spokenName(&undo), u"Undo"_s);
        QCOMPARE(undo.sizeHint().width(), undo.sizeHint().height());
        Button show(*m_theme, Look::Large, u"Show answer"_s);
        const int before = show.sizeHint().width();
        show.setKeyCap(u"Space"_s);
        QVERIFY(show.sizeHint().width() > before + m_theme->px(20));
        QCOMPARE(roleOf(&show), QAccessible::Button);
    }

    void statesLookDifferent()
    {
        Button button(*m_theme, Look::Filled, u"Go"_s);
        button.resize(button.sizeHint());
        QVERIFY(shows(button, m_theme->colors().fill));
        button.setDown(true);
        QVERIFY(shows(button, m_theme->colors().fillPressed));
        button.setDown(false);
        button.setEnabled(false);
        QVERIFY(!shows(button, m_theme->colors().fill));
        QVERIFY(shows(button, m_theme->colors().border));
    }

    void aMenuButtonOpensItsMenuByEnter()
    {
        Button choice(*m_theme, Look::Plain, u"Whole bank"_s);
        const int before = choice.sizeHint().width();
        QMenu menu;
        QAction *first = menu.addAction(u"One"_s);
        choice.setMenu(&menu);
        QVERIFY(choice.sizeHint().width() > before);
        choice.show();
        QSignalSpy triggered(first, &QAction::triggered);
        QTimer::singleShot(0, &menu, [&menu] {
            QTest::keyClick(&menu, Qt::Key_Down);
            QTest::keyClick(&menu, Qt::Key_Return);
            menu.close();
        });
        QTest::keyClick(&choice, Qt::Key_Return);
        QTRY_COMPARE(triggered.count(), 1);
    }

    void theRingComesByKeyAndNotByClick()
    {
        QWidget window;
        QHBoxLayout row(&window);
        Button a(*m_theme, Look::Plain, u"A"_s);
        Button b(*m_theme, Look::Plain, u"B"_s);
        row.addWidget(&a);
        row.addWidget(&b);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *ring = m_style->findChild<FocusRing *>();
        QTest::mouseClick(&a, Qt::LeftButton);
        a.setFocus(Qt::MouseFocusReason);
        QCOMPARE(ring->around(), nullptr);
        QVERIFY(!shows(window, m_theme->colors().focus));
        QTest::keyClick(&a, Qt::Key_Tab);
        QVERIFY(b.hasFocus());
        QCOMPARE(ring->around(), &b);
        QTRY_VERIFY(shows(window, m_theme->colors().focus));
        QTest::mouseClick(&b, Qt::LeftButton);
        QCOMPARE(ring->around(), nullptr);
        QTest::keyClick(&b, Qt::Key_Backtab);
        QCOMPARE(ring->around(), &a);
    }

    void theRingGoesWithItsWidget()
    {
        auto *ring = m_style->findChild<FocusRing *>();
        QWidget window;
        const Button first(*m_theme, Look::Plain, u"A"_s, &window);
        auto *button = new Button(*m_theme, Look::Plain, u"B"_s, &window);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        button->setFocus(Qt::TabFocusReason);
        QCOMPARE(ring->around(), button);
        delete button;
        QCOMPARE(ring->around(), nullptr);
        QApplication::processEvents();
    }

    void arrowsMoveTheChoiceOfSegments()
    {
        Segments segments(*m_theme, u"Time box"_s, {u"10"_s, u"20"_s, u"All"_s});
        segments.setIndex(1);
        segments.show();
        segments.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&segments));
        QSignalSpy chosen(&segments, &Segments::chosen);
        const QList<QAbstractButton *> buttons = segments.findChildren<QAbstractButton *>();
        buttons.at(1)->setFocus(Qt::TabFocusReason);
        QTest::keyClick(buttons.at(1), Qt::Key_Right);
        QCOMPARE(segments.index(), 2);
        QCOMPARE(chosen.last().first().toInt(), 2);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left);
        QCOMPARE(segments.index(), 1);
        QCOMPARE(roleOf(buttons.at(0)), QAccessible::RadioButton);
        QCOMPARE(spokenName(buttons.at(2)), u"All"_s);
        QCOMPARE(spokenName(&segments), u"Time box"_s);
        segments.setIndex(0);
        QCOMPARE(chosen.count(), 2);
    }

    void segmentsKeepTheirWidth()
    {
        Segments segments(*m_theme, u"x"_s, {u"iii"_s, u"mmmmmm"_s});
        const QSize before = segments.sizeHint();
        segments.setIndex(1);
        QCOMPARE(segments.sizeHint(), before);
    }

    void tabReachesEveryControlOnce()
    {
        QWidget window;
        QHBoxLayout row(&window);
        Segments segments(*m_theme, u"x"_s, {u"a"_s, u"b"_s});
        Button plain(*m_theme, Look::Plain, u"A"_s);
        SearchField search(*m_theme, u"Search"_s);
        ThinBar bar(*m_theme, u"Bar"_s);
        Label label(*m_theme, TextRole::Interface, u"text"_s);
        for (QWidget *widget : std::initializer_list<QWidget *>{&plain, &segments, &bar, &label, &search})
            row.addWidget(widget);
        search.setText(u"x"_s);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        plain.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&plain, Qt::Key_Tab);
        QVERIFY(segments.isAncestorOf(QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QVERIFY(search.hasFocus());
        QTest::keyClick(&search, Qt::Key_Tab);
        QVERIFY(plain.hasFocus());
    }

    void gradesSayWordIntervalAndSuggestion()
    {
        GradeBar bar(*m_theme);
        QCOMPARE(bar.buttons().size(), 4);
        bar.setInterval(Rating::Good, u"13 days"_s);
        bar.setSuggested(Rating::Good);
        GradeButton *good = bar.buttons().at(2);
        QCOMPARE(spokenName(good), u"Good"_s);
        QCOMPARE(good->accessibleDescription(), u"13 days · suggested"_s);
        bar.setSuggested(std::nullopt);
        QCOMPARE(good->accessibleDescription(), u"13 days"_s);
        QSignalSpy graded(&bar, &GradeBar::graded);
        good->click();
        QCOMPARE(graded.first().first().value<Rating>(), Rating::Good);
    }

    void gradesNarrowerThan130BecomeTwoRows()
    {
        GradeBar bar(*m_theme);
        bar.show();
        const int gaps = 3 * m_theme->px(12);
        const int wide = 4 * m_theme->px(130) + gaps;
        bar.resize(wide, bar.heightForWidth(wide));
        QCOMPARE(bar.buttons().at(3)->y(), 0);
        bar.resize(wide - 8, bar.heightForWidth(wide - 8));
        QCOMPARE(bar.buttons().at(1)->y(), 0);
        QVERIFY(bar.buttons().at(2)->y() > 0);
        QVERIFY(bar.height() >= bar.buttons().at(3)->geometry().bottom());
    }

    void twoGradesHaveTheColoursOfAgainAndGood()
    {
        GradeBar bar(*m_theme);
        bar.resize(720, 60);
        bar.setTwoGrades(true);
        QCOMPARE(bar.buttons().size(), 2);
        QCOMPARE(bar.buttons().at(1)->rating(), Rating::Good);
        QVERIFY(shows(bar, m_theme->rating(Rating::Again)));
        QVERIFY(shows(bar, m_theme->rating(Rating::Good)));
        QVERIFY(!shows(bar, m_theme->rating(Rating::Easy)));
    }

    void theSidebarTellsWhatWasPressedAndLeavesTheChoiceToItsOwner()
    {
        Sidebar side(*m_theme, u"Flaskcards"_s);
        QCOMPARE(side.addItem(Icon::Today, u"Today"_s, u"Ctrl+1"_s), 0);
        QCOMPARE(side.addBottomItem(Icon::Help, u"Keys"_s, u"F1"_s, true), 1);
        QCOMPARE(side.addItem(Icon::Study, u"Study"_s, u"Ctrl+2"_s), 2);
        side.setCount(2, 24);
        side.resize(176, 600);
        side.show();
        QSignalSpy activated(&side, &Sidebar::activated);
        const QList<QAbstractButton *> items = side.findChildren<QAbstractButton *>();
        QCOMPARE(items.size(), 3);
        items.at(2)->click();
        QCOMPARE(activated.first().first().toInt(), 2);
        QCOMPARE(side.current(), -1);
        QVERIFY(!items.at(2)->isChecked());
        side.setCurrent(2);
        QVERIFY(items.at(2)->isChecked());
        QCOMPARE(items.at(2)->accessibleDescription(), u"24"_s);
        QCOMPARE(items.at(2)->toolTip(), u"Study (Ctrl+2)"_s);
        QVERIFY(items.at(0)->y() < items.at(2)->y() && items.at(2)->y() < items.at(1)->y());
    }

    void theRailIsNarrowAndKeepsItsNames()
    {
        Sidebar side(*m_theme, u"Flaskcards"_s);
        side.addItem(Icon::Today, u"Today"_s, u"Ctrl+1"_s);
        QCOMPARE(side.sizeHint().width(), m_theme->px(176));
        side.setRail(true);
        QCOMPARE(side.sizeHint().width(), m_theme->px(56));
        QCOMPARE(side.width(), m_theme->px(56));
        QCOMPARE(spokenName(side.findChild<QAbstractButton *>()), u"Today"_s);
    }

    void theSearchFieldClearsByButtonAndEscape()
    {
        SearchField search(*m_theme, u"Search"_s);
        search.resize(300, 40);
        search.show();
        auto *clear = search.findChild<Button *>();
        QVERIFY(clear->isHidden());
        search.setText(u"x"_s);
        QVERIFY(clear->isVisible());
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(search.text(), QString());
        search.setText(u"x"_s);
        QTest::keyClick(&search, Qt::Key_Escape);
        QCOMPARE(search.text(), QString());
        QCOMPARE(spokenName(&search), u"Search"_s);
    }

    void aSearchErrorIsSeenAndHeard()
    {
        SearchField search(*m_theme, u"Search"_s);
        search.resize(300, 40);
        QVERIFY(!shows(search, m_theme->colors().danger));
        search.setError(u"There is no level “exprt”."_s);
        QVERIFY(shows(search, m_theme->colors().danger));
        QCOMPARE(search.accessibleDescription(), u"There is no level “exprt”."_s);
        search.setError({});
        QVERIFY(!shows(search, m_theme->colors().danger));
    }

    void aBarShowsItsShareAndTarget()
    {
        ThinBar bar(*m_theme, u"Recall"_s, 6);
        bar.resize(100, bar.sizeHint().height());
        bar.setShare(0.5);
        const QImage half = bar.grab().toImage();
        QCOMPARE(half.pixelColor(30, half.height() / 2), m_theme->colors().chart);
        QCOMPARE(half.pixelColor(70, half.height() / 2), m_theme->colors().heat[0]);
        bar.setTarget(0.9);
        bar.resize(100, bar.sizeHint().height());
        QCOMPARE(bar.grab().toImage().pixelColor(90, 0), m_theme->colors().text);
        QCOMPARE(roleOf(&bar), QAccessible::ProgressBar);
        QCOMPARE(spokenName(&bar), u"Recall"_s);
    }

    void panelsShowOnlyTheRowsThatAreSet()
    {
        Panel bare(*m_theme);
        Panel titled(*m_theme);
        titled.setTitle(u"Recall rose."_s);
        titled.setCaption(u"in %"_s);
        QVERIFY(titled.sizeHint().height() > bare.sizeHint().height() + m_theme->px(30));
        titled.setTitle({});
        titled.setCaption({});
        QCOMPARE(titled.sizeHint().height(), bare.sizeHint().height());
    }

    void noticesAndEmptyStatesSpeak()
    {
        Notice notice(*m_theme, Notice::Kind::Error, u"It stopped."_s, u"Nothing was changed."_s);
        QCOMPARE(notice.accessibleName(), u"It stopped."_s);
        QCOMPARE(notice.accessibleDescription(), u"Nothing was changed."_s);
        notice.resize(400, notice.sizeHint().height());
        QVERIFY(shows(notice, m_theme->colors().danger));
        EmptyState empty(*m_theme, u"Nothing is due"_s, u"The next come tomorrow."_s, u"Study ahead"_s);
        QSignalSpy pressed(&empty, &EmptyState::pressed);
        empty.button()->click();
        QCOMPARE(pressed.count(), 1);
        QCOMPARE(EmptyState(*m_theme, u"a"_s, u"b"_s).button(), nullptr);
    }

    void labelsFollowTheThemeAndShowTagsAsText()
    {
        Label label(*m_theme, TextRole::Caption, u"<b>x</b>"_s);
        label.setColor(&Tokens::text2);
        QCOMPARE(label.textFormat(), Qt::PlainText);
        QCOMPARE(label.palette().color(QPalette::WindowText), m_theme->colors().text2);
        const double before = label.font().pointSizeF();
        m_theme->setTextScale(150);
        QCOMPARE(label.font().pointSizeF(), before * 1.5);
        m_theme->setMode(Theme::Mode::Dark);
        QCOMPARE(label.palette().color(QPalette::WindowText), darkTokens().text2);
        m_theme->setMode(Theme::Mode::Light);
    }

    void everyControlHasAName()
    {
        QWidget window;
        new Button(*m_theme, Look::Plain, u"A"_s, &window);
        new Button(*m_theme, Icon::More, u"More"_s, &window);
        new GradeBar(*m_theme, &window);
        new Segments(*m_theme, u"x"_s, {u"a"_s, u"b"_s}, &window);
        new SearchField(*m_theme, u"Search"_s, &window);
        (new Sidebar(*m_theme, u"F"_s, &window))->addItem(Icon::Today, u"Today"_s, {});
        for (QWidget *widget : window.findChildren<QWidget *>())
            if (widget->focusPolicy() != Qt::NoFocus)
                QVERIFY2(!spokenName(widget).isEmpty(), widget->metaObject()->className());
    }

private:
    std::unique_ptr<Theme> m_theme;
    Style *m_style = nullptr; // owned by the application
};

QTEST_MAIN(TestWidgets)
#include "tst_widgets.moc"
