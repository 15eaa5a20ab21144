// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/queue.h"

#include <QTest>

using namespace flaskcards;

namespace {

Card card(int id, Phase phase, int dueDay, qint64 dueAtMs = 0)
{
    Card card;
    card.question = {id};
    card.schedule.phase = phase;
    card.schedule.dueDay = dueDay;
    card.schedule.dueAtMs = dueAtMs;
    card.schedule.memory = MemoryState{double(id), 5};
    return card;
}

QueueInput input(QList<Card> due, int unseen, int reviewsLeft = 100, int newLeft = 100)
{
    QueueInput input{.due = std::move(due),
                     .unseen = {},
                     .reviewsLeft = reviewsLeft,
                     .newLeft = newLeft,
                     .recall = [](const Schedule &schedule) {
                         return schedule.memory->stability / 100;
                     }};
    for (int i = 0; i < unseen; ++i)
        input.unseen.append(QuestionId{1000 + i});
    return input;
}

QList<int> ids(const QList<QuestionId> &questions)
{
    QList<int> ids;
    for (const QuestionId id : questions)
        ids.append(int(id.value));
    return ids;
}

} // namespace

class QueueTest : public QObject
{
    Q_OBJECT

private slots:
    void theMostForgottenComesFirst()
    {
        const DayQueue queue = dayQueue(
            input({card(9, Phase::Review, 5), card(2, Phase::Review, 9), card(4, Phase::Review, 1)}, 0));
        QCOMPARE(ids(queue.main), (QList<int>{2, 4, 9}));
    }

    void reviewsComeInTheOrderThatIsSet()
    {
        Card hard = card(3, Phase::Review, 7);
        hard.schedule.memory = MemoryState{50, 9};
        QueueInput wanted = input({card(9, Phase::Review, 5), hard, card(4, Phase::Review, 1)}, 0);
        wanted.order = ReviewOrder::Due;
        QCOMPARE(ids(dayQueue(wanted).main), (QList<int>{4, 9, 3}));
        wanted.order = ReviewOrder::Difficulty;
        QCOMPARE(ids(dayQueue(wanted).main).first(), 3);
        wanted.order = ReviewOrder::Recall;
        QCOMPARE(ids(dayQueue(wanted).main), (QList<int>{4, 9, 3}));
    }

    void aRandomOrderIsTheSameAllDayAndAnotherTheDayAfter()
    {
        QList<Card> due;
        for (int id = 1; id <= 20; ++id)
            due.append(card(id, Phase::Review, id));
        QueueInput wanted = input(due, 0);
        wanted.order = ReviewOrder::Random;
        wanted.day = 100;
        const auto today = ids(dayQueue(wanted).main);
        QCOMPARE(ids(dayQueue(wanted).main), today);
        QVERIFY(!std::is_sorted(today.begin(), today.end()));
        wanted.day = 101;
        QVERIFY(ids(dayQueue(wanted).main) != today);
    }

    void newOnesAreSpreadEvenlyBetweenReviews()
    {
        QList<Card> due;
        for (int i = 1; i <= 6; ++i)
            due.append(card(i, Phase::Review, 1));
        const QList<int> mixed = ids(dayQueue(input(due, 3)).main);
        QCOMPARE(mixed.size(), 9);
        QList<int> places;
        for (int i = 0; i < mixed.size(); ++i) {
            if (mixed.at(i) >= 1000)
                places.append(i);
        }
        QCOMPARE(places.size(), 3);
        for (int i = 1; i < places.size(); ++i)
            QVERIFY2(places.at(i) - places.at(i - 1) == 3, "not evenly spread");
        QVERIFY(places.first() > 0);
    }

    void interleavingKeepsBothOrdersAndLosesNothing()
    {
        for (int first = 0; first < 12; ++first) {
            for (int second = 0; second < 12; ++second) {
                QList<QuestionId> a;
                QList<QuestionId> b;
                for (int i = 0; i < first; ++i)
                    a.append(QuestionId{i + 1});
                for (int i = 0; i < second; ++i)
                    b.append(QuestionId{i + 100});
                QList<QuestionId> mixed = interleaved(a, b);
                QCOMPARE(mixed.size(), a.size() + b.size());
                QList<QuestionId> left = mixed;
                left.removeIf([](QuestionId id) { return id.value >= 100; });
                QCOMPARE(left, a);
                mixed.removeIf([](QuestionId id) { return id.value < 100; });
                QCOMPARE(mixed, b);
            }
        }
    }

    void dailyLimitsHold()
    {
        const DayQueue queue = dayQueue(input(
            {card(1, Phase::Review, 1), card(2, Phase::Review, 1), card(3, Phase::Learning, 1, 7)}, 5, 1, 2));
        QCOMPARE(queue.reviews, 1);
        QCOMPARE(queue.fresh, 2);
        QCOMPARE(queue.learning.size(), 1); // steps in progress are not limited
        QCOMPARE(queue.total(), 4);
    }

    void limitsAlreadyPassedGiveNothing()
    {
        const DayQueue queue = dayQueue(input({card(1, Phase::Review, 1)}, 5, -3, -1));
        QCOMPARE(queue.total(), 0);
    }

    void cardsInLearningWaitInTheOrderOfTheirMinutes()
    {
        const DayQueue queue =
            dayQueue(input({card(1, Phase::Learning, 1, 900), card(2, Phase::Relearning, 1, 100)}, 0));
        QCOMPARE(queue.learning.first().question, QuestionId{2});
        QVERIFY(queue.main.isEmpty());
    }
};

QTEST_APPLESS_MAIN(QueueTest)
#include "tst_queue.moc"
