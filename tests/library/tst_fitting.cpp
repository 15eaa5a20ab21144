// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"
#include "library/demo.h"
#include "library/fitting.h"
#include "library/fixture.h"

#include <QSignalSpy>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

// Answers of someone who forgets at once or never, which the defaults do not know of.
void answerOddly(Library &library, int days)
{
    const auto cards = *library.store().cards.all();
    QVERIFY(library.apply(
        {QString(), [&](Store &store) -> Result<void> {
             const auto preset =
                 store.reviews.presetFor(QString::fromUtf8(library.preferences().scheduling.toJson()));
             for (const StoredCard &card : cards) {
                 Schedule schedule;
                 Moment moment = library.now();
                 moment.atMs -= qint64(days) * 86'400'000;
                 for (int i = 0; i < 8; ++i) {
                     const Rating rating =
                         (card.card.question.value + i) % 4 == 0 ? Rating::Again : Rating::Good;
                     const auto logged = store.reviews.append(Review{.question = card.card.question,
                                                                     .moment = moment,
                                                                     .rating = rating,
                                                                     .durationMs = 9000,
                                                                     .preset = *preset,
                                                                     .phaseBefore = schedule.phase,
                                                                     .shownHash = u"h"_s});
                     if (!logged)
                         return logged.error();
                     schedule = library.scheduler().answered(schedule, rating, moment, 0.5);
                     moment.atMs += 9 * 86'400'000LL;
                 }
             }
             return {};
         }}));
}

} // namespace

class FittingTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(80);
    }

    void demoAnswersAreReportedWithTheirHeldOutLoss()
    {
        QVERIFY(fillWithDemo({m_place->data(), m_place->bank()}, {.days = 300, .seed = 4}, m_place->clock));
        const auto library = m_place->open();
        const auto report = fitLog(m_place->file(), library->preferences(), {});
        QVERIFY(report && *report);
        QCOMPARE((*report)->reviews, *library->store().reviews.count());
        const Fit &fit = (*report)->fit;
        QVERIFY(fit.predictions > 200);
        QVERIFY(fit.heldOutDefaults.logLoss > 0 && fit.heldOutFresh.logLoss > 0);
        int binned = 0;
        for (const CalibrationBin &bin : (*report)->before)
            binned += bin.answers;
        QVERIFY(binned > 20 && binned <= fit.heldOutDefaults.predictions);
    }

    void betterParametersAreTakenOverInOneStepThatCanBeTakenBack()
    {
        const auto library = m_place->open();
        answerOddly(*library, 80);
        QVERIFY(*isFitDue(*library));
        Fitting fitting(*library);
        QSignalSpy kept(&fitting, &Fitting::kept);
        QSignalSpy progressed(&fitting, &Fitting::progressed);
        fitting.startIfDue();
        QVERIFY(fitting.isRunning());
        QTRY_COMPARE(kept.count(), 1);
        QVERIFY(!progressed.isEmpty());
        QVERIFY(library->preferences().scheduling.parameters != Fsrs6::defaults);
        QVERIFY(!*isFitDue(*library));
        QVERIFY(library->undo());
        QCOMPARE(library->preferences().scheduling.parameters, Fsrs6::defaults);
    }

    void aFitIsDueOnceTheLogHasGrownByATenth()
    {
        const auto library = m_place->open();
        QVERIFY(!*isFitDue(*library));
        answerOddly(*library, 80);
        const int answers = *library->store().reviews.count();
        QVERIFY(*isFitDue(*library));
        library->setViewState(u"fit/reviews"_s, QString::number(answers - 99));
        QVERIFY(!*isFitDue(*library));
        library->setViewState(u"fit/reviews"_s, QString::number(answers - 100));
        QVERIFY(*isFitDue(*library));
    }

    void whoDoesNotWantItIsNotFitted()
    {
        const auto library = m_place->open();
        answerOddly(*library, 80);
        Preferences preferences = library->preferences();
        preferences.fitAutomatically = false;
        QVERIFY(library->setPreferences(preferences));
        Fitting fitting(*library);
        fitting.startIfDue();
        QVERIFY(!fitting.isRunning());
    }

    void aCancelledFitSaysSoAndChangesNothing()
    {
        const auto library = m_place->open();
        answerOddly(*library, 80);
        Fitting fitting(*library);
        QSignalSpy failed(&fitting, &Fitting::failed);
        fitting.start(true);
        fitting.cancel();
        QTRY_VERIFY(!fitting.isRunning());
        QTRY_COMPARE(failed.count() + (fitting.report() ? 1 : 0), 1);
        if (!failed.isEmpty())
            QCOMPARE(library->preferences().scheduling.parameters, Fsrs6::defaults);
    }

    void anEmptyLogKeepsTheDefaults()
    {
        const auto library = m_place->open();
        const auto report = fitLog(m_place->file(), library->preferences(), {});
        QVERIFY(report && *report);
        QCOMPARE((*report)->fit.kept, Kept::Defaults);
        QCOMPARE((*report)->fit.parameters, Fsrs6::defaults);
        QVERIFY((*report)->topics.isEmpty());
    }

private:
    std::unique_ptr<Place> m_place;
};

QTEST_GUILESS_MAIN(FittingTest)
#include "tst_fitting.moc"
