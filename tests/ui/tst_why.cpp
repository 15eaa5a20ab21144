// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/fixture.h"
#include "library/session.h"
#include "ui/browse/browsepage.h"
#include "ui/mainwindow.h"
#include "ui/theme.h"
#include "ui/widgets/forgettingcurve.h"
#include "ui/widgets/whypanel.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QTextBrowser>

using namespace flaskcards;
using namespace flaskcards::test;

// "Why this card, why today", with keys.
class WhyPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(4);
        m_library = m_place->open();
        QVERIFY(m_library);
        m_theme.reset(new Theme(Theme::Mode::Light));
    }
    void cleanup()
    {
        m_theme->setTextScale(100); // the font is the application's
        m_window.reset();
        m_library.reset();
    }

    void iShowsWhyAndIAgainTakesItAway()
    {
        openWindow();
        key(Qt::Key_Space);
        QVERIFY(!panel()->isVisible());
        key(Qt::Key_I);
        QVERIFY(panel()->isVisible());
        QVERIFY(sentence().startsWith(u"New: "_s));
        QCOMPARE(panel()->accessibleDescription(), sentence());
        QVERIFY(!curve()->isVisible()); // nothing to draw yet
        key(Qt::Key_I);
        QVERIFY(!panel()->isVisible());
    }

    void neitherTheQuestionNorTheAnswerMovesForIt()
    {
        openWindow();
        key(Qt::Key_Space);
        const QPoint question = questionPlace();
        const QSize area = cardArea()->size();
        key(Qt::Key_I);
        QCOMPARE(questionPlace(), question);
        QCOMPARE(cardArea()->size(), area);
        key(Qt::Key_Space);
        QVERIFY(panel()->isVisible());
        QCOMPARE(questionPlace(), question);
        key(Qt::Key_I);
        QCOMPARE(questionPlace(), question);
    }

    void theNextCardComesWithoutIt()
    {
        openWindow();
        key(Qt::Key_Space);
        key(Qt::Key_I);
        key(Qt::Key_Space);
        key(Qt::Key_3);
        QCOMPARE(*m_library->store().reviews.count(), 1);
        QVERIFY(!panel()->isVisible());
    }

    void escapeClosesItBeforeItEndsTheSitting()
    {
        openWindow();
        key(Qt::Key_Space);
        key(Qt::Key_I);
        key(Qt::Key_Escape);
        QVERIFY(!panel()->isVisible());
        QVERIFY(cardArea()->isVisible());
        key(Qt::Key_I);
        m_window->findChild<QAbstractButton *>(u"closeWhy"_s)->setFocus(Qt::TabFocusReason);
        key(Qt::Key_Space);
        QVERIFY(!panel()->isVisible());
        QVERIFY(m_window->findChild<QAbstractButton *>(u"reveal"_s)->isVisible()); // Space only closed
        key(Qt::Key_Escape);
        QTRY_VERIFY(!cardArea()->isVisible());
    }

    void aCardWithAPastShowsItsCurveReadableByArrowKeys()
    {
        const QuestionId question = seenTwice();
        openWindow();
        m_window->study({.listed = {question}});
        key(Qt::Key_I);
        QVERIFY(curve()->isVisible());
        QVERIFY(curve()->accessibleDescription().contains(u"recall predicted"_s));
        curve()->setFocus(Qt::TabFocusReason);
        key(Qt::Key_End);
        QVERIFY2(curve()->accessibleDescription().contains(u": Hard, recall predicted"_s),
                 qPrintable(curve()->accessibleDescription()));
        key(Qt::Key_Home);
        QVERIFY(curve()->accessibleDescription().contains(u": Easy, then stable"_s));
    }

    void theCurveIsLeftOutWhereItDoesNotFit()
    {
        const QuestionId question = seenTwice();
        openWindow();
        m_window->resize(900, 600);
        m_theme->setTextScale(200);
        m_window->study({.listed = {question}});
        key(Qt::Key_I);
        QVERIFY(panel()->isVisible());
        QVERIFY(panel()->geometry().top() >= 0);
        QVERIFY(!curve()->isVisible());
    }

    void browseShowsItBelowTheCard()
    {
        Q_UNUSED(seenTwice());
        openWindow();
        m_window->resize(1600, 900);
        m_window->showBrowse();
        m_window->findChild<BrowsePage *>()->showQuery(u"is:review"_s);
        key(Qt::Key_Down);
        QWidget *preview = m_window->findChild<QWidget *>(u"preview"_s);
        QTRY_VERIFY(preview->findChild<ForgettingCurve *>()->isVisible());
        const auto *said = preview->findChild<QLabel *>(u"whySentence"_s);
        QVERIFY2(said->text().contains(u"Good brings it back"_s), qPrintable(said->text()));
    }

    void everyRatingHasAShapeOfItsOwn()
    {
        QList<QImage> shapes;
        for (const Rating rating : {Rating::Again, Rating::Hard, Rating::Good, Rating::Easy}) {
            QImage image(24, 24, QImage::Format_Grayscale8);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintRatingMark(painter, *m_theme, rating, {12, 12}, 16);
            painter.end();
            for (int y = 0; y < 24; ++y) {
                for (int x = 0; x < 24; ++x)
                    image.setPixelColor(x, y, qGray(image.pixel(x, y)) < 200 ? Qt::black : Qt::white);
            }
            for (const QImage &other : shapes)
                QVERIFY(other != image);
            shapes.append(image);
        }
    }

private:
    void openWindow()
    {
        m_window.reset(new MainWindow(*m_library, *m_theme));
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    // Easy, twelve days later Hard, and three days on.
    QuestionId seenTwice()
    {
        const QuestionId question = *m_library->store().questions.idOf(u"card-000"_s);
        for (const auto &[rating, daysAfter] : {std::pair(Rating::Easy, 12), std::pair(Rating::Hard, 3)}) {
            auto session = Session::start(*m_library, {.listed = {question}});
            session->reveal();
            if (!session->answer(rating))
                QTest::qFail("The answer was not taken.", __FILE__, __LINE__);
            m_place->clock.advanceMs(daysAfter * qint64(86'400'000));
        }
        return question;
    }

    void key(Qt::Key key)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_window.get(), key);
        QCoreApplication::processEvents();
    }

    QWidget *study() const { return m_window->findChild<QWidget *>(u"studyPage"_s); }
    QWidget *panel() const { return study()->findChild<WhyPanel *>(); }
    QWidget *curve() const { return panel()->findChild<ForgettingCurve *>(); }
    QString sentence() const { return panel()->findChild<QLabel *>(u"whySentence"_s)->text(); }
    QScrollArea *cardArea() const { return study()->findChild<QScrollArea *>(u"card"_s); }
    QPoint questionPlace() const
    {
        return cardArea()->findChild<QTextBrowser *>(u"title"_s)->mapTo(m_window.get(), QPoint());
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(WhyPanelTest)
#include "tst_why.moc"
