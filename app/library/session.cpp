// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/session.h"

#include "core/scheduling/fuzz.h"
#include "core/scheduling/studyday.h"
#include "library/balance.h"
#include "library/later.h"
#include "library/operations.h"
#include "library/questions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr QLatin1StringView answerLabel = "answer"_L1;
constexpr int longestAnswerMs = 20 * 60 * 1000; // away from the desk is not thinking

// Takes its card out of the sitting.
bool isDropping(const HistoryStep &step)
{
    return step.label == "bury"_L1 || step.label == "suspend"_L1;
}

bool isInLearning(const Schedule &schedule)
{
    return schedule.phase == Phase::Learning || schedule.phase == Phase::Relearning;
}

// The interval that the button showed, where the load of the days chose it; past the end of the study day
// chance does, as the days then count from another one.
int chosenDays(const Library &library, const StudyCard &shown, Rating rating)
{
    const Schedule &outcome = shown.outcomes[ratingIndex(rating)];
    const bool chooses = library.preferences().balanceLoad && outcome.phase == Phase::Review;
    return chooses && shown.shownOn == library.today() ? outcome.intervalDays : 0;
}

Result<void> takeOutcomes(const Library &library, StudyCard &shown)
{
    const Schedule &schedule = shown.card.schedule;
    const auto seed = library.store().cards.fuzzSeed(shown.card.question);
    if (!seed)
        return seed.error();
    const Moment moment = library.now();
    const Scheduler &scheduler = library.schedulerOf(shown.question.topic);
    const double factor = fuzzFactor(*seed, schedule.answers);
    const DayChooser choose = dayChooser(library, scheduler, factor);
    shown.shownOn = studyDay(moment);
    shown.outcomes = scheduler.outcomes(schedule, moment, factor, choose);
    if (schedule.phase != Phase::New)
        shown.recall = scheduler.recallAt(schedule, moment.atMs);
    return {};
}

} // namespace

Result<StudyCard> cardToAnswer(const Library &library, QuestionId question)
{
    auto loaded = loadQuestion(library, question);
    if (!loaded)
        return loaded.error();
    if (loaded->retired)
        return Error{ErrorCode::NotFound, loaded->question.slug};
    const auto card = library.store().cards.get(question);
    if (!card)
        return card.error();
    StudyCard shown;
    shown.question = std::move(loaded->question);
    shown.hash = loaded->hash;
    shown.card = *card;
    if (auto taken = takeOutcomes(library, shown); !taken)
        return taken.error();
    return shown;
}

Result<StudyCard> studyCard(const Library &library, QuestionId question)
{
    auto shown = cardToAnswer(library, question);
    if (!shown)
        return shown;
    const auto recited = library.store().reviews.recitalsOf(question);
    if (!recited)
        return recited.error();
    for (const RecitedAnswer &answer : *recited)
        shown->recitals.append(answer.recital);
    return shown;
}

Operation answerOperation(const Library &library, const StudyCard &shown, Rating rating, int durationMs,
                          const Recital &recital)
{
    const Scheduler &scheduler = library.schedulerOf(shown.question.topic);
    return {QString(answerLabel),
            [=, &library, &scheduler, moment = library.now()](Store &store) -> Result<void> {
                const QuestionId question = shown.card.question;
                const Schedule &before = shown.card.schedule;
                const auto stored = store.cards.get(question);
                if (!stored)
                    return stored.error();
                const auto source = store.questions.source(question);
                if (!source)
                    return source.error();
                if (source->retired)
                    return Error{ErrorCode::NotFound, u"question %1"_s.arg(source->slug)};
                if (stored->schedule != before)
                    return Error{ErrorCode::Busy, u"card %1 was answered elsewhere"_s.arg(question.value)};
                const auto seed = store.cards.fuzzSeed(question);
                if (!seed)
                    return seed.error();
                const auto preset = store.reviews.presetFor(QString::fromUtf8(scheduler.settings().toJson()));
                if (!preset)
                    return preset.error();
                const double factor = fuzzFactor(*seed, before.answers);
                const int chosen = chosenDays(library, shown, rating);
                const Schedule after = scheduler.replayed(before, rating, moment, factor, chosen);
                const auto logged = store.reviews.append({.question = question,
                                                          .moment = moment,
                                                          .rating = rating,
                                                          .durationMs = durationMs,
                                                          .preset = *preset,
                                                          .phaseBefore = before.phase,
                                                          .shownHash = shown.hash,
                                                          .chosenDays = chosen},
                                                         recital);
                if (!logged)
                    return logged.error();
                if (auto saved = store.cards.saveSchedule(question, after); !saved)
                    return saved;
                const bool leech = after.leech && !before.leech;
                if (leech && library.preferences().leechAction == LeechAction::Suspend)
                    return store.cards.setSuspended(question, true);
                return {};
            },
            QString::number(int(rating))};
}

Result<Session> Session::start(Library &library, const SessionPlan &plan)
{
    auto queue = SittingQueue::of(library, plan);
    if (!queue)
        return queue.error();
    const auto likely = pace(library);
    if (!likely)
        return likely.error();
    Session session(library, plan, *std::move(queue), *likely);
    if (auto shown = session.moveOn(); !shown)
        return shown.error();
    return session;
}

void Session::reveal()
{
    if (!m_current || m_revealed)
        return;
    m_revealed = true;
    m_recital.thoughtMs = sinceShownMs();
}

int Session::sinceShownMs() const
{
    return int(std::clamp<qint64>(m_library.clock().nowMs() - m_shownAtMs, 0, longestAnswerMs));
}

Result<void> Session::answer(Rating rating)
{
    if (!m_current || !m_revealed)
        return {};
    const int tookMs = sinceShownMs();
    const QuestionId question = m_current->card.question;
    if (!m_plan.recorded) {
        noteAnswer(rating, tookMs);
        if (rating == Rating::Again)
            m_queue.putLast(question);
        leaveCurrent();
        return {};
    }
    auto changes = m_library.apply(answerOperation(m_library, *m_current, rating, tookMs, m_recital));
    if (!changes) {
        if (changes.error().code == ErrorCode::Busy)
            Q_UNUSED(bool(show(question)));
        return leaveIfGone(changes.error());
    }
    noteAnswer(rating, tookMs);
    const auto card = m_library.store().cards.get(question);
    if (card)
        noteOutcome(card->schedule);
    leaveCurrent();
    return {};
}

void Session::noteAnswer(Rating rating, int tookMs)
{
    m_takenBack.clear();
    m_answered.append({m_current->card.question, m_current->question.title, rating,
                       m_current->card.schedule.phase, tookMs, m_recital, m_option});
}

bool Session::takeBackUnrecorded()
{
    if (m_plan.recorded || m_answered.isEmpty())
        return false;
    const AnsweredCard answer = m_answered.takeLast();
    if (bringBack(answer.question))
        giveBack(answer);
    return true;
}

SessionPlan Session::rest() const
{
    SessionPlan left{.recorded = m_plan.recorded, .mixed = m_plan.mixed, .name = m_plan.name};
    if (m_plan.listed.isEmpty())
        return left;
    if (m_current)
        left.listed.append(m_current->card.question);
    left.listed += m_queue.ahead(); // what waits for its minute comes by itself
    return left;
}

// A card left in learning comes back in this sitting, if its step ends today.
void Session::noteOutcome(const Schedule &schedule)
{
    if (isInLearning(schedule) && schedule.dueAtMs > 0)
        m_queue.putAt(m_answered.last().question, schedule.dueAtMs);
}

Result<Stepped> Session::step(Direction direction, qint64 until)
{
    auto done = m_library.step(direction, until);
    if (!done)
        return done;
    // Done, even if a card cannot be read now or is gone with a step that followed.
    for (const HistoryStep &step : std::as_const(done->steps))
        Q_UNUSED(bool(direction == Direction::Back ? followBack(step) : followForth(step)));
    if (!m_current)
        Q_UNUSED(bool(moveOn()));
    return done;
}

Result<void> Session::followBack(const HistoryStep &step)
{
    const QuestionId question = step.question;
    if (isDropping(step) && !m_dropped.isEmpty() && m_dropped.last() == question) {
        m_dropped.removeLast();
        return bringBack(question);
    }
    if (step.label != answerLabel || !m_plan.recorded)
        return refresh();
    AnsweredCard answer; // of one of before nothing else is known
    if (!m_answered.isEmpty() && m_answered.last().question == question) {
        answer = m_answered.takeLast();
        m_takenBack.append(answer);
    }
    if (auto shown = bringBack(question); !shown)
        return shown;
    giveBack(answer);
    return {};
}

Result<void> Session::followForth(const HistoryStep &step)
{
    const QuestionId question = step.question;
    const bool onTable = m_current && m_current->card.question == question;
    if (onTable && isDropping(step)) {
        m_dropped.append(question);
        m_current.reset();
        return moveOn();
    }
    if (step.label != answerLabel || !m_plan.recorded)
        return refresh();
    const bool ours = !m_takenBack.isEmpty() && m_takenBack.last().question == question;
    if (!ours && !onTable)
        return refresh();
    layAside(question);
    m_queue.forget(question);
    if (ours) {
        m_answered.append(m_takenBack.takeLast());
        if (const auto card = m_library.store().cards.get(question))
            noteOutcome(card->schedule);
    }
    return moveOn();
}

Result<void> Session::bringBack(QuestionId question)
{
    layAside(question);
    m_queue.forget(question);
    auto shown = show(question);
    if (!shown)
        m_queue.putFirst(question);
    return shown;
}

// Another grade is for what was said before.
void Session::giveBack(const AnsweredCard &answer)
{
    m_shownAtMs -= answer.durationMs;
    reveal();
    m_recital = answer.recital;
    m_option = answer.option;
}

// The card on the table comes next, unless it is the one that is being dealt with.
void Session::layAside(QuestionId otherThan)
{
    if (m_current && m_current->card.question != otherThan)
        m_queue.putFirst(m_current->card);
    m_current.reset();
}

qint64 Session::skip()
{
    if (!m_current)
        return 0;
    const QuestionId question = m_current->card.question;
    qint64 untilMs = 0;
    if (m_plan.recorded) {
        untilMs = putOff(m_library, question);
        m_queue.putAt(question, untilMs);
    } else if (m_queue.left() > 0) {
        m_queue.putLast(question);
    }
    leaveCurrent();
    return untilMs;
}

void Session::askNext(QuestionId question)
{
    if (m_current && m_current->card.question == question)
        return;
    m_queue.forget(question);
    m_queue.putFirst(question);
}

Result<void> Session::bury()
{
    return m_current ? dropCurrent(buryOperation({m_current->card.question}, m_library.today() + 1))
                     : Result<void>();
}

Result<void> Session::suspend()
{
    return m_current ? dropCurrent(suspendOperation({m_current->card.question}, true)) : Result<void>();
}

Result<void> Session::dropCurrent(const Operation &operation)
{
    if (auto changes = m_library.apply(operation); !changes)
        return leaveIfGone(changes.error());
    m_dropped.append(m_current->card.question);
    leaveCurrent();
    return {};
}

// A card that was deleted meanwhile cannot be asked again; every other error leaves it on the table.
Result<void> Session::leaveIfGone(const Error &error)
{
    if (error.code == ErrorCode::NotFound)
        leaveCurrent();
    return error;
}

Result<void> Session::setFlag(int flag)
{
    if (!m_current)
        return {};
    if (auto changes = m_library.apply(flagOperation({m_current->card.question}, flag)); !changes)
        return leaveIfGone(changes.error());
    m_current->card.flag = flag;
    return {};
}

bool Session::isCurrentStale() const
{
    if (!m_current)
        return false;
    const auto card = m_library.store().cards.get(m_current->card.question);
    const auto source = m_library.store().questions.source(m_current->card.question);
    if (isToBeLeft())
        return true;
    return card && source && (*card != m_current->card || source->hash != m_current->hash);
}

// What cannot be read just now is not therefore gone.
bool Session::isToBeLeft() const
{
    const auto card = m_library.store().cards.get(m_current->card.question);
    const auto source = m_library.store().questions.source(m_current->card.question);
    if (!card || !source)
        return (!card ? card.error() : source.error()).code == ErrorCode::NotFound;
    return source->retired || card->suspended || card->schedule.answers > m_current->card.schedule.answers;
}

Result<void> Session::refresh()
{
    if (!m_current)
        return moveOn();
    if (isToBeLeft()) {
        m_current.reset();
        return moveOn();
    }
    const bool revealed = m_revealed;
    const Recital recital = m_recital;
    const int option = m_option;
    const Question before = m_current->question;
    if (auto shown = show(m_current->card.question); !shown)
        return shown;
    m_revealed = revealed;
    m_recital = recital;
    if (m_current->question.keyPoints != before.keyPoints)
        m_recital.points.clear(); // they were others
    if (m_current->question.options == before.options)
        m_option = option;
    return {};
}

Result<void> Session::resume()
{
    return m_current ? Result<void>() : moveOn();
}

// What was done to the card is on disk: a next one that cannot be read now must not look as if it were not.
// resume() looks for it again.
void Session::leaveCurrent()
{
    m_current.reset();
    Q_UNUSED(bool(moveOn()));
}

Result<void> Session::moveOn()
{
    m_revealed = false;
    while (const auto next = m_queue.take()) {
        auto shown = show(*next);
        if (shown)
            return shown;
        if (shown.error().code == ErrorCode::NotFound)
            continue; // it left the bank meanwhile
        m_queue.putFirst(*next);
        return shown;
    }
    return {};
}

Result<void> Session::show(QuestionId question)
{
    auto shown = studyCard(m_library, question);
    if (!shown)
        return shown.error();
    m_current = *std::move(shown);
    m_queue.noteShown(m_current->question);
    m_revealed = false;
    m_shownAtMs = m_library.clock().nowMs();
    m_recital = {};
    m_option = -1;
    return {};
}

Result<void> Session::renewOutcomes()
{
    return m_current ? takeOutcomes(m_library, *m_current) : Result<void>();
}

int Session::left() const
{
    return m_queue.left() + (m_current ? 1 : 0);
}

qint64 Session::estimateLeftMs() const
{
    const bool newNow = m_current && m_current->card.schedule.phase == Phase::New;
    const qint64 unseen = m_queue.unseen() + (newNow ? 1 : 0);
    return unseen * m_pace.newMs + (left() - unseen) * m_pace.otherMs;
}

} // namespace flaskcards
