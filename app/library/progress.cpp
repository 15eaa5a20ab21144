// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/progress.h"

#include "core/timefaults.h"
#include "library/replay.h"

#include <QDate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int forecastDays = 10;
constexpr int calendarDays = 53 * 7;
constexpr int recallWindow = 7;   // days
constexpr int leastReviewed = 15; // answers below which a share says nothing
constexpr qint64 dayMs = 86'400'000;

QDate dateOf(int studyDay)
{
    return QDate(1970, 1, 1).addDays(studyDay);
}

int firstDayOf(Period period, int today, int firstAnswer)
{
    constexpr int leastShown = 30;
    constexpr int mostShown = 100 * 365; // a clock may be thousands of years ahead
    switch (period) {
    case Period::Month:
        return today - 29;
    case Period::Quarter:
        return today - 89;
    case Period::Year:
        return today - 364;
    case Period::All:
        break;
    }
    return std::clamp(firstAnswer, today - mostShown + 1, today - leastShown + 1);
}

Result<void> takeDays(ProgressReport &report, const Library &library)
{
    const auto studied = studiedDays(library);
    if (!studied)
        return studied.error();
    const QList<int> &days = studied->days;
    report.everStudied = studied->ever;
    report.firstAnswer = days.isEmpty() ? report.today : std::min(days.last(), report.today);
    report.firstDay = firstDayOf(report.period, report.today, report.firstAnswer);
    report.streak = studied->streak;
    report.daysStudied = int(std::count_if(
        days.cbegin(), days.cend(), [&](int day) { return day >= report.firstDay && day <= report.today; }));
    return {};
}

qint64 meanOfThisMonth(const QList<DayTotals> &everyDay, int today, int firstAnswer)
{
    const int first = std::max(today - dateOf(today).day() + 1, firstAnswer);
    qint64 sum = 0;
    for (const DayTotals &day : everyDay)
        sum += day.day >= first ? day.durationMs : 0;
    return sum / std::max(1, today - first + 1);
}

// The days before the first bar are there for its mean.
void takeBars(ProgressReport &report, const QList<DayTotals> &everyDay)
{
    const int size = bucketDays(int(report.days.size()));
    const auto bars = (report.days.size() + size - 1) / size;
    report.bucketDays = size;
    report.bars = inBuckets(everyDay.last(bars * size), size);
    const QList<DayTotals> withLead = size == 1 ? everyDay.last(bars + recallWindow - 1) : report.bars;
    const int window = size == 1 ? recallWindow : 1;
    report.recall = recallOverDays(withLead, window).last(bars);
    report.trend = recallTrend(report.bars, window, leastReviewed);
}

Result<void> takeReviews(ProgressReport &report, const Library &library)
{
    const int lead = bucketDays(report.today - report.firstDay + 1) + recallWindow; // for the oldest bar
    const int first = std::min(report.firstDay, report.today - calendarDays) - lead;
    const auto stored = library.store().reviews.perDay(first, report.today);
    if (!stored)
        return stored.error();
    const QList<DayTotals> all = everyDay(*stored, first, report.today);
    report.days = all.last(report.today - report.firstDay + 1);
    report.total = sumOf(report.days);
    report.calendar = all.last(calendarDays + 1);
    report.meanDayMs = meanOfThisMonth(all, report.today, report.firstAnswer);
    takeBars(report, all);
    return {};
}

Result<void> takeTopics(ProgressReport &report, const Library &library)
{
    const auto facts = library.store().questions.facts();
    if (!facts)
        return facts.error();
    report.questions = int(facts->size());
    report.topics = topicsByRecall(library, *facts);
    const qint64 nowMs = library.clock().nowMs();
    report.knownWell = int(std::count_if(facts->cbegin(), facts->cend(), [&](const QuestionFacts &question) {
        const Schedule &schedule = question.card.schedule;
        return schedule.phase != Phase::New && library.scheduler().recallAt(schedule, nowMs) >= report.target;
    }));
    return {};
}

void takeKnowledge(ProgressReport &report, const Library &library, const QList<MemoryHistory> &histories)
{
    constexpr int mostPoints = 60;
    const qint64 nowMs = library.now().atMs;
    const int days = report.today - std::max(report.firstDay, report.firstAnswer) + 1;
    const int points = std::clamp(days * 2, 8, mostPoints);
    const QList<qint64> moments = equalSteps(nowMs - days * dayMs, nowMs, points);
    report.knowledge =
        knowledgeOverTime(histories, moments, report.questions, library.scheduler().model(), report.target);
}

Result<void> takeForecast(ProgressReport &report, const Library &library)
{
    const int today = report.today;
    const auto queue = queueOfToday(library);
    if (!queue)
        return queue.error();
    const auto due = library.store().cards.forecast(today, today + forecastDays - 1);
    if (!due)
        return due.error();
    const auto unseen = library.store().cards.newCount();
    if (!unseen)
        return unseen.error();
    const auto likely = pace(library);
    if (!likely)
        return likely.error();
    QList<DayLoad> loads =
        comingDays(*due, today, forecastDays, *unseen, queue->fresh, library.preferences().newPerDay);
    loads.first().due = queue->reviews + int(queue->learning.size()); // today's limit holds
    for (const DayLoad &load : std::as_const(loads))
        report.forecast.append({load, load.due * likely->otherMs + load.fresh * likely->newMs});
    return {};
}

} // namespace

Result<QList<MemoryHistory>> memoryHistories(const Library &library)
{
    const auto replay = Replay::read(library.store());
    if (!replay)
        return replay.error();
    const auto facts = library.store().questions.facts();
    if (!facts)
        return facts.error();
    const auto cards = library.store().cards.all();
    if (!cards)
        return cards.error();
    const qint64 nowMs = library.now().atMs;
    QHash<QuestionId, QString> seeds;
    for (const StoredCard &card : *cards)
        seeds.insert(card.card.question, card.fuzzSeed);
    QList<MemoryHistory> histories;
    for (const QuestionFacts &question : *facts) {
        MemoryHistory history;
        QList<qint64> timesMs;
        replay->run(question.id, seeds.value(question.id), [&](const ReplayStep &step) {
            timesMs.append(step.reset ? step.reset->atMs : step.schedule.lastAnswerAtMs);
            if (step.reset)
                history.append({.atMs = step.reset->atMs, .reset = true});
            else
                history.append({step.schedule.lastAnswerAtMs, *step.schedule.memory});
        });
        const QList<qint64> ordered = orderedTimes(timesMs, nowMs);
        for (qsizetype i = 0; i < history.size(); ++i)
            history[i].atMs = ordered.at(i);
        if (!history.isEmpty())
            histories.append(history);
    }
    return histories;
}

Result<ProgressReport> progressReport(const Library &library, Period period,
                                      const QList<MemoryHistory> &histories)
{
    ProgressReport report;
    report.period = period;
    report.today = library.today();
    report.target = library.preferences().scheduling.desiredRetention;
    for (const auto take : {takeDays, takeReviews, takeTopics, takeForecast}) {
        if (auto taken = take(report, library); !taken)
            return taken.error();
    }
    takeKnowledge(report, library, histories);
    return report;
}

namespace {

QByteArray isoDay(int day)
{
    return dateOf(day).toString(Qt::ISODate).toLatin1();
}

class Table
{
public:
    void row(const char *chart, const QByteArray &of, const char *series, double value)
    {
        m_text +=
            QByteArray(chart) + ',' + of + ',' + series + ',' + QByteArray::number(value, 'g', 6) + '\n';
    }
    QByteArray text() const { return m_text; }

private:
    QByteArray m_text = "chart,of,series,value\n";
};

void addDay(Table &table, const DayTotals &day)
{
    static constexpr const char *ratings[] = {"again", "hard", "good", "easy"};
    const QByteArray date = isoDay(day.day);
    for (size_t rating = 0; rating < day.byRating.size(); ++rating)
        table.row("answers", date, ratings[rating], day.byRating[rating]);
    table.row("recall", date, "reviews", day.reviewed);
    table.row("recall", date, "recalled", day.recalled);
    table.row("answers", date, "new", day.introduced);
    table.row("time", date, "minutes", double(day.durationMs) / 60'000);
}

void addPoint(Table &table, const KnowledgePoint &point)
{
    const QByteArray at =
        QDateTime::fromMSecsSinceEpoch(point.atMs, Qt::UTC).toString(Qt::ISODate).toLatin1();
    table.row("questions", at, "known", point.known);
    table.row("questions", at, "shaky", point.shaky);
    table.row("questions", at, "unseen", point.unseen);
}

} // namespace

QByteArray toCsv(const ProgressReport &report)
{
    Table table;
    for (const DayTotals &day : report.days)
        addDay(table, day);
    for (const KnowledgePoint &point : report.knowledge)
        addPoint(table, point);
    for (const TopicRecall &topic : report.topics) {
        table.row("topics", topic.topic.toUtf8(), "seen", topic.seen);
        table.row("topics", topic.topic.toUtf8(), "recall", topic.recall);
    }
    for (const LoadEstimate &day : report.forecast) {
        table.row("forecast", isoDay(day.load.day), "due", day.load.due);
        table.row("forecast", isoDay(day.load.day), "new", day.load.fresh);
        table.row("forecast", isoDay(day.load.day), "minutes", double(day.estimateMs) / 60'000);
    }
    return table.text();
}

} // namespace flaskcards
