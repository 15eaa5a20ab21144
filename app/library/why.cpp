// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/why.h"

#include "core/scheduling/fuzz.h"
#include "core/scheduling/studyday.h"
#include "library/balance.h"
#include "library/questions.h"
#include "library/replay.h"

#include <algorithm>

namespace flaskcards {

namespace {

constexpr double dayMs = 86'400'000;
constexpr int steps = 24; // lines of a stretch of the curve

// Forgetting is fastest at first: so the points lie closer there.
QList<RecallPoint> stretch(const Scheduler &scheduler, const Schedule &schedule, qint64 firstMs,
                           qint64 lastMs)
{
    QList<RecallPoint> points;
    if (!schedule.memory || lastMs < firstMs)
        return points;
    for (int i = 0; i <= steps; ++i) {
        const double share = double(i) / steps;
        const qint64 atMs = firstMs + qint64(share * share * double(lastMs - firstMs));
        points.append(RecallPoint{atMs, scheduler.recallAt(schedule, atMs)});
    }
    return points;
}

// Past the due day, and never so short that the fall cannot be seen.
qint64 endAhead(const WhyReport &report)
{
    const qint64 nowMs = report.now.atMs;
    const double passed = double(nowMs - report.card.schedule.lastAnswerAtMs);
    const double untilDue = std::max(0, report.dueInDays) * dayMs;
    return nowMs + qint64(untilDue + std::max(dayMs, 0.3 * (passed + untilDue)));
}

void takeAnswers(WhyReport &report, const Replay &replay, const QString &fuzzSeed)
{
    Schedule before;
    replay.run(report.card.question, fuzzSeed, [&](const ReplayStep &step) {
        const Schedule &after = step.schedule;
        if (step.reset) {
            report.wasReset = true;
            report.answers.clear();
            report.curve.clear();
            before = after;
            return;
        }
        const Review &review = *step.answer;
        const qint64 atMs = review.moment.atMs;
        const Scheduler &scheduler = replay.schedulerOf(review);
        PastAnswer answer{.moment = review.moment, .rating = review.rating};
        if (before.memory) {
            answer.recallBefore = scheduler.recallAt(before, atMs);
            report.curve.append(stretch(scheduler, before, before.lastAnswerAtMs, atMs));
        }
        answer.stabilityDays = after.memory ? after.memory->stability : 0;
        report.answers.append(answer);
        before = after;
    });
}

void takeCurve(WhyReport &report, const Scheduler &scheduler)
{
    const Schedule &schedule = report.card.schedule;
    const qint64 nowMs = report.now.atMs;
    report.recall = scheduler.recallAt(schedule, nowMs);
    report.curve.append(stretch(scheduler, schedule, schedule.lastAnswerAtMs, nowMs));
    report.ahead = stretch(scheduler, schedule, nowMs, endAhead(report));
}

Result<void> takeMissing(WhyReport &report, const Library &library, const Question &question)
{
    const auto links = linksTo(library, question.after);
    if (!links)
        return links.error();
    for (const QuestionLink &link : *links) {
        const auto card = library.store().cards.get(link.id);
        if (!card)
            return card.error();
        if (card->schedule.phase == Phase::New)
            report.missing.append(link.title);
    }
    return {};
}

} // namespace

Result<WhyReport> whyReport(const Library &library, QuestionId question)
{
    const Store &store = library.store();
    const auto card = store.cards.get(question);
    if (!card)
        return card.error();
    const auto seed = store.cards.fuzzSeed(question);
    if (!seed)
        return seed.error();
    const auto loaded = loadQuestion(library, question);
    if (!loaded)
        return loaded.error();

    const auto met = askedNotesOf(library, loaded->question.slug);
    if (!met)
        return met.error();

    WhyReport report;
    if (!met->isEmpty())
        report.met = met->first();
    report.card = *card;
    report.now = library.now();
    report.asked = askedCount(loaded->question);
    report.target = library.preferences().scheduling.desiredRetention;
    const Scheduler &scheduler = library.schedulerOf(loaded->question.topic);
    const double factor = fuzzFactor(*seed, card->schedule.answers);
    const DayChooser choose = dayChooser(library, scheduler, factor);
    report.good = scheduler.answered(card->schedule, Rating::Good, report.now, factor, choose);
    if (report.isNew()) {
        if (auto taken = takeMissing(report, library, loaded->question); !taken)
            return taken.error();
        return report;
    }
    report.dueInDays = card->schedule.dueDay - studyDay(report.now);
    const auto replay = Replay::read(store, question);
    if (!replay)
        return replay.error();
    takeAnswers(report, *replay, *seed);
    takeCurve(report, library.scheduler());
    return report;
}

} // namespace flaskcards
