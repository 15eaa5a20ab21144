// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scheduling/spread.h"
#include "library/library.h"

#include <optional>

namespace flaskcards {

// What a sitting studies.
struct SessionPlan {
    QList<QuestionId> listed = {}; // exactly these, due or not; empty: what today asks for
    int minutes = 0;               // as many cards as this is likely to take; 0: all
    int count = 0;                 // at most so many cards; 0: no limit
    bool recorded = true;          // no: schedule and log stay as they are
    bool mixed = false;            // listed ones in turns of topics instead of in their order
    QString name = {};             // of a chosen sitting
};

// What a sitting still has to ask: what was put first, then the plan's in order or in turns of topics; those
// in learning when their minute has come.
class SittingQueue
{
public:
    // The library must outlive the queue.
    static Result<SittingQueue> of(const Library &library, const SessionPlan &plan);

    std::optional<QuestionId> take(); // none: nothing now
    // A card is on the table: those to come keep their distance from it.
    void noteShown(const Question &question);

    void putFirst(const Card &card);
    void putFirst(QuestionId question) { m_first.prepend(question); }
    void putLast(QuestionId question) { m_rest.append(question); }
    void putAt(QuestionId question, qint64 dueAtMs) { m_waiting.append({question, dueAtMs}); }
    void forget(QuestionId question);

    QList<QuestionId> ahead() const; // without those that wait
    int left() const;
    int unseen() const { return int(m_unseen.size()); } // new ones of those left
    std::optional<qint64> nextDueMs() const;            // of those that wait

private:
    struct Near {
        QuestionId question;
        Coming coming;
    };
    struct Waiting {
        QuestionId question;
        qint64 dueAtMs;
    };

    explicit SittingQueue(const Library &library) : m_library(&library) {}
    Result<void> takePlan(const SessionPlan &plan);
    Result<void> noteUnseen();
    std::optional<QuestionId> takeAny();
    std::optional<QuestionId> takeInTurns();
    std::optional<QuestionId> takeWaiting(qint64 untilMs);
    void bringNear();

    const Library *m_library;
    bool m_inTurns = false;
    QList<QuestionId> m_first;
    QList<Near> m_near; // the next of the rest, read to choose among them
    QList<QuestionId> m_rest;
    QList<Waiting> m_waiting;
    QSet<QuestionId> m_unseen;
    QList<Question> m_shown; // the last ones
    int m_place = 0;
};

} // namespace flaskcards
