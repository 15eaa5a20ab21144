// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/today.h"

#include "core/scheduling/studyday.h"
#include "core/teachingorder.h"
#include "library/askednotes.h"
#include "library/later.h"
#include "library/questions.h"

#include <algorithm>
#include <limits>

namespace flaskcards {

namespace {

// First guesses, worth as much as fifty answers.
constexpr Pace guess{60'000, 30'000};
constexpr int guessWeight = 50;

qint64 blended(qint64 sumMs, int count, qint64 guessMs)
{
    return (sumMs + guessMs * guessWeight) / (count + guessWeight);
}

Result<DayTotals> totalsOfToday(const Library &library)
{
    const int today = library.today();
    const auto days = library.store().reviews.perDay(today, today);
    if (!days)
        return days.error();
    return days->isEmpty() ? DayTotals{.day = today} : days->first();
}

int newLeft(const Library &library, const DayTotals &done)
{
    const DayLimits limits = library.preferences().limits(library.today());
    return std::max(0, limits.newPerDay - done.introduced);
}

// New ones to meet next. What the person was really asked comes first, after what it builds on.
Result<QList<QuestionId>> newOnes(const Library &library, int most)
{
    const Store &store = library.store();
    const NewOrder order = library.preferences().newOrder;
    const auto met = reallyAskedSlugs(library);
    if (!met)
        return met.error();
    QSet<QuestionId> asked;
    for (const QString &slug : *met) {
        if (const auto id = store.questions.idOf(slug))
            asked.insert(*id);
    }
    if (asked.isEmpty())
        return store.cards.newInOrder(order, library.today(), most);
    const auto all = store.cards.newInOrder(order, library.today(), std::numeric_limits<int>::max());
    if (!all)
        return all;
    QList<QuestionId> wished = *all;
    wished.removeIf([&](QuestionId question) { return !asked.contains(question); });
    const auto after = [&](QuestionId question) {
        QList<QuestionId> before;
        const auto loaded = loadQuestion(library, question);
        const auto links = linksTo(library, loaded ? loaded->question.after : QStringList());
        if (links) {
            for (const QuestionLink &link : *links)
                before.append(link.id);
        }
        return before;
    };
    const QList<QuestionId> ordered = pulledForward(*all, wished, after);
    return ordered.first(std::clamp<qsizetype>(most, 0, ordered.size()));
}

void addTo(TopicRecall &topic, const QuestionFacts &facts, double recall)
{
    topic.recall += (recall - topic.recall) / ++topic.seen;
    topic.topic = facts.topic;
}

// Out of both lists what was put off until later today, as cards that wait for their minute.
Result<QList<Card>> takePutOff(const Library &library, QList<Card> &due, QList<QuestionId> &unseen)
{
    const QHash<QuestionId, qint64> until = putOffQuestions(library);
    QList<Card> waiting;
    due.removeIf([&](const Card &card) {
        const bool waits = until.contains(card.question);
        if (waits)
            waiting.append(card);
        return waits;
    });
    for (const QuestionId question : std::as_const(unseen)) {
        if (!until.contains(question))
            continue;
        const auto card = library.store().cards.get(question);
        if (!card)
            return card.error();
        waiting.append(*card);
    }
    unseen.removeIf([&](QuestionId question) { return until.contains(question); });
    for (Card &card : waiting)
        card.schedule.dueAtMs = std::max(card.schedule.dueAtMs, until.value(card.question));
    return waiting;
}

struct ShakyQuestion {
    double recall;
    const QuestionFacts *facts;
};

} // namespace

Result<Pace> pace(const Library &library)
{
    const auto mean = library.store().reviews.meanDuration();
    if (!mean)
        return mean.error();
    return Pace{blended(mean->newMs, mean->newCount, guess.newMs),
                blended(mean->otherMs, mean->otherCount, guess.otherMs)};
}

Result<DayQueue> queueOfToday(const Library &library)
{
    const auto done = totalsOfToday(library);
    if (!done)
        return done.error();
    const int fresh = newLeft(library, *done);
    auto due = library.store().cards.due(library.today());
    if (!due)
        return due.error();
    const Preferences &preferences = library.preferences();
    auto unseen = newOnes(library, fresh);
    if (!unseen)
        return unseen.error();
    const qint64 nowMs = library.clock().nowMs();
    auto putOff = takePutOff(library, *due, *unseen);
    if (!putOff)
        return putOff.error();
    DayQueue queue =
        dayQueue({.due = *due,
                  .unseen = *unseen,
                  .order = preferences.reviewOrder,
                  .day = library.today(),
                  .reviewsLeft = preferences.limits(library.today()).reviewsPerDay - done->reviewed,
                  .newLeft = fresh,
                  .recall = [&](const Schedule &schedule) {
                      return library.scheduler().recallAt(schedule, nowMs);
                  }});
    queue.learning += *putOff;
    std::sort(queue.learning.begin(), queue.learning.end(),
              [](const Card &a, const Card &b) { return a.schedule.dueAtMs < b.schedule.dueAtMs; });
    return queue;
}

bool isKnown(const Library &library, const Card &card)
{
    return card.schedule.phase != Phase::New &&
           library.scheduler().recallAt(card.schedule, library.clock().nowMs()) >=
               library.preferences().scheduling.desiredRetention;
}

QList<TopicRecall> topicsByRecall(const Library &library, const QList<QuestionFacts> &facts)
{
    const qint64 nowMs = library.clock().nowMs();
    const double target = library.preferences().scheduling.desiredRetention;
    QHash<QString, TopicRecall> byTopic;
    QList<ShakyQuestion> shaky;
    for (const QuestionFacts &question : facts) {
        if (question.card.schedule.phase == Phase::New || question.card.suspended)
            continue;
        const double recall = library.scheduler().recallAt(question.card.schedule, nowMs);
        addTo(byTopic[question.topic], question, recall);
        if (recall < target)
            shaky.append({recall, &question});
    }
    std::stable_sort(shaky.begin(), shaky.end(),
                     [](const ShakyQuestion &a, const ShakyQuestion &b) { return a.recall < b.recall; });
    for (const ShakyQuestion &question : std::as_const(shaky))
        byTopic[question.facts->topic].shaky.append(question.facts->id);

    QList<TopicRecall> topics = byTopic.values();
    std::sort(topics.begin(), topics.end(), [](const TopicRecall &a, const TopicRecall &b) {
        return std::tie(a.recall, a.topic) < std::tie(b.recall, b.topic);
    });
    return topics;
}

namespace {

void takeBankNumbers(TodaySummary &summary, const QList<QuestionFacts> &facts)
{
    QSet<QString> topics;
    for (const QuestionFacts &question : facts)
        topics.insert(question.topic);
    summary.questions = int(facts.size());
    summary.topics = int(topics.size());
}

void takeWeakest(TodaySummary &summary, const QList<TopicRecall> &topics)
{
    for (const TopicRecall &topic : topics) {
        if (!topic.shaky.isEmpty() && summary.weakest.size() < 3)
            summary.weakest.append(topic);
    }
}

Result<void> takeWeek(TodaySummary &summary, const Library &library, int newLeftToday)
{
    constexpr int daysShown = 7;
    const int today = library.today();
    const auto due = library.store().cards.forecast(today, today + daysShown - 1);
    if (!due)
        return due.error();
    const auto unseen = library.store().cards.newCount();
    if (!unseen)
        return unseen.error();
    summary.week = comingDays(*due, today, daysShown, *unseen, newLeftToday, library.preferences().newPerDay);
    summary.week.first().due = summary.due; // today's limit holds
    return {};
}

// What a sitting would not take yet, even with nothing else left.
void takeWaiting(TodaySummary &summary, const Library &library, const QList<Card> &learning)
{
    const qint64 nowMs = library.now().atMs;
    for (const Card &card : learning) { // by the moment they are due
        if (offeredAtMs(library, card.schedule.dueAtMs) <= nowMs)
            continue;
        ++summary.waiting;
        if (!summary.nextLearningDueMs)
            summary.nextLearningDueMs = card.schedule.dueAtMs;
    }
}

// The days that the calendar left out, before the newest one with an answer or before today.
Result<QSet<int>> daysThatNeverWere(const Library &library, int lastDay)
{
    const auto gaps = library.store().reviews.singleGaps(lastDay);
    if (!gaps)
        return gaps.error();
    QSet<int> days;
    for (const SingleGap &gap : *gaps) {
        if (wasLeftOut(gap.day, gap.before, gap.laterMs.value_or(library.now().atMs)))
            days.insert(gap.day);
    }
    return days;
}

} // namespace

qint64 offeredAtMs(const Library &library, qint64 dueAtMs)
{
    return dueAtMs - qint64(library.preferences().learnAheadMinutes) * 60'000;
}

Result<StudiedDays> studiedDays(const Library &library)
{
    const auto days = library.store().reviews.days();
    if (!days)
        return days.error();
    const auto ahead = library.store().reviews.after(library.now().atMs);
    if (!ahead)
        return ahead.error();
    // After a flight to the west the last day may lie a day ahead without any clock being wrong.
    const int first = localDay(earliestAnswerMs, 0);
    const int last = library.today() + (ahead->isEmpty() ? 1 : 0);
    StudiedDays studied{.ever = !days->isEmpty(), .days = {}, .streak = {}};
    for (const int day : *days) {
        if (day >= first && day <= last)
            studied.days.append(day);
    }
    const int newest = std::max(library.today(), studied.days.isEmpty() ? 0 : studied.days.first());
    const auto neverWere = daysThatNeverWere(library, newest);
    if (!neverWere)
        return neverWere.error();
    studied.streak = streakOf(studied.days, newest, *neverWere);
    return studied;
}

Result<TodaySummary> todaySummary(const Library &library)
{
    TodaySummary summary;
    const auto queue = queueOfToday(library);
    if (!queue)
        return queue.error();
    const auto done = totalsOfToday(library);
    if (!done)
        return done.error();
    const auto days = studiedDays(library);
    if (!days)
        return days.error();
    const auto facts = library.store().questions.facts();
    if (!facts)
        return facts.error();
    const auto likely = pace(library);
    if (!likely)
        return likely.error();

    summary.due = queue->reviews + int(queue->learning.size());
    summary.fresh = queue->fresh;
    summary.done = done->answers();
    summary.everStudied = days->ever;
    summary.streak = days->streak;
    summary.pace = *likely;
    takeBankNumbers(summary, *facts);
    takeWeakest(summary, topicsByRecall(library, *facts));
    if (auto taken = takeWeek(summary, library, queue->fresh); !taken)
        return taken.error();
    takeWaiting(summary, library, queue->learning);
    return summary;
}

Result<QList<QuestionId>> questionsAhead(const Library &library, int most)
{
    const auto facts = library.store().questions.facts();
    if (!facts)
        return facts.error();
    const qint64 nowMs = library.clock().nowMs();
    const auto recall = [&](const QuestionFacts &question) { // new ones last
        return question.card.schedule.phase == Phase::New
                   ? 2.0
                   : library.scheduler().recallAt(question.card.schedule, nowMs);
    };
    QList<std::pair<double, QuestionId>> order;
    for (const QuestionFacts &question : *facts) {
        if (!question.card.suspended && question.card.buriedUntilDay <= library.today())
            order.append(std::pair(recall(question), question.id));
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });
    QList<QuestionId> ahead;
    for (const auto &[share, question] : std::as_const(order).first(std::min<qsizetype>(most, order.size())))
        ahead.append(question);
    return ahead;
}

Sitting sittingOf(int due, int fresh, const Pace &pace, int minutes)
{
    const int total = due + fresh;
    const qint64 allMs = due * pace.otherMs + fresh * pace.newMs;
    const qint64 boxMs = qint64(minutes) * 60'000;
    if (total == 0 || minutes == 0 || allMs <= boxMs)
        return {total, allMs};
    const int fitting = std::clamp(int(total * boxMs / allMs), 1, total);
    return {fitting, allMs * fitting / total};
}

Sitting sittingOf(const TodaySummary &today, int minutes)
{
    return sittingOf(today.due, today.fresh, today.pace, minutes);
}

} // namespace flaskcards
