// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduling/scheduler.h"
#include "storage/store.h"

#include <QHash>

#include <functional>
#include <map>
#include <span>

namespace flaskcards {

// The reviews of each question, out of a list that is grouped by question and outlives the result.
QHash<QuestionId, std::span<const Review>> reviewsByQuestion(const QList<Review> &reviews);

struct CardLog {
    std::span<const Review> reviews; // oldest first, from the last reset on
    int intervalBeforeLast = 0;      // that of the review part, before the newest answer; 0: none
};

// What an entry of the log made of a card: an answer with the moves behind it, or a reset.
struct ReplayStep {
    const Schedule &schedule;
    const Review *answer = nullptr;
    const Move *reset = nullptr;
};

// The log, to be run once more: each answer through the settings that were in force then. Damage does not
// stop it: settings that are gone or cannot be read are replaced by the ones before them (standIn).
class Replay
{
public:
    static Result<Replay> read(const Store &store);
    // Only the answers and moves of one question.
    static Result<Replay> read(const Store &store, QuestionId question);

    // The log as given, grouped by question and in order, instead of the stored one.
    static Result<Replay> of(const Store &store, const QList<Review> &reviews, const QList<Move> &moves);

    int reviews() const { return int(m_reviews.size()); }

    // The answers to a question. The spans live as long as the replay.
    CardLog logOf(QuestionId question, const QString &fuzzSeed) const;

    // What the answers to a question, and its moves, make of its card. `step`, if given, sees the schedule
    // after each answer and each reset.
    Schedule run(QuestionId question, const QString &fuzzSeed,
                 const std::function<void(const ReplayStep &)> &step = {}) const;

    // The one that was in force for an answer of this log.
    const Scheduler &schedulerOf(const Review &review) const { return schedulerOf(review.preset); }

    bool knows(PresetId preset) const { return m_schedulers.contains(preset); }
    // The readable settings that serve for these: the nearest earlier ones, else later ones; invalid: there
    // are none, and the defaults serve.
    PresetId standIn(PresetId preset) const;

private:
    Replay(std::map<PresetId, Scheduler> schedulers, const QList<Review> &reviews, const QList<Move> &moves);
    QList<Move> movesOf(QuestionId question) const; // oldest first
    const Scheduler &schedulerOf(PresetId preset) const;
    void moved(Schedule &schedule, const Move &move, std::span<const Review> reviews) const;

    std::map<PresetId, Scheduler> m_schedulers;
    Scheduler m_default;
    QList<Review> m_reviews; // grouped by question, oldest first; never changed, the groups point into it
    QHash<QuestionId, std::span<const Review>> m_byQuestion;
    QMultiHash<QuestionId, Move> m_moves; // the newest first
};

} // namespace flaskcards
