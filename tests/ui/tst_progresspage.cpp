// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/progresspage.h"

#include "../library/fixture.h"
#include "library/demo.h"
#include "library/session.h"
#include "ui/progress/calendarmap.h"
#include "ui/progress/exportcharts.h"
#include "ui/progress/forecastchart.h"
#include "ui/progress/knowledgechart.h"
#include "ui/progress/reviewschart.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segments.h"

#include <QFileDialog>
#include <QMenu>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

template <typename T>
T *find(const QWidget &page, const char *name)
{
    T *found = page.findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

void answerOne(Library &library)
{
    auto session = Session::start(library, {});
    QVERIFY(session && session->current());
    session->reveal();
    QVERIFY(session->answer(Rating::Good));
}

} // namespace

class ProgressPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(fillWithDemo({m_studied.data(), QString()}, {.days = 60}, m_studied.clock));
        auto library = Library::open({m_studied.data(), QString()}, m_studied.clock);
        QVERIFY(library);
        m_library = *std::move(library);
    }

    void init()
    {
        m_page = std::make_unique<ProgressPage>(*m_library, m_theme);
        m_page->resize(1104, 800);
        show(*m_page);
    }

    void withoutAnswersThereIsOneButtonThatStudies()
    {
        Place place;
        place.writeCards(3);
        const auto library = place.open();
        ProgressPage page(*library, m_theme);
        QSignalSpy study(&page, &ProgressPage::studyRequested);
        show(page);
        auto *nothing = find<EmptyState>(page, "nothingYet");
        QVERIFY(nothing->isVisible());
        QVERIFY(!page.findChild<ReviewsChart *>()); // charts are not even built
        QVERIFY(!find<Button>(page, "export")->isVisible());
        nothing->button()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(nothing->button(), Qt::Key_Return);
        QCOMPARE(study.size(), 1);

        answerOne(*library); // tells the page
        QVERIFY(!nothing->isVisible());
        QVERIFY(find<Panel>(page, "reviewsPanel")->isVisible());
    }

    void everyFocusableWidgetHasAName()
    {
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            if (widget->isVisible() && widget->focusPolicy() != Qt::NoFocus) {
                const auto *button = qobject_cast<const QAbstractButton *>(widget);
                QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                         widget->metaObject()->className());
            }
        }
    }

    void everyChartSaysInOneSentenceWhatItShows()
    {
        for (const char *name : {"reviewsChart", "calendarMap", "knowledgeChart", "forecastChart"})
            QVERIFY(find<QWidget>(*m_page, name)->accessibleDescription().endsWith(u'.'));
        for (const char *name :
             {"reviewsPanel", "calendarPanel", "knowledgePanel", "topicsPanel", "forecastPanel"})
            QVERIFY(find<QWidget>(*m_page, name)->accessibleName().endsWith(u'.'));
    }

    void theKeyboardReachesEveryChart()
    {
        QSet<QString> reached;
        find<Segments>(*m_page, "period")->findChildren<QRadioButton *>().first()->setFocus();
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            reached.insert(QApplication::focusWidget()->objectName());
        }
        for (const char *name : {"export", "reviewsChart", "calendarMap", "knowledgeChart", "forecastChart"})
            QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
    }

    void arrowKeysTellTheMarksOfAChart()
    {
        auto *chart = find<ReviewsChart>(*m_page, "reviewsChart");
        const QString summary = chart->accessibleDescription();
        chart->setFocus(Qt::TabFocusReason);
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chart->accessibleDescription(), chart->barWords(29));
        QVERIFY(chart->barWords(29).startsWith(u"Friday, 20 November"_s));
        QTest::keyClick(chart, Qt::Key_Left);
        QCOMPARE(chart->accessibleDescription(), chart->barWords(28));
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(chart->accessibleDescription(), chart->barWords(0));
        chart->clearFocus();
        QCOMPARE(chart->accessibleDescription(), summary);
    }

    void inTheCalendarUpIsTheDayBeforeAndLeftTheWeekBefore()
    {
        auto *map = find<CalendarMap>(*m_page, "calendarMap");
        map->setFocus(Qt::TabFocusReason);
        QTest::keyClick(map, Qt::Key_End);
        QVERIFY(map->accessibleDescription().startsWith(u"Friday, 20 November 2026"_s));
        QTest::keyClick(map, Qt::Key_Up);
        QVERIFY(map->accessibleDescription().startsWith(u"Thursday, 19 November 2026"_s));
        QTest::keyClick(map, Qt::Key_Left);
        QVERIFY(map->accessibleDescription().startsWith(u"Thursday, 12 November 2026"_s));
    }

    void whoComesHereScrollsByPageKeys()
    {
        m_page->resize(700, 500);
        m_page->setFocus(Qt::OtherFocusReason);
        const QScrollBar *bar = m_page->findChild<QScrollArea *>()->verticalScrollBar();
        QTRY_VERIFY(bar->maximum() > 0);
        QTRY_VERIFY(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_PageDown);
        QVERIFY(bar->value() > 0);
    }

    void thePeriodIsChosenByKeysAndRemembered()
    {
        auto *period = find<Segments>(*m_page, "period");
        period->findChildren<QRadioButton *>().first()->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QCOMPARE(period->index(), 2);
        const QString words = find<ReviewsChart>(*m_page, "reviewsChart")->barWords(52);
        QVERIFY2(words.startsWith(u"14 November to 20 November 2026"_s), qPrintable(words));

        ProgressPage again(*m_library, m_theme);
        QCOMPARE(find<Segments>(again, "period")->index(), 2);
        period->findChildren<QRadioButton *>().first()->click();
        QCOMPARE(period->index(), 0);
    }

    void aTopicAndTodayOpenTheirLists()
    {
        QSignalSpy lists(m_page.get(), &ProgressPage::listRequested);
        auto *topics = find<QWidget>(*m_page, "topicBars");
        auto *row = topics->findChild<QPushButton *>();
        QVERIFY(row);
        row->setFocus(Qt::TabFocusReason);
        QTest::keyClick(row, Qt::Key_Return);
        QCOMPARE(lists.takeFirst().first().toString(), row->objectName());
        QVERIFY(row->objectName().startsWith(u"topic:"_s));
        QVERIFY(topics->findChildren<QPushButton *>().size() <= 7);

        auto *forecast = find<ForecastChart>(*m_page, "forecastChart");
        forecast->setFocus(Qt::TabFocusReason);
        QTest::keyClick(forecast, Qt::Key_Home);
        QTest::keyClick(forecast, Qt::Key_Return);
        QCOMPARE(lists.takeFirst().first().toString(), u"is:due"_s);
        QTest::keyClick(forecast, Qt::Key_Right); // tomorrow has no list
        QTest::keyClick(forecast, Qt::Key_Return);
        QCOMPARE(lists.size(), 0);
    }

    void aClickOnTodaysBarOpensWhatIsDue()
    {
        QSignalSpy lists(m_page.get(), &ProgressPage::listRequested);
        auto *forecast = find<ForecastChart>(*m_page, "forecastChart");
        QTest::mouseClick(forecast, Qt::LeftButton, {},
                          QPoint(forecast->width() / 20, forecast->height() - 40));
        QCOMPARE(lists.takeFirst().first().toString(), u"is:due"_s);
    }

    void narrowPagesHaveOneColumnThatScrolls()
    {
        auto *reviews = find<Panel>(*m_page, "reviewsPanel");
        auto *topics = find<Panel>(*m_page, "topicsPanel");
        QTRY_VERIFY(topics->x() > reviews->geometry().right());
        m_page->resize(m_theme.px(990), 600);
        QTRY_COMPARE(topics->x(), reviews->x());
        QVERIFY(topics->y() > reviews->y());
        QTRY_VERIFY(find<ReviewsChart>(*m_page, "reviewsChart")->height() >= m_theme.px(160));
        QTRY_VERIFY(find<KnowledgeChart>(*m_page, "knowledgeChart")->height() >= m_theme.px(160));
    }

    void nothingIsCutAtAnySize_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("scale");
        QTest::newRow("design") << QSize(1104, 800) << 100;
        QTest::newRow("small window") << QSize(844, 600) << 100;
        QTest::newRow("smallest window") << QSize(584, 480) << 100;
        QTest::newRow("large text") << QSize(1104, 800) << 150;
        QTest::newRow("largest text") << QSize(1104, 800) << 200;
    }
    void nothingIsCutAtAnySize()
    {
        QFETCH(QSize, size);
        QFETCH(int, scale);
        m_theme.setTextScale(scale);
        m_page->resize(size);
        QCoreApplication::processEvents();
        const auto *area = m_page->findChild<QScrollArea *>();
        m_theme.setTextScale(100);
        QVERIFY2(area->widget()->width() <= area->viewport()->width(),
                 qPrintable(u"%1 in %2"_s.arg(area->widget()->width()).arg(area->viewport()->width())));
    }

    void exportAsksForAPlaceAndWritesTheFile_data()
    {
        QTest::addColumn<int>("entry");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("start");
        QTest::newRow("pdf") << 0 << u"charts.pdf"_s << QByteArray("%PDF-");
        QTest::newRow("png") << 1 << u"charts.png"_s << QByteArray("\x89PNG");
        QTest::newRow("csv") << 2 << u"numbers.csv"_s << QByteArray("chart,of,series,value\n");
    }
    void exportAsksForAPlaceAndWritesTheFile()
    {
        QFETCH(int, entry);
        QFETCH(QString, name);
        QFETCH(QByteArray, start);
        const QString path = m_studied.dir.filePath(name);
        chooseExport(entry, path);
        QTRY_VERIFY(QFile::exists(path));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().startsWith(start));
        QVERIFY(!find<Notice>(*m_page, "problem")->isVisible());
    }

    void aFileThatCannotBeWrittenIsToldInPlace()
    {
        const QString folder = m_studied.dir.filePath(u"taken.csv"_s);
        QVERIFY(QDir().mkpath(folder));
        chooseExport(2, folder);
        auto *problem = find<Notice>(*m_page, "problem");
        QVERIFY(problem->isVisible());
        QVERIFY(problem->accessibleDescription().contains(folder));
        QVERIFY(!saveAsPdf(*m_page, u"/nowhere/at/all.pdf"_s));
        QVERIFY(!saveAsPng(*m_page, u"/nowhere/at/all.png"_s));
    }

    void aHiddenPageReadsNothingUntilItIsShown()
    {
        auto *chart = find<ReviewsChart>(*m_page, "reviewsChart");
        m_page->hide();
        const QString before = chart->barWords(29);
        m_studied.clock.advanceMs(60'000);
        answerOne(*m_library);
        QCOMPARE(chart->barWords(29), before);
        m_page->show();
        QVERIFY(chart->barWords(29) != before);
        QVERIFY(m_library->undo());
        QCOMPARE(chart->barWords(29), before);
    }

    void chartsFollowTheTheme()
    {
        auto *chart = find<ReviewsChart>(*m_page, "reviewsChart");
        const auto corner = [&] {
            return chart->grab().toImage().pixelColor(0, 0);
        };
        QCOMPARE(corner(), m_theme.colors().surface);
        m_theme.setMode(Theme::Mode::Dark);
        QCOMPARE(corner(), m_theme.colors().surface);
        QVERIFY(m_theme.isDark());
        m_theme.setMode(Theme::Mode::Light);
    }

private:
    static void show(QWidget &page)
    {
        page.show();
        QVERIFY(QTest::qWaitForWindowExposed(&page));
        page.activateWindow();
    }

    void chooseExport(int entry, const QString &path)
    {
        find<Button>(*m_page, "export")->menu()->actions().at(entry)->trigger();
        auto *dialog = m_page->findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->fileSelected(path);
        dialog->close();
    }

    Theme m_theme{Theme::Mode::Light};
    Place m_studied;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<ProgressPage> m_page;
};

QTEST_MAIN(ProgressPageTest)
#include "tst_progresspage.moc"
