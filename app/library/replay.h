// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduling/scheduler.h"
#include "storage/store.h"

#include <QHash>

#include <functional>
#include <map>
#include <span>

namespace flaskcards {

// The whole log, to be run once more: each answer through the settings that were in force then.
class Replay
{
public:
    static Result<Replay> read(const Store &store);

    int reviews() const { return int(m_reviews.size()); }

    // What the answers to a question make of its card. `step`, if given, sees the schedule after each answer.
    Schedule run(QuestionId question, const QString &fuzzSeed,
                 const std::function<void(const Schedule &)> &step = {}) const;

private:
    Replay(std::map<PresetId, Scheduler> schedulers, const QList<Review> &reviews);

    std::map<PresetId, Scheduler> m_schedulers;
    QList<Review> m_reviews; // grouped by question, oldest first; never changed, the groups point into it
    QHash<QuestionId, std::span<const Review>> m_byQuestion;
};

} // namespace flaskcards
