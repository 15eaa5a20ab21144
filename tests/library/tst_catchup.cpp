// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/catchup.h"
#include "library/check.h"
#include "library/fixture.h"
#include "library/operations.h"
#include "library/session.h"
#include "library/today.h"

#include <algorithm>

using namespace flaskcards;
using namespace flaskcards::test;

namespace {

constexpr qint64 dayMs = 86'400'000;
constexpr int cards = 60;

QList<QuestionId> inOrder(const CatchUpPlan &plan)
{
    QList<QuestionId> questions;
    for (const CatchUpDay &day : plan.days)
        questions += day.questions;
    return questions;
}

QSet<QuestionId> asSet(const QList<QuestionId> &questions)
{
    return {questions.begin(), questions.end()};
}

} // namespace

class CatchUpTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_place.reset(new Place);
        m_place->writeCards(cards);
        m_library = m_place->open();
        QVERIFY(m_library);
        Preferences preferences = m_library->preferences();
        preferences.minutesPerDay = 5;
        QVERIFY(m_library->setPreferences(preferences));
        const QList<QuestionId> all = questions();
        answerEasy(all.first(cards / 2));
        m_place->clock.advanceMs(3 * dayMs);
        answerEasy(all.mid(cards / 2));
        m_afterStudying = m_place->clock.nowMs();
        m_place->clock.advanceMs(40 * dayMs);
    }
    void cleanup() { m_library.reset(); }

    void withoutABacklogThereIsNoPlan()
    {
        m_place->clock.setNowMs(m_afterStudying + dayMs);
        QVERIFY(!catchUp(*m_library)->has_value());
    }

    void whatFitsIntoADayAndAHalfIsNoBacklog()
    {
        Preferences preferences = m_library->preferences();
        preferences.minutesPerDay = 60;
        QVERIFY(m_library->setPreferences(preferences));
        QVERIFY(!catchUp(*m_library)->has_value());
    }

    void everyPlanHasEveryOverdueCardOnce()
    {
        const CatchUp plans = planned();
        QCOMPARE(plans.overdue, cards);
        QCOMPARE(plans.plans.size(), 3);
        for (const CatchUpPlan &plan : plans.plans) {
            QCOMPARE(inOrder(plan).size(), cards);
            QCOMPARE(asSet(inOrder(plan)), asSet(questions()));
            for (int i = 0; i < plan.days.size(); ++i)
                QCOMPARE(plan.days.at(i).day, m_library->today() + i);
        }
    }

    void suspendedAndBuriedCardsAreNotPartOfIt()
    {
        QVERIFY(m_library->apply(suspendOperation({questions().at(3)}, true)));
        QVERIFY(m_library->apply(buryOperation({questions().at(4)}, m_library->today() + 1)));
        QCOMPARE(planned().overdue, cards - 2);
    }

    void thePlansEndTodayInAWeekAndInThreeWeeks()
    {
        const int today = m_library->today();
        const CatchUp plans = planned();
        QCOMPARE(plans.plans.at(0).lastDay(), today);
        QCOMPARE(plans.plans.at(1).lastDay(), today + 6);
        QCOMPARE(plans.plans.at(2).lastDay(), today + 20);
    }

    void theWorkOfADayIsThatOfItsCardsAndDaysAreAlike()
    {
        const CatchUp plans = planned();
        const double dear = double(pace(*m_library)->otherMs) * 2; // the dearest card: one answer and another
        for (const CatchUpPlan &plan : plans.plans) {
            qint64 sum = 0;
            qint64 least = plan.days.first().estimateMs;
            for (const CatchUpDay &day : plan.days) {
                sum += day.estimateMs;
                least = std::min(least, day.estimateMs);
            }
            QVERIFY(std::abs(sum - plans.estimateMs) < cards);
            QVERIFY(double(plan.busiestDayMs() - least) <= dear);
        }
        QVERIFY(plans.plans.at(1).busiestDayMs() < plans.plans.at(0).busiestDayMs() / 5);
        QVERIFY(plans.plans.at(2).busiestDayMs() <= 7.5 * 60'000);
    }

    void gentlyTakesLongerRatherThanADayTooLong()
    {
        Preferences preferences = m_library->preferences();
        preferences.minutesPerDay = 5;
        preferences.week = {0.2, 0.2, 0.2, 0.2, 0.2, 0.2, 0.2};
        QVERIFY(m_library->setPreferences(preferences));
        const CatchUpPlan gently = planned().plans.at(2);
        QVERIFY(gently.days.size() > 21);
        QVERIFY(gently.busiestDayMs() <= 7.5 * 60'000);
    }

    void whatGainsMostRecallAMinuteComesFirst()
    {
        const QList<QuestionId> order = inOrder(planned().plans.at(1));
        QCOMPARE(inOrder(planned().plans.at(2)), order);
        double before = 1;
        int dueBefore = 0;
        for (const QuestionId question : order) {
            const Schedule schedule = m_library->store().cards.get(question)->schedule;
            const double value = valueOf(schedule);
            QVERIFY(value <= before);
            QVERIFY(value < before || schedule.dueDay >= dueBefore);
            before = value;
            dueBefore = schedule.dueDay;
        }
        QVERIFY(before < valueOf(m_library->store().cards.get(order.first())->schedule));
    }

    void aDayOffGetsNothing()
    {
        Preferences preferences = m_library->preferences();
        preferences.daysOff = {m_library->today(), m_library->today() + 2};
        QVERIFY(m_library->setPreferences(preferences));
        const CatchUpPlan week = planned().plans.at(1);
        QVERIFY(week.days.at(0).questions.isEmpty() && week.days.at(2).questions.isEmpty());
        QVERIFY(!week.days.at(1).questions.isEmpty());
        QCOMPARE(inOrder(planned().plans.at(0)).size(), cards); // today all the same, if one wants
    }

    void aChosenPlanMovesTheDueDaysAndNothingElse()
    {
        QHash<QuestionId, Schedule> before;
        for (const QuestionId question : questions())
            before.insert(question, m_library->store().cards.get(question)->schedule);
        const CatchUpPlan week = planned().plans.at(1);
        QVERIFY(m_library->apply(catchUpOperation(*m_library, week)));
        QCOMPARE(undoLabel(*m_library), u"catch-up"_s);
        for (const CatchUpDay &day : week.days) {
            for (const QuestionId question : day.questions) {
                Schedule wanted = before.value(question);
                wanted.dueDay = day.day;
                QCOMPARE(m_library->store().cards.get(question)->schedule, wanted);
            }
        }
        QCOMPARE(*checkStore(m_library->store()), QStringList());
        QVERIFY(!catchUp(*m_library)->has_value());
        QCOMPARE(todaySummary(*m_library)->due, int(week.days.first().questions.size()));
    }

    void undoTakesTheWholePlanBack()
    {
        const QString before = dump(*m_library);
        QVERIFY(m_library->apply(catchUpOperation(*m_library, planned().plans.at(2))));
        QVERIFY(dump(*m_library) != before);
        QVERIFY(m_library->undo());
        QCOMPARE(dump(*m_library), before);
        QVERIFY(m_library->store().reviews.allMovesByQuestion()->isEmpty());
        QCOMPARE(*checkStore(m_library->store()), QStringList());
        QCOMPARE(planned().overdue, cards);
    }

    void allAtOnceChangesNothing()
    {
        const QString before = dump(*m_library);
        const QString label = undoLabel(*m_library);
        const auto changes = m_library->apply(catchUpOperation(*m_library, planned().plans.at(0)));
        QVERIFY(changes && changes->isEmpty());
        QCOMPARE(dump(*m_library), before);
        QCOMPARE(undoLabel(*m_library), label);
    }

    void aCardThatWasAnsweredSinceIsLeftAlone()
    {
        const CatchUpPlan week = planned().plans.at(1);
        const QuestionId answered = week.days.last().questions.last();
        answerEasy({answered});
        const Schedule after = m_library->store().cards.get(answered)->schedule;
        QVERIFY(m_library->apply(catchUpOperation(*m_library, week)));
        QCOMPARE(m_library->store().cards.get(answered)->schedule, after);
        QCOMPARE(*checkStore(m_library->store()), QStringList());
    }

    void answersAfterAPlanReplayAsTheyWereGiven()
    {
        QVERIFY(m_library->apply(catchUpOperation(*m_library, planned().plans.at(1))));
        answerEasy(questions().first(5));
        m_place->clock.advanceMs(4 * dayMs);
        auto session = Session::start(*m_library, {});
        for (int i = 0; i < 5; ++i) {
            session->reveal();
            QVERIFY(session->answer(i % 2 ? Rating::Again : Rating::Good));
        }
        QCOMPARE(*checkStore(m_library->store()), QStringList());
    }

private:
    QList<QuestionId> questions() const
    {
        QList<QuestionId> all;
        for (const QuestionFacts &facts : *m_library->store().questions.facts())
            all.append(facts.id);
        return all;
    }

    void answerEasy(const QList<QuestionId> &listed)
    {
        auto session = Session::start(*m_library, {.listed = listed});
        while (session->current()) {
            m_place->clock.advanceMs(10'000);
            session->reveal();
            QVERIFY(session->answer(Rating::Easy));
        }
    }

    CatchUp planned() const
    {
        const auto plans = catchUp(*m_library);
        if (!plans || !*plans) {
            QTest::qFail("There is no plan.", __FILE__, __LINE__);
            return CatchUp{.overdue = 0, .estimateMs = 0, .plans = QList<CatchUpPlan>(3)};
        }
        return **plans;
    }

    double valueOf(const Schedule &schedule) const
    {
        const qint64 nowMs = m_place->clock.nowMs();
        const double now = m_library->scheduler().recallAt(schedule, nowMs);
        const double waited = m_library->scheduler().recallAt(schedule, nowMs + 7 * dayMs);
        const double minutes = double(pace(*m_library)->otherMs) * (2 - now) / 60'000;
        return ((1 - now) + (now - waited)) / minutes;
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<Library> m_library;
    qint64 m_afterStudying = 0;
};

QTEST_GUILESS_MAIN(CatchUpTest)
#include "tst_catchup.moc"
