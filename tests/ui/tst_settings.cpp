// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/background.h"
#include "library/backups.h"
#include "library/check.h"
#include "library/demo.h"
#include "library/fitting.h"
#include "library/fixture.h"
#include "library/moves.h"
#include "ui/mainwindow.h"
#include "ui/settings/settingsdialog.h"
#include "ui/style.h"
#include "ui/theme.h"
#include "ui/voice/voice.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStackedWidget>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

int dayNumber(const QDate &date)
{
    return int(QDate(1970, 1, 1).daysTo(date));
}

} // namespace

// The settings as a person changes them: by keys and fields, then Save.
class SettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const LibraryPlace place{m_studied.path(), QString()};
        QVERIFY(fillWithDemo(place, {.days = 60, .seed = 5}, m_clock));
    }
    void init()
    {
        m_dir.reset(new QTemporaryDir);
        m_theme.reset(new Theme(Theme::Mode::Light));
    }
    void cleanup()
    {
        m_dialog.reset();
        m_background.reset();
        m_library.reset();
    }

    void aNewcomerSeesTheFirstPageOnly()
    {
        openFresh();
        QVERIFY(!pages()->isVisible());
        QVERIFY(field<QSpinBox>("minutesPerDay")->isVisible());
        QVERIFY(field<QSpinBox>("retention")->isVisible());
        QVERIFY(field<QComboBox>("hasInterview")->isVisible());
        QVERIFY(!field<QSpinBox>("newPerDay")->isVisible());
        QVERIFY(field<QSpinBox>("minutesPerDay")->hasFocus());
    }

    void moreOpensTheListOfPagesAndIsRemembered()
    {
        openFresh();
        button("more")->setFocus();
        key(Qt::Key_Space);
        QVERIFY(pages()->hasFocus());
        key(Qt::Key_Down);
        QVERIFY(field<QSpinBox>("newPerDay")->isVisible());
        key(Qt::Key_Escape);
        showDialog();
        QVERIFY(pages()->isVisible());
        button("more")->click();
        QVERIFY(!pages()->isVisible());
        QVERIFY(field<QSpinBox>("minutesPerDay")->isVisible());
    }

    void theFirstPageIsSaved()
    {
        openFresh();
        field<QSpinBox>("minutesPerDay")->setValue(45);
        field<QSpinBox>("retention")->setValue(93);
        QVERIFY(!field<QDateEdit>("interviewDate")->isVisible());
        field<QComboBox>("hasInterview")->setCurrentIndex(1);
        QVERIFY(field<QDateEdit>("interviewDate")->isVisible());
        field<QDateEdit>("interviewDate")->setDate(QDate(2026, 12, 14));
        save();
        QCOMPARE(preferences().minutesPerDay, 45);
        QCOMPARE(preferences().scheduling.desiredRetention, 0.93);
        QCOMPARE(preferences().interviewDay, dayNumber(QDate(2026, 12, 14)));
        showDialog();
        QCOMPARE(field<QDateEdit>("interviewDate")->date(), QDate(2026, 12, 14));
        field<QComboBox>("hasInterview")->setCurrentIndex(0);
        save();
        QCOMPARE(preferences().interviewDay, 0);
    }

    void savingWithoutAChangeChangesNothing()
    {
        openFresh();
        Preferences odd = preferences();
        odd.scheduling.desiredRetention = 0.876;
        odd.week = {1, 0.3, 1, 1, 1, 0.8, 0};
        odd.daysOff = {5, 20'900, 21'000};
        odd.scheduling.leechThreshold = 250;
        odd.scheduling.learningStepsMinutes = {0.5, 90};
        QVERIFY(m_library->setPreferences(odd));
        showDialog();
        save();
        QVERIFY(preferences() == odd);
    }

    void aDateThatIsOverIsExplainedAndNotSaved()
    {
        openFresh();
        field<QSpinBox>("minutesPerDay")->setValue(45);
        field<QComboBox>("hasInterview")->setCurrentIndex(1);
        auto *date = field<QDateEdit>("interviewDate");
        date->setDate(QDate(2026, 11, 1));
        button("save")->click();
        QVERIFY(m_dialog->isVisible());
        QVERIFY(date->property("invalid").toBool());
        QVERIFY(complaint().contains(u"over"_s));
        QCOMPARE(preferences().minutesPerDay, 20);
        date->setDate(QDate(2026, 12, 1));
        QVERIFY(complaint().isEmpty());
        save();
        QCOMPARE(preferences().minutesPerDay, 45);
    }

    void cardsADayAndTheirOrderAreSaved()
    {
        openFresh();
        field<QSpinBox>("newPerDay")->setValue(15);
        field<QSpinBox>("reviewsPerDay")->setValue(120);
        field<QComboBox>("newOrder")->setCurrentIndex(int(NewOrder::Prerequisites));
        field<QComboBox>("reviewOrder")->setCurrentIndex(int(ReviewOrder::Difficulty));
        save();
        QCOMPARE(preferences().newPerDay, 15);
        QCOMPARE(preferences().reviewsPerDay, 120);
        QCOMPARE(preferences().newOrder, NewOrder::Prerequisites);
        QCOMPARE(preferences().reviewOrder, ReviewOrder::Difficulty);
        QCOMPARE(preferences().todayOnly, DayLimits());
    }

    void todayAloneCanHaveOtherNumbers()
    {
        openFresh();
        const int today = m_library->today();
        field<QSpinBox>("newPerDay")->setValue(12);
        QCOMPARE(field<QSpinBox>("newToday")->value(), 12); // follows
        QVERIFY(!button("asOtherDays")->isEnabled());
        field<QSpinBox>("newToday")->setValue(3);
        field<QSpinBox>("newPerDay")->setValue(14);
        QCOMPARE(field<QSpinBox>("newToday")->value(), 3);
        save();
        QCOMPARE(preferences().todayOnly, (DayLimits{today, 3, 200}));
        showDialog();
        QVERIFY(button("asOtherDays")->isEnabled());
        button("asOtherDays")->click();
        QCOMPARE(field<QSpinBox>("newToday")->value(), 14);
        save();
        QCOMPARE(preferences().todayOnly, DayLimits());
    }

    void stepsAndLimitsAreSaved()
    {
        openFresh();
        field<QLineEdit>("learningSteps")->setText(u"30s 5m 1h"_s);
        field<QLineEdit>("relearningSteps")->setText(QString());
        field<QSpinBox>("learnAhead")->setValue(5);
        field<QSpinBox>("leechThreshold")->setValue(0);
        QVERIFY(!field<QComboBox>("leechAction")->isEnabled());
        field<QSpinBox>("leechThreshold")->setValue(4);
        field<QComboBox>("leechAction")->setCurrentIndex(1);
        field<QSpinBox>("rollover")->setValue(6);
        field<QSpinBox>("maximumInterval")->setValue(365);
        save();
        const SchedulingSettings &settings = preferences().scheduling;
        QCOMPARE(settings.learningStepsMinutes, (QList<double>{0.5, 5, 60}));
        QCOMPARE(settings.relearningStepsMinutes, QList<double>());
        QCOMPARE(preferences().learnAheadMinutes, 5);
        QCOMPARE(settings.leechThreshold, 4);
        QCOMPARE(preferences().leechAction, LeechAction::Suspend);
        QCOMPARE(preferences().rolloverHour, 6);
        QCOMPARE(settings.maximumIntervalDays, 365);
    }

    void aStepThatIsNoDelayIsExplainedBelowItsFieldAndNothingIsSaved()
    {
        openFresh();
        field<QSpinBox>("newPerDay")->setValue(15);
        auto *steps = field<QLineEdit>("relearningSteps");
        steps->setText(u"10m soon"_s);
        button("save")->click();
        QVERIFY(m_dialog->isVisible());
        QVERIFY(steps->isVisible()); // although only the first page was open
        QVERIFY(steps->hasFocus());
        QVERIFY(complaint().contains(u"soon"_s));
        QCOMPARE(steps->accessibleDescription(), complaint());
        QCOMPARE(preferences().newPerDay, 10);
        QTest::keyClicks(steps, u"20m"_s); // replaces the selected text
        QVERIFY(complaint().isEmpty());
        save();
        QCOMPARE(preferences().scheduling.relearningStepsMinutes, QList<double>{20});
        QCOMPARE(preferences().newPerDay, 15);
    }

    void weekdaysAndDaysOffAreSaved()
    {
        openMore(3);
        auto *saturday = m_dialog->findChild<QWidget *>(u"weekday6"_s);
        saturday->findChildren<QAbstractButton *>().at(1)->click();
        auto *sunday = m_dialog->findChild<QWidget *>(u"weekday7"_s);
        sunday->findChildren<QAbstractButton *>().at(2)->click();
        field<QDateEdit>("dayOffFrom")->setDate(QDate(2026, 12, 24));
        field<QDateEdit>("dayOffTo")->setDate(QDate(2026, 12, 26));
        button("addDayOff")->click();
        auto *list = field<QListWidget>("daysOff");
        QCOMPARE(list->count(), 1);
        field<QDateEdit>("dayOffFrom")->setDate(QDate(2027, 1, 1));
        QCOMPARE(field<QDateEdit>("dayOffTo")->date(), QDate(2027, 1, 1)); // never before the first
        button("addDayOff")->click();
        QCOMPARE(list->count(), 2);
        save();
        QCOMPARE(preferences().week, (WeekShares{1, 1, 1, 1, 1, 0.5, 0}));
        const int eve = dayNumber(QDate(2026, 12, 24));
        QCOMPARE(preferences().daysOff, (QList<int>{eve, eve + 1, eve + 2, eve + 8}));
        showDialog();
        pages()->setCurrentRow(3);
        list = field<QListWidget>("daysOff");
        list->setFocus();
        list->setCurrentRow(0);
        key(Qt::Key_Delete);
        save();
        QCOMPARE(preferences().daysOff, QList<int>{eve + 8});
    }

    void aDayOffThatIsOverIsNotAdded()
    {
        openMore(3);
        field<QDateEdit>("dayOffFrom")->setDate(QDate(2026, 11, 2));
        button("addDayOff")->click();
        QVERIFY(field<QLabel>("dayOffProblem")->isVisible());
        QCOMPARE(field<QListWidget>("daysOff")->count(), 0);
    }

    void aWeekWithoutADayIsRefused()
    {
        openMore(3);
        for (int day = 1; day <= 7; ++day)
            m_dialog->findChild<QWidget *>(u"weekday%1"_s.arg(day))
                ->findChildren<QAbstractButton *>()
                .at(2)
                ->click();
        button("save")->click();
        QVERIFY(m_dialog->isVisible());
        QVERIFY(complaint().contains(u"weekday"_s));
        QCOMPARE(preferences().week, fullWeek);
    }

    void withoutCardsInReviewNothingIsAsked()
    {
        openFresh();
        field<QSpinBox>("retention")->setValue(80);
        save();
        QCOMPARE(preferences().scheduling.desiredRetention, 0.8);
    }

    void whatMovesCardsAsksFirstAndByDefaultMovesNone()
    {
        openStudied();
        const QList<StoredCard> before = *m_library->store().cards.all();
        field<QSpinBox>("retention")->setValue(80);
        button("save")->click();
        QDialog *question = moveQuestion();
        QVERIFY(question && question->isVisible());
        QVERIFY(question->findChild<QLabel *>(u"moveWords"_s)->text().contains(u"30 days"_s));
        QCOMPARE(preferences().scheduling.desiredRetention, 0.9); // nothing yet
        QTest::keyClick(question, Qt::Key_Return);
        QVERIFY(!m_dialog->isVisible());
        QCOMPARE(preferences().scheduling.desiredRetention, 0.8);
        const QList<StoredCard> after = *m_library->store().cards.all();
        for (qsizetype i = 0; i < after.size(); ++i)
            QCOMPARE(after.at(i).card.schedule.dueDay, before.at(i).card.schedule.dueDay);
    }

    void cardsMoveNowAndUndoTakesItBack()
    {
        openStudied();
        const QString before = dump(*m_library);
        field<QSpinBox>("maximumInterval")->setValue(3);
        Preferences wished = preferences();
        wished.scheduling.maximumIntervalDays = 3;
        const MovePreview preview = *previewMove(*m_library, wished);
        QVERIFY(preview.earlier > 0);
        button("save")->click();
        auto *words = moveQuestion()->findChild<QLabel *>(u"moveWords"_s);
        QVERIFY(words->text().contains(QString::number(preview.earlier)));
        moveQuestion()->findChild<QAbstractButton *>(u"moveNow"_s)->click();
        QVERIFY(!m_dialog->isVisible());
        int latest = 0;
        for (const StoredCard &stored : *m_library->store().cards.all()) {
            if (stored.card.schedule.phase == Phase::Review)
                latest = std::max(latest, stored.card.schedule.dueDay);
        }
        QVERIFY(latest <= m_library->today() + 3);
        QCOMPARE(replayAll(m_library->store())->differ, QStringList());
        QVERIFY(m_library->undo());
        QCOMPARE(dump(*m_library), before);
    }

    void escGoesFromTheQuestionBackToTheSettings()
    {
        openStudied();
        field<QSpinBox>("retention")->setValue(80);
        button("save")->click();
        QTest::keyClick(moveQuestion(), Qt::Key_Escape);
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(preferences().scheduling.desiredRetention, 0.9);
        QCOMPARE(field<QSpinBox>("retention")->value(), 80);
        QTRY_VERIFY(!moveQuestion());
    }

    void fittingTellsWhatItIsWorthAndIsTakenOverOnSaving()
    {
        openStudied();
        QVERIFY(m_fitting);
        more(4);
        QSignalSpy finished(m_fitting, &Fitting::finished);
        button("fit")->click();
        QTRY_VERIFY(button("cancelFit")->hasFocus());
        QVERIFY(finished.wait(60'000));
        const auto *sentence = field<QLabel>("fitSentence");
        QVERIFY(sentence->isVisible());
        QVERIFY2(sentence->text().contains(u"log loss"_s), qPrintable(sentence->text()));
        const FitReport report = *m_fitting->report();
        const Preferences expected = withFit(preferences(), report);
        QCOMPARE(button("useFit")->isVisible(), expected != preferences());
        if (expected == preferences())
            return;
        button("useFit")->click();
        QVERIFY(field<QLabel>("fitChoice")->isVisible());
        QVERIFY(preferences() != expected); // not before Save
        button("save")->click();
        if (moveQuestion())
            moveQuestion()->findChild<QAbstractButton *>(u"keepDays"_s)->click();
        QVERIFY(preferences() == expected);
        QCOMPARE(replayAll(m_library->store())->differ, QStringList());
    }

    void fittingCanBeStopped()
    {
        openStudied();
        more(4);
        QSignalSpy failed(m_fitting, &Fitting::failed);
        QSignalSpy finished(m_fitting, &Fitting::finished);
        button("fit")->click();
        key(Qt::Key_Space); // Stop has the focus
        QTRY_VERIFY_WITH_TIMEOUT(failed.size() + finished.size() == 1, 60'000);
        QVERIFY(!m_fitting->isRunning());
        QVERIFY(button("fit")->isVisible());
        QVERIFY(finished.size() == 1 || field<QLabel>("fitHint")->text().contains(u"Nothing was changed"_s));
    }

    void withFewAnswersItSaysHowManyMore()
    {
        openMore(4);
        QVERIFY(field<QLabel>("fitHint")->text().contains(u"400"_s));
        QSignalSpy finished(m_fitting, &Fitting::finished);
        button("fit")->click();
        QVERIFY(finished.size() == 1 || finished.wait(60'000));
        QVERIFY(field<QLabel>("fitSentence")->text().contains(u"too few"_s));
        QVERIFY(!button("useFit")->isVisible());
    }

    void theOtherModelHasNothingToFit()
    {
        openMore(4);
        field<QComboBox>("model")->setCurrentIndex(1);
        QVERIFY(!button("fit")->isEnabled());
        QVERIFY(!field<QCheckBox>("fitAutomatically")->isEnabled());
        save();
        QCOMPARE(preferences().scheduling.model, MemoryModelKind::Fsrs7);
    }

    void parametersOfOnesOwnCanBeGivenBack()
    {
        openFresh();
        Preferences own = preferences();
        own.scheduling.parameters[0] *= 1.2;
        QVERIFY(m_library->setPreferences(own));
        showDialog();
        more(4);
        button("useDefaults")->click();
        save();
        QCOMPARE(preferences().scheduling.parameters, Fsrs6::defaults);
    }

    void anotherLookShowsAtOnceAndGoesWithCancel()
    {
        openFresh();
        field<QComboBox>("theme")->setCurrentIndex(2);
        QVERIFY(m_theme->isDark());
        field<QSpinBox>("textSize")->setValue(150);
        QCOMPARE(m_theme->textScale(), 150);
        key(Qt::Key_Escape);
        QCOMPARE(m_theme->textScale(), 100);
        QCOMPARE(preferences().theme, ThemeChoice::System);
    }

    void whatCanHaveTheFocusHasAName()
    {
        openStudied();
        for (int page = 0; page < 6; ++page) {
            more(page);
            for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
                if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
                    continue;
                QAccessibleInterface *interface =
                    QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
                QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(),
                         qPrintable(u"%1 %2 has no name"_s.arg(
                             QLatin1StringView(widget->metaObject()->className()), widget->objectName())));
            }
        }
    }

    void nothingIsCutSidewaysInASmallWindowWithLargeText()
    {
        openStudied();
        m_theme->setTextScale(200);
        m_dialog->resize(900, 600);
        more(4);
        QSignalSpy finished(m_fitting, &Fitting::finished);
        button("fit")->click();
        QVERIFY(finished.wait(60'000));
        for (int page = 0; page < 6; ++page) {
            more(page);
            m_dialog->resize(900, 600);
            QCoreApplication::processEvents();
            const auto *area =
                qobject_cast<QScrollArea *>(m_dialog->findChild<QStackedWidget *>()->currentWidget());
            QVERIFY2(area->widget()->width() <= area->viewport()->width(),
                     qPrintable(u"page %1: %2 in %3"_s.arg(page)
                                    .arg(area->widget()->width())
                                    .arg(area->viewport()->width())));
        }
    }

    void theEndOfASittingStartsTheFitIfTheLogHasGrown()
    {
        QVERIFY(QFile::copy(m_studied.filePath(u"flaskcards.db"_s), m_dir->filePath(u"flaskcards.db"_s)));
        openLibrary(m_dir->path());
        MainWindow window(*m_library, *m_theme);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto *fitting = window.findChild<Fitting *>();
        window.study({});
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_3);
        QVERIFY(!fitting->isRunning() && !fitting->report());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY_WITH_TIMEOUT(fitting->report().has_value(), 60'000);
        QCOMPARE(window.findChild<QWidget *>(u"fitNotice"_s)->isVisible(),
                 fitting->report()->fit.kept == Kept::Fresh);
    }

    void anAutomaticFitIsToldQuietlyInTheWindow()
    {
        openLibrary(m_dir->path());
        MainWindow window(*m_library, *m_theme);
        window.show();
        auto *notice = window.findChild<QWidget *>(u"fitNotice"_s);
        QVERIFY(notice && !notice->isVisible());
        FitReport report;
        report.reviews = 3412;
        emit window.findChild<Fitting *>()->kept(report);
        QVERIFY(notice->isVisible());
        QVERIFY(window.rect().contains(notice->geometry()));
        Preferences other = preferences();
        other.newPerDay = 3;
        QVERIFY(m_library->setPreferences(other));
        QVERIFY(!notice->isVisible());
    }

private:
    void openLibrary(const QString &folder)
    {
        auto library = Library::open({folder, QString()}, m_clock);
        QVERIFY(library);
        m_library = *std::move(library);
        m_background.reset(new Background(*m_library));
        m_fitting = &m_background->fitting();
    }
    void openFresh()
    {
        openLibrary(m_dir->path());
        showDialog();
    }
    void openStudied()
    {
        QVERIFY(QFile::copy(m_studied.filePath(u"flaskcards.db"_s), m_dir->filePath(u"flaskcards.db"_s)));
        openFresh();
    }
    void openMore(int page)
    {
        openFresh();
        more(page);
    }
    void more(int page)
    {
        if (!pages()->isVisible())
            button("more")->click();
        pages()->setCurrentRow(page);
    }
    void showDialog()
    {
        m_dialog.reset(new SettingsDialog(*m_library, *m_background, *m_theme, m_voice));
        m_dialog->show();
        m_dialog->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    void save()
    {
        button("save")->click();
        QVERIFY2(!m_dialog->isVisible(), qPrintable(complaint()));
    }
    void key(Qt::Key key)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : m_dialog.get(), key);
        QCoreApplication::processEvents();
    }

    const Preferences &preferences() const { return m_library->preferences(); }
    QListWidget *pages() const { return field<QListWidget>("pages"); }
    QAbstractButton *button(const char *name) const { return field<QAbstractButton>(name); }
    QDialog *moveQuestion() const { return field<QDialog>("moveQuestion"); }
    template <typename T>
    T *field(const char *name) const
    {
        return m_dialog->findChild<T *>(QLatin1StringView(name));
    }
    QString complaint() const
    {
        for (const QLabel *label : m_dialog->findChildren<QLabel *>(u"complaint"_s)) {
            if (label->isVisible())
                return label->text();
        }
        return {};
    }

    const FixedClock m_clock{startMs};
    const QTemporaryDir m_studied;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Background> m_background;
    Fitting *m_fitting = nullptr;
    Voice m_voice{[] {
        return nullptr;
    }};
    std::unique_ptr<SettingsDialog> m_dialog;
};

QTEST_MAIN(SettingsTest)
#include "tst_settings.moc"
