// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/outlook.h"

#include "core/scheduling/studyday.h"
#include "core/scheduling/workload.h"
#include "library/replay.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr quint64 seed = 20261121;
constexpr int firstYear = 365;

AnswerHabits habitsOf(const QList<Review> &reviews, const SchedulingSettings &settings)
{
    std::vector<HabitSample> samples;
    samples.reserve(size_t(reviews.size()));
    for (const Review &review : reviews)
        samples.push_back({review.phaseBefore, review.rating, review.durationMs});
    AnswerHabits found = habits(samples);
    found.learning.steps = int(settings.learningStepsMinutes.size());
    found.relearning.steps = int(settings.relearningStepsMinutes.size());
    return found;
}

struct Cards {
    std::vector<SimulatedCard> seen;
    int unseen = 0;
};

// `memory`: of a seen card, in FSRS-6.
Cards cardsFor(const QList<StoredCard> &stored, const Moment &now,
               const std::function<std::optional<MemoryState>(const StoredCard &)> &memory)
{
    Cards cards;
    for (const StoredCard &card : stored) {
        const Schedule &schedule = card.card.schedule;
        if (card.card.suspended)
            continue;
        const auto state = memory(card);
        if (!state) {
            ++cards.unseen;
            continue;
        }
        cards.seen.push_back({*state, elapsedDays(schedule.lastAnswerAtMs, now),
                              std::max(0, schedule.dueDay - studyDay(now))});
    }
    return cards;
}

// 70 to 99 %, the present one among them.
std::vector<double> allRetentions(double present)
{
    std::vector<double> retentions;
    for (int percent = 70; percent <= 99; ++percent)
        retentions.push_back(percent / 100.0);
    const auto place = std::lower_bound(retentions.begin(), retentions.end(), present - 1e-9);
    if (place == retentions.end() || *place > present + 1e-9)
        retentions.insert(place, present);
    return retentions;
}

// One game of chance is uneven with few cards: the mean of several.
std::vector<WhatIf> meanWhatIf(const Fsrs6 &model, const AnswerHabits &ways, SimulationPlan plan,
                               const std::function<bool()> &goOn)
{
    constexpr size_t enoughCards = 4000;
    const size_t cards = std::max<size_t>(1, plan.cards.size() + size_t(plan.newCards));
    const auto games = int(std::clamp<size_t>(enoughCards / cards, 1, 10));
    std::vector<WhatIf> mean;
    for (int game = 0; game < games; ++game) {
        plan.seed = seed + quint64(game);
        const auto played = whatIf(model, ways, plan, allRetentions(plan.desiredRetention), goOn);
        mean.resize(game == 0 ? played.size() : std::min(mean.size(), played.size()));
        for (size_t i = 0; i < mean.size(); ++i) {
            mean[i].retention = played[i].retention;
            mean[i].minutesPerDay += played[i].minutesPerDay / games;
            mean[i].recalledAtEnd += played[i].recalledAtEnd / games;
            mean[i].reviewsPerDay += played[i].reviewsPerDay / games;
        }
    }
    return mean;
}

} // namespace

Result<Outlook> readOutlook(const QString &databasePath, const Preferences &preferences, const Moment &now,
                            int days, const std::function<bool()> &goOn)
{
    auto database = Database::open(databasePath, Database::Access::ReadOnly);
    if (!database)
        return database.error();
    const Store store(**database);
    const auto reviews = store.reviews.allByQuestion();
    if (!reviews)
        return reviews.error();
    const auto stored = store.cards.active();
    if (!stored)
        return stored.error();
    const auto done = store.reviews.perDay(studyDay(now), studyDay(now));
    if (!done)
        return done.error();
    const DayTotals today = done->isEmpty() ? DayTotals() : done->first();
    const DayLimits limits = preferences.limits(studyDay(now));

    const SchedulingSettings &settings = preferences.scheduling;
    const Fsrs6 model(settings.parameters, int(settings.relearningStepsMinutes.size()));
    const bool native = settings.model == MemoryModelKind::Fsrs6;
    const auto sinceReset = store.reviews.allSinceReset();
    if (!sinceReset)
        return sinceReset.error();
    const auto groups = reviewsByQuestion(*sinceReset);
    const Cards cards = cardsFor(*stored, now, [&](const StoredCard &card) {
        return native ? card.card.schedule.memory : memoryAfter(groups.value(card.card.question), model);
    });
    const AnswerHabits ways = habitsOf(*reviews, settings);
    SimulationPlan plan{.cards = cards.seen,
                        .newCards = cards.unseen,
                        .days = days,
                        .newPerDay = preferences.newPerDay,
                        .reviewsPerDay = preferences.reviewsPerDay,
                        .newOnFirstDay = std::max(0, limits.newPerDay - today.introduced),
                        .reviewsOnFirstDay = std::max(0, limits.reviewsPerDay - today.reviewed),
                        .desiredRetention = settings.desiredRetention,
                        .maximumIntervalDays = settings.maximumIntervalDays,
                        .fuzz = settings.fuzz,
                        .seed = seed};
    Outlook outlook{.today = studyDay(now),
                    .desiredRetention = settings.desiredRetention,
                    .questions = int(cards.seen.size()) + cards.unseen};
    outlook.newQuestionSeconds = Workload(model, ways, settings.desiredRetention, firstYear).secondsForNew(0);
    outlook.days = simulate(model, ways, plan, goOn);
    outlook.retentions = meanWhatIf(model, ways, plan, goOn);
    plan.review = false;
    outlook.withoutWork = simulate(model, ways, plan, goOn);
    if (goOn && !goOn())
        return Error{ErrorCode::NotFound, u"outlook"_s};
    return outlook;
}

} // namespace flaskcards
