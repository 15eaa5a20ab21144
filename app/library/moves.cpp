// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/moves.h"

#include "core/scheduling/fuzz.h"
#include "core/scheduling/studyday.h"
#include "library/replay.h"

namespace flaskcards {

namespace {

constexpr int previewDays = 30;

// Topics without parameters of their own are one group, the empty one.
QString groupOf(const QString &topic, const Preferences &preferences)
{
    return preferences.topicParameters.contains(topic) ? topic : QString();
}

// A scheduler a group, made when first asked for.
class TopicSchedulers
{
public:
    explicit TopicSchedulers(const Preferences &preferences) : m_preferences(preferences) {}

    const Scheduler &of(const QString &topic)
    {
        const QString group = groupOf(topic, m_preferences);
        const auto known = m_schedulers.find(group);
        if (known != m_schedulers.end())
            return known->second;
        return m_schedulers.emplace(group, Scheduler(m_preferences.schedulingOf(group))).first->second;
    }

private:
    const Preferences &m_preferences;
    std::map<QString, Scheduler> m_schedulers;
};

bool isMovable(const Card &card)
{
    return card.schedule.phase == Phase::Review && !card.suspended;
}

Schedule movedTo(const Scheduler &scheduler, const StoredCard &stored, const CardLog &log, const Moment &now,
                 bool days)
{
    Schedule schedule = stored.card.schedule;
    schedule.memory = memoryAfter(log.reviews, scheduler.model());
    if (!days || !isMovable(stored.card))
        return schedule;
    const double factor = fuzzFactor(stored.fuzzSeed, schedule.answers - 1);
    const int previous = log.intervalBeforeLast;
    schedule.intervalDays = scheduler.reviewDays(*schedule.memory, previous, factor);
    const int answeredOn = studyDay(log.reviews.back().moment);
    // Never into the past; what stays overdue keeps its day.
    const int today = studyDay(now);
    const int wished = answeredOn + schedule.intervalDays;
    schedule.dueDay = wished > today ? wished : std::min(schedule.dueDay, today);
    return schedule;
}

QList<int> load(const QList<MovedCard> &cards, Schedule MovedCard::*when, int today)
{
    QList<int> days(previewDays);
    for (const MovedCard &card : cards) {
        const Schedule &schedule = card.*when;
        const int day = std::max(0, schedule.dueDay - today);
        if (schedule.phase == Phase::Review && day < previewDays)
            ++days[day];
    }
    return days;
}

} // namespace

Result<QList<MovedCard>> movedBy(const Store &store, const Preferences &preferences, const Moment &now,
                                 bool days)
{
    const auto replay = Replay::read(store);
    if (!replay)
        return replay.error();
    const auto cards = store.cards.all();
    if (!cards)
        return cards.error();
    const auto topics = store.questions.topics();
    if (!topics)
        return topics.error();
    TopicSchedulers schedulers(preferences);
    QList<MovedCard> moved;
    for (const StoredCard &stored : *cards) {
        const QuestionId question = stored.card.question;
        if (!stored.card.schedule.memory)
            continue;
        const CardLog log = replay->logOf(question, stored.fuzzSeed);
        if (log.reviews.empty())
            continue; // a damaged log: `check` tells
        const Scheduler &scheduler = schedulers.of(topics->value(question));
        moved.append({question, stored.card.schedule, movedTo(scheduler, stored, log, now, days)});
    }
    return moved;
}

bool changesMemory(const Preferences &before, const Preferences &after)
{
    const auto effective = [](const SchedulingSettings &settings) {
        return Fsrs6::clipped(settings.parameters, int(settings.relearningStepsMinutes.size()));
    };
    if (before.scheduling.model != after.scheduling.model)
        return true;
    return after.scheduling.model == MemoryModelKind::Fsrs6 &&
           (effective(before.scheduling) != effective(after.scheduling) ||
            before.topicParameters != after.topicParameters);
}

Result<void> writeMoves(Store &store, const QList<MovedCard> &cards, const Preferences &preferences,
                        qint64 nowMs)
{
    const auto topics = store.questions.topics();
    if (!topics)
        return topics.error();
    QHash<QString, PresetId> presets;
    for (const MovedCard &card : cards) {
        const QString group = groupOf(topics->value(card.question), preferences);
        if (!presets.contains(group)) {
            const auto preset =
                store.reviews.presetFor(QString::fromUtf8(preferences.schedulingOf(group).toJson()));
            if (!preset)
                return preset.error();
            presets.insert(group, *preset);
        }
        if (auto done = store.reviews.append(Move{.question = card.question,
                                                  .atMs = nowMs,
                                                  .preset = presets.value(group),
                                                  .intervalDays = card.after.intervalDays,
                                                  .dueDay = card.after.dueDay});
            !done)
            return done;
        if (auto done = store.cards.saveSchedule(card.question, card.after); !done)
            return done;
    }
    return {};
}

Result<MovePreview> previewMove(const Library &library, const Preferences &preferences)
{
    const auto cards = movedBy(library.store(), preferences, library.now(), true);
    if (!cards)
        return cards.error();
    MovePreview preview;
    for (const MovedCard &card : *cards) {
        preview.earlier += card.after.dueDay < card.before.dueDay ? 1 : 0;
        preview.later += card.after.dueDay > card.before.dueDay ? 1 : 0;
    }
    preview.cards = preview.earlier + preview.later;
    preview.loadBefore = load(*cards, &MovedCard::before, library.today());
    preview.loadAfter = load(*cards, &MovedCard::after, library.today());
    return preview;
}

} // namespace flaskcards
