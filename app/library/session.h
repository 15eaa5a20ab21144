// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"
#include "library/sittingqueue.h"
#include "library/today.h"

#include <array>
#include <optional>

namespace flaskcards {

// The card on the table.
struct StudyCard {
    Question question;
    QString hash; // of the question's content
    Card card;
    int shownOn = 0;                  // study day
    std::array<Schedule, 4> outcomes; // what Again, Hard, Good, Easy would make of it
    std::optional<double> recall;     // probability of recall now; none for a new card
    QList<Recital> recitals;          // of earlier answers, as far as known, oldest first
};

struct AnsweredCard {
    QuestionId question;
    QString title;
    Rating rating = Rating::Good;
    Phase phaseBefore = Phase::New;
    int durationMs = 0;
    Recital recital = {};
    int option = -1;
};

// One sitting: the current card, whether its answer is shown, what is left, what was done. It decides which
// card comes next; every answer goes through the library's door and is durable before the next card is shown.
class Session
{
public:
    // The library must outlive the session.
    static Result<Session> start(Library &library, const SessionPlan &plan);

    const StudyCard *current() const
    {
        return m_current ? &*m_current : nullptr;
    } // null: nothing left for now
    bool isRevealed() const { return m_revealed; }
    void reveal();

    // What goes into the log with the grade of the current card.
    void noteConfidence(Confidence confidence) { m_recital.confidence = confidence; }
    void notePoints(const QString &points) { m_recital.points = points; } // as Recital::points
    const Recital &recital() const { return m_recital; }
    // Of a multiple choice; in no log, but it stays with the card when that comes back.
    void noteOption(int option) { m_option = option; }
    int option() const { return m_option; } // -1: none
    int sinceShownMs() const;               // the current card

    // Grades the revealed card and moves on. Not revealed: nothing happens, so a double key press answers
    // once. Busy: the card was answered elsewhere meanwhile; it is shown again as it is now. NotFound: it is
    // no longer there, and the next one is current. On any other error the card stays and the answer is not
    // kept.
    Result<void> answer(Rating rating);

    // As Library::step. Back: a card whose answer was taken back comes to the table, revealed and with what
    // was said of it, and one that this sitting buried or suspended as a question. Forth: the card that is
    // answered again leaves it. Where nothing is recorded, answers of before do not come to the table.
    Result<Stepped> step(Direction direction, qint64 until = 0);
    // Of a sitting that is not recorded: the last answer, if there is one; no step of the history.
    bool takeBackUnrecorded();
    Result<Stepped> undo() { return step(Direction::Back); }
    Result<Stepped> redo() { return step(Direction::Forth); }

    // Until later today; of what is not recorded, to the end of this sitting. Returns when it comes, 0: the
    // latter.
    qint64 skip();
    void askNext(QuestionId question); // right after the current card, due or not
    Result<void> bury();               // until tomorrow
    Result<void> suspend();            // until the person brings it back
    Result<void> setFlag(int flag);

    // Whether something else changed the current card or its question.
    bool isCurrentStale() const;
    // Takes the current card anew from the store after something else changed it; moves on if it is gone,
    // left the bank, was suspended or answered.
    Result<void> refresh();
    // Looks for a card again when a waiting one may have come due.
    Result<void> resume();
    // What the grades lead to, counted from the present study day; the card and what is shown of it stay.
    Result<void> renewOutcomes();

    bool isRecorded() const { return m_plan.recorded; }
    SessionPlan rest() const; // what is left, to be gone on with; nothing of what the day asks for
    const QList<AnsweredCard> &answered() const { return m_answered; }
    int left() const;              // cards still to come with the current one
    qint64 estimateLeftMs() const; // likely time for them
    // When nothing is left now but something comes later.
    std::optional<qint64> nextLearningDueMs() const { return m_queue.nextDueMs(); }

private:
    Session(Library &library, const SessionPlan &plan, SittingQueue queue, const Pace &pace)
        : m_library(library), m_plan(plan), m_queue(std::move(queue)), m_pace(pace)
    {
    }

    void noteAnswer(Rating rating, int tookMs);
    Result<void> moveOn();
    void leaveCurrent();
    Result<void> leaveIfGone(const Error &error);
    bool isToBeLeft() const;
    Result<void> show(QuestionId question);
    Result<void> dropCurrent(const Operation &operation);
    void noteOutcome(const Schedule &schedule);
    Result<void> followBack(const HistoryStep &step);
    Result<void> followForth(const HistoryStep &step);
    Result<void> bringBack(QuestionId question);
    void giveBack(const AnsweredCard &answer);
    void layAside(QuestionId otherThan);

    Library &m_library;
    const SessionPlan m_plan;
    SittingQueue m_queue;
    Pace m_pace;
    std::optional<StudyCard> m_current;
    bool m_revealed = false;
    qint64 m_shownAtMs = 0;
    Recital m_recital; // of the current card
    int m_option = -1; // chosen, of the current card
    QList<AnsweredCard> m_answered;
    QList<AnsweredCard> m_takenBack; // of m_answered, the last one on top
    QList<QuestionId> m_dropped;     // buried or suspended in this sitting
};

// The card as it would lie on the table now. NotFound also where the question left the bank.
Result<StudyCard> studyCard(const Library &library, QuestionId question);
// The same without what was said of it earlier, as far as answerOperation() needs it.
Result<StudyCard> cardToAnswer(const Library &library, QuestionId question);

// The operation of one answer: schedule, log and card in one. Busy if the stored card is no longer `shown`.
// The library must outlive it.
Operation answerOperation(const Library &library, const StudyCard &shown, Rating rating, int durationMs,
                          const Recital &recital = {});

} // namespace flaskcards
