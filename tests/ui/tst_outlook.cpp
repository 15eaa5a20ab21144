// SPDX-License-Identifier: GPL-3.0-or-later
#include "../library/fixture.h"
#include "library/demo.h"
#include "library/operations.h"
#include "library/session.h"
#include "ui/progress/outlookdayschart.h"
#include "ui/progress/outlookrecallchart.h"
#include "ui/progress/outlookrun.h"
#include "ui/progress/outlooksection.h"
#include "ui/progress/outlookwhatifchart.h"
#include "ui/progress/outlookwords.h"
#include "ui/progress/plot.h"
#include "ui/progress/progresspage.h"
#include "ui/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/segments.h"

#include <QFileDialog>
#include <QMenu>
#include <QRadioButton>
#include <QScrollArea>
#include <QSignalSpy>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr int patienceMs = 60'000;

template <typename T>
T *find(const QWidget &page, const char *name)
{
    T *found = page.findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

void show(QWidget &widget)
{
    widget.show();
    QVERIFY(QTest::qWaitForWindowExposed(&widget));
    widget.activateWindow();
}

QString sentenceOf(const QWidget &section)
{
    return find<Label>(section, "outlookSentence")->text();
}

Outlook shortOutlook()
{
    Outlook outlook{.today = 20'000, .desiredRetention = 0.9, .questions = 347};
    for (int day = 0; day < 14; ++day) {
        outlook.days.push_back(
            {.reviews = 20, .passed = 18, .introduced = 5, .minutes = 20.0 - day, .recalled = 300.0 + day});
        outlook.withoutWork.push_back({.recalled = 290.0 - day});
    }
    outlook.retentions = {{0.85, 11, 301, 15}, {0.9, 13.5, 313, 20}, {0.95, 22, 330, 40}};
    return outlook;
}

} // namespace

class OutlookUiTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(fillWithDemo({m_studied.data(), QString()}, {.days = 60}, m_studied.clock));
        auto library = Library::open({m_studied.data(), QString()}, m_studied.clock);
        QVERIFY(library);
        m_library = *std::move(library);
        m_section = std::make_unique<OutlookSection>(*m_library, m_theme);
        m_section->resize(1040, 700);
        show(*m_section);
        QTRY_VERIFY_WITH_TIMEOUT(m_section->outlook(), patienceMs);
    }

    void cleanupTestCase() { m_section.reset(); }

    void theFindingsSayWhatIsToCome()
    {
        const Outlook outlook = shortOutlook();
        QCOMPARE(workFinding(outlook), u"The work falls from about 17\u00a0min to 10\u00a0min a day."_s);
        QVERIFY2(recalledFinding(outlook).startsWith(u"About 313 of 347"_s),
                 qPrintable(recalledFinding(outlook)));
        QVERIFY(recalledFinding(outlook).endsWith(u"; 277 without studying."_s));
        const QString sentence = whatIfSentence(outlook, outlook.retentions.front());
        QVERIFY2(sentence.startsWith(
                     u"At 90\u00a0% you spend about 14\u00a0min a day and recall about 313 of 347"_s),
                 qPrintable(sentence));
        QVERIFY(sentence.endsWith(u"85\u00a0% would take about 11\u00a0min and recall about 301."_s));
        QVERIFY(!whatIfSentence(outlook, outlook.retentions[1]).contains(u"would"_s));
        QCOMPARE(firstComparison(outlook.retentions, 0.9), 0);
        QCOMPARE(firstComparison(outlook.retentions, 0.85), 1);
    }

    void itSaysOnceThatItIsASimulation()
    {
        int said = 0;
        for (const QLabel *label : m_section->findChildren<QLabel *>())
            said += int(label->text().count(u"simulation"_s, Qt::CaseInsensitive));
        QCOMPARE(said, 1);
    }

    void everyFocusableWidgetHasANameAndEveryChartASentence()
    {
        for (const QWidget *widget : m_section->findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus)
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     widget->metaObject()->className());
        }
        for (const char *name : {"outlookDaysChart", "outlookRecallChart", "outlookWhatIfChart"})
            QVERIFY2(find<QWidget>(*m_section, name)->accessibleDescription().endsWith(u'.'), name);
        for (const char *name : {"outlookDaysPanel", "outlookRecallPanel"})
            QVERIFY2(find<QWidget>(*m_section, name)->accessibleName().endsWith(u'.'), name);
    }

    void theWheelOverAChartIsLeftToThePage()
    {
        for (Plot *chart : m_section->findChildren<Plot *>()) {
            QWheelEvent turned(QPointF(20, 20), chart->mapToGlobal(QPointF(20, 20)), {}, {0, -120},
                               Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(chart, &turned);
            QVERIFY(!turned.isAccepted());
        }
    }

    void arrowKeysTellTheDays()
    {
        auto *chart = find<OutlookDaysChart>(*m_section, "outlookDaysChart");
        chart->setFocus(Qt::TabFocusReason);
        QTest::keyClick(chart, Qt::Key_Home);
        QCOMPARE(chart->accessibleDescription(), chart->spanWords(0));
        QVERIFY2(chart->spanWords(0).startsWith(u"Friday, 20 November\nReviews: "_s),
                 qPrintable(chart->spanWords(0)));
        auto *recall = find<OutlookRecallChart>(*m_section, "outlookRecallChart");
        recall->setFocus(Qt::TabFocusReason);
        QTest::keyClick(recall, Qt::Key_End);
        QVERIFY2(recall->accessibleDescription().startsWith(u"At the end of 19 December 2026"_s),
                 qPrintable(recall->accessibleDescription()));
    }

    void enterOrAClickOnAPointComparesIt()
    {
        auto *chart = find<OutlookWhatIfChart>(*m_section, "outlookWhatIfChart");
        QVERIFY2(sentenceOf(*m_section).contains(u"85\u00a0% would take"_s),
                 qPrintable(sentenceOf(*m_section)));
        chart->setFocus(Qt::TabFocusReason);
        QTest::keyClick(chart, Qt::Key_Home);
        QVERIFY(chart->accessibleDescription().startsWith(u"Desired retention 70\u00a0%"_s));
        QTest::keyClick(chart, Qt::Key_Return);
        QVERIFY2(sentenceOf(*m_section).contains(u"70\u00a0% would take"_s),
                 qPrintable(sentenceOf(*m_section)));
        QTest::mouseClick(chart, Qt::LeftButton, {}, chart->choiceBox(29).center().toPoint());
        QVERIFY2(sentenceOf(*m_section).contains(u"99\u00a0% would take"_s),
                 qPrintable(sentenceOf(*m_section)));
        QVERIFY(chart->choiceWords(20).contains(u"(now)"_s));
    }

    void theDaysAreChosenByKeysAndRemembered()
    {
        auto *days = find<Segments>(*m_section, "outlookDays");
        auto *status = find<Label>(*m_section, "outlookStatus");
        days->findChildren<QRadioButton *>().first()->setFocus();
        const int height = m_section->sizeHint().height();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
        QVERIFY(status->isVisible());
        QCOMPARE(m_section->outlook()->days.size(), size_t(30)); // the old one stays
        QTRY_COMPARE_WITH_TIMEOUT(m_section->outlook()->days.size(), size_t(90), patienceMs);
        QVERIFY(!status->isVisible());
        QCOMPARE(m_section->sizeHint().height(), height);
        const auto *chart = find<OutlookDaysChart>(*m_section, "outlookDaysChart");
        QVERIFY2(chart->spanWords(0).startsWith(u"20 November to 26 November 2026\nReviews a day: "_s),
                 qPrintable(chart->spanWords(0)));
        const OutlookSection again(*m_library, m_theme);
        QCOMPARE(find<Segments>(again, "outlookDays")->index(), 1);
        days->findChildren<QRadioButton *>().first()->click();
        QTRY_COMPARE_WITH_TIMEOUT(m_section->outlook()->days.size(), size_t(30), patienceMs);
    }

    void onlyTheLastRequestIsTold()
    {
        OutlookRun run(*m_library);
        QSignalSpy finished(&run, &OutlookRun::finished);
        run.request(365);
        QTest::qWait(350); // it plays now
        run.request(90);
        run.request(30);
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, patienceMs);
        QCOMPARE(finished.first().first().value<Outlook>().days.size(), size_t(30));
        QTest::qWait(100);
        QCOMPARE(finished.size(), 1);
        QVERIFY(!run.isBusy());
    }

    void aClosedSectionStopsAndStartsAgainWhenShown()
    {
        OutlookSection section(*m_library, m_theme);
        section.resize(1040, 700);
        show(section);
        section.hide();
        QTest::qWait(600);
        QVERIFY(!section.outlook());
        show(section);
        QTRY_VERIFY_WITH_TIMEOUT(section.outlook(), patienceMs);
    }

    void aChangeOfTheLibraryIsPlayedAnew()
    {
        Place place;
        place.writeCards(12);
        const auto library = place.open();
        OutlookSection section(*library, m_theme);
        section.resize(1040, 700);
        show(section);
        QTRY_VERIFY_WITH_TIMEOUT(section.outlook(), patienceMs);
        QCOMPARE(section.outlook()->questions, 12);
        QList<QuestionId> all;
        for (const StoredCard &card : *library->store().cards.active())
            all.append(card.card.question);
        QVERIFY(library->apply(suspendOperation(all.first(2), true)));
        QTRY_COMPARE_WITH_TIMEOUT(section.outlook()->questions, 10, patienceMs);
        QVERIFY(!find<EmptyState>(section, "outlookEmpty")->isVisible());
        QVERIFY(library->apply(suspendOperation(all, true)));
        QTRY_VERIFY_WITH_TIMEOUT(find<EmptyState>(section, "outlookEmpty")->isVisible(), patienceMs);
        QVERIFY(!find<Panel>(section, "outlookWhatIfPanel")->isVisible());
    }

    void itStandsAtTheEndOfProgressAndInItsTable()
    {
        ProgressPage page(*m_library, m_theme);
        page.resize(1104, 800);
        show(page);
        auto *section = find<OutlookSection>(page, "outlook");
        QTRY_VERIFY_WITH_TIMEOUT(section->outlook(), patienceMs);
        auto *area = page.findChild<QScrollArea *>();
        const int top = section->mapTo(area->widget(), QPoint()).y();
        QVERIFY(top > area->viewport()->height() - m_theme.px(60)); // below the first screen …
        QVERIFY(top < area->viewport()->height());                  // … with its heading in sight
        find<QWidget>(page, "outlookWhatIfChart")->setFocus(Qt::TabFocusReason);
        const QString path = m_studied.dir.filePath(u"outlook.csv"_s);
        find<Button>(page, "export")->menu()->actions().at(2)->trigger();
        auto *dialog = page.findChild<QFileDialog *>();
        QVERIFY(dialog);
        emit dialog->fileSelected(path);
        dialog->close();
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray table = file.readAll();
        QVERIFY(table.contains("\noutlook,2026-11-20,minutes,"));
        QVERIFY(table.contains("\nwhat_if,0.9,recalled,"));
    }

    void withoutAnswersThereIsNoOutlook()
    {
        Place place;
        place.writeCards(3);
        const auto library = place.open();
        ProgressPage page(*library, m_theme);
        show(page);
        QVERIFY(find<EmptyState>(page, "nothingYet")->isVisible());
        QVERIFY(!page.findChild<OutlookSection *>());
    }

private:
    Theme m_theme{Theme::Mode::Light};
    Place m_studied;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<OutlookSection> m_section;
};

QTEST_MAIN(OutlookUiTest)
#include "tst_outlook.moc"
