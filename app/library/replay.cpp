// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/replay.h"

#include "core/scheduling/fuzz.h"

namespace flaskcards {

namespace {

using Schedulers = std::map<PresetId, Scheduler>;

Result<Schedulers> schedulersOf(const Store &store)
{
    const auto presets = store.reviews.presets();
    if (!presets)
        return presets.error();
    Schedulers schedulers;
    for (const auto &[id, json] : *presets) {
        if (auto settings = SchedulingSettings::fromJson(json.toUtf8()))
            schedulers.emplace(id, Scheduler(*settings));
    }
    return schedulers;
}

} // namespace

QHash<QuestionId, std::span<const Review>> reviewsByQuestion(const QList<Review> &reviews)
{
    QHash<QuestionId, std::span<const Review>> groups;
    for (qsizetype first = 0; first < reviews.size();) {
        qsizetype end = first;
        while (end < reviews.size() && reviews.at(end).question == reviews.at(first).question)
            ++end;
        groups.insert(reviews.at(first).question,
                      std::span(reviews.constData() + first, static_cast<size_t>(end - first)));
        first = end;
    }
    return groups;
}

Result<Replay> Replay::read(const Store &store)
{
    auto schedulers = schedulersOf(store);
    if (!schedulers)
        return schedulers.error();
    const auto reviews = store.reviews.allByQuestion();
    if (!reviews)
        return reviews.error();
    const auto moves = store.reviews.allMovesByQuestion();
    if (!moves)
        return moves.error();
    return Replay(*std::move(schedulers), *reviews, *moves);
}

Result<Replay> Replay::of(const Store &store, const QList<Review> &reviews, const QList<Move> &moves)
{
    auto schedulers = schedulersOf(store);
    if (!schedulers)
        return schedulers.error();
    return Replay(*std::move(schedulers), reviews, moves);
}

Result<Replay> Replay::read(const Store &store, QuestionId question)
{
    auto schedulers = schedulersOf(store);
    if (!schedulers)
        return schedulers.error();
    const auto reviews = store.reviews.ofQuestion(question);
    if (!reviews)
        return reviews.error();
    const auto moves = store.reviews.movesOf(question);
    if (!moves)
        return moves.error();
    return Replay(*std::move(schedulers), *reviews, *moves);
}

Replay::Replay(Schedulers schedulers, const QList<Review> &reviews, const QList<Move> &moves)
    : m_schedulers(std::move(schedulers)), m_reviews(reviews), m_byQuestion(reviewsByQuestion(m_reviews))
{
    for (const Move &move : moves)
        m_moves.insert(move.question, move);
}

PresetId Replay::standIn(PresetId preset) const
{
    const auto after = m_schedulers.lower_bound(preset);
    if (after == m_schedulers.begin())
        return after == m_schedulers.end() ? PresetId() : after->first;
    return std::prev(after)->first;
}

const Scheduler &Replay::schedulerOf(PresetId preset) const
{
    const auto known = m_schedulers.find(preset);
    if (known != m_schedulers.end())
        return known->second;
    const auto other = m_schedulers.find(standIn(preset));
    return other == m_schedulers.end() ? m_default : other->second;
}

CardLog Replay::logOf(QuestionId question, const QString &fuzzSeed) const
{
    CardLog log{.reviews = m_byQuestion.value(question)};
    Schedule last;
    size_t answers = 0;
    run(question, fuzzSeed, [&](const ReplayStep &step) {
        log.intervalBeforeLast = last.phase == Phase::Review ? last.intervalDays : 0;
        last = step.schedule;
        answers = step.reset ? 0 : answers + 1;
    });
    log.reviews = log.reviews.last(answers);
    return log;
}

void Replay::moved(Schedule &schedule, const Move &move, std::span<const Review> reviews) const
{
    if (move.preset)
        schedule.memory = memoryAfter(reviews, schedulerOf(*move.preset).model());
    schedule.intervalDays = move.intervalDays;
    schedule.dueDay = move.dueDay;
}

QList<Move> Replay::movesOf(QuestionId question) const
{
    QList<Move> moves = m_moves.values(question);
    std::reverse(moves.begin(), moves.end());
    return moves;
}

Schedule Replay::run(QuestionId question, const QString &fuzzSeed,
                     const std::function<void(const ReplayStep &)> &step) const
{
    Schedule schedule;
    const auto reviews = m_byQuestion.value(question);
    const QList<Move> moves = movesOf(question);
    auto move = moves.begin();
    size_t first = 0; // of the answers since the last reset
    for (size_t i = 0; i < reviews.size(); ++i) {
        const Review &review = reviews[i];
        schedule = schedulerOf(review).replayed(schedule, review.rating, review.moment,
                                                fuzzFactor(fuzzSeed, schedule.answers), review.chosenDays);
        const Move *reset = nullptr;
        const bool last = i + 1 == reviews.size();
        for (; move != moves.end() && (last || move->orderedAtMs < reviews[i + 1].orderedAtMs); ++move) {
            if (reset || move->orderedAtMs < review.orderedAtMs)
                continue; // the card was new then: there was nothing to move
            if (move->reset)
                reset = &*move;
            else
                moved(schedule, *move, reviews.subspan(first, i + 1 - first));
        }
        if (step)
            step({.schedule = schedule, .answer = &review});
        if (!reset)
            continue;
        schedule = {};
        first = i + 1;
        if (step)
            step({.schedule = schedule, .reset = reset});
    }
    return schedule;
}

} // namespace flaskcards
