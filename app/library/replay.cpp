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
        auto settings = SchedulingSettings::fromJson(json.toUtf8());
        if (!settings)
            return settings.error();
        schedulers.emplace(id, Scheduler(*settings));
    }
    return schedulers;
}

// The reviews of each question, out of the list grouped by question.
QHash<QuestionId, std::span<const Review>> grouped(const QList<Review> &reviews)
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

} // namespace

Result<Replay> Replay::read(const Store &store)
{
    auto schedulers = schedulersOf(store);
    if (!schedulers)
        return schedulers.error();
    const auto reviews = store.reviews.allByQuestion();
    if (!reviews)
        return reviews.error();
    return Replay(*std::move(schedulers), *reviews);
}

Replay::Replay(Schedulers schedulers, const QList<Review> &reviews)
    : m_schedulers(std::move(schedulers)), m_reviews(reviews), m_byQuestion(grouped(m_reviews))
{
}

Schedule Replay::run(QuestionId question, const QString &fuzzSeed,
                     const std::function<void(const Schedule &)> &step) const
{
    Schedule schedule;
    for (const Review &review : m_byQuestion.value(question)) {
        schedule =
            m_schedulers.at(review.preset)
                .answered(schedule, review.rating, review.moment, fuzzFactor(fuzzSeed, schedule.answers));
        if (step)
            step(schedule);
    }
    return schedule;
}

} // namespace flaskcards
