// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/filter.h"

#include <algorithm>

namespace flaskcards {

namespace {

// One overload a filter: does it hold?
struct Holds {
    const QuestionFacts &question;
    int today;

    bool operator()(const TopicFilter &filter) const { return filter.topics.contains(question.topic); }
    bool operator()(const LevelFilter &filter) const { return filter.levels.contains(question.level); }
    bool operator()(const KindFilter &filter) const { return filter.kinds.contains(question.kind); }
    bool operator()(const FlagFilter &filter) const { return filter.flags.contains(question.card.flag); }
    bool operator()(const AskedFilter &filter) const { return filter.holds(question.asked); }
    bool operator()(const TagFilter &filter) const
    {
        return std::any_of(filter.tags.cbegin(), filter.tags.cend(), [&](const QString &tag) {
            return question.tags.contains(tag) || question.ownTags.contains(tag);
        });
    }
    bool operator()(const StateFilter &filter) const
    {
        return std::any_of(filter.states.cbegin(), filter.states.cend(),
                           [&](CardState state) { return isInState(state, question, today); });
    }
};

} // namespace

bool isInState(CardState state, const QuestionFacts &question, int today)
{
    const Card &card = question.card;
    const Schedule &schedule = card.schedule;
    switch (state) {
    case CardState::Due:
        return schedule.phase != Phase::New && schedule.dueDay <= today && !card.suspended &&
               card.buriedUntilDay <= today;
    case CardState::New:
        return schedule.phase == Phase::New;
    case CardState::Learning:
        return schedule.phase == Phase::Learning || schedule.phase == Phase::Relearning;
    case CardState::Review:
        return schedule.phase == Phase::Review;
    case CardState::Suspended:
        return card.suspended;
    case CardState::Buried:
        return card.buriedUntilDay > today;
    case CardState::Flagged:
        return card.flag != 0;
    case CardState::Leech:
        return schedule.leech;
    case CardState::Own:
        return question.origin == Origin::Own;
    case CardState::Edited:
        return question.origin == Origin::Edited;
    case CardState::ReallyAsked:
        return question.reallyAsked;
    }
    return false;
}

bool passesFilters(const Query &query, const QuestionFacts &question, int today)
{
    return std::all_of(query.filters.cbegin(), query.filters.cend(), [&](const Filter &filter) {
        return std::visit(Holds{question, today}, filter.condition) != filter.excluded;
    });
}

} // namespace flaskcards
