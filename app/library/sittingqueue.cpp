// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/sittingqueue.h"

#include "library/questions.h"
#include "library/today.h"

#include <algorithm>

namespace flaskcards {

namespace {

int planned(const SessionPlan &plan, const DayQueue &queue, const Pace &pace)
{
    const int due = queue.reviews + int(queue.learning.size());
    const int fitting = sittingOf(due, queue.fresh, pace, plan.minutes).cards;
    return plan.count > 0 ? std::min(plan.count, fitting) : fitting;
}

} // namespace

Result<SittingQueue> SittingQueue::of(const Library &library, const SessionPlan &plan)
{
    SittingQueue queue(library);
    if (auto taken = queue.takePlan(plan); !taken)
        return taken.error();
    if (auto noted = queue.noteUnseen(); !noted)
        return noted.error();
    return queue;
}

Result<void> SittingQueue::takePlan(const SessionPlan &plan)
{
    m_inTurns = plan.listed.isEmpty() || plan.mixed;
    m_rest = plan.listed;
    if (m_rest.isEmpty()) {
        const auto today = queueOfToday(*m_library);
        if (!today)
            return today.error();
        const auto likely = pace(*m_library);
        if (!likely)
            return likely.error();
        for (const Card &card : today->learning)
            putAt(card.question, card.schedule.dueAtMs);
        const qsizetype places = std::max<qsizetype>(0, planned(plan, *today, *likely) - m_waiting.size());
        m_rest = today->main.first(std::min(places, today->main.size()));
    }
    if (plan.count > 0 && m_rest.size() > plan.count)
        m_rest.resize(plan.count);
    return {};
}

// New cards take longer: the estimate tells them apart.
Result<void> SittingQueue::noteUnseen()
{
    const auto all = m_library->store().cards.unseen();
    if (!all)
        return all.error();
    const QSet<QuestionId> unseen(all->cbegin(), all->cend());
    for (const QuestionId question : std::as_const(m_rest)) {
        if (unseen.contains(question))
            m_unseen.insert(question);
    }
    return {};
}

std::optional<QuestionId> SittingQueue::take()
{
    const auto next = takeAny();
    if (next)
        m_unseen.remove(*next);
    return next;
}

std::optional<QuestionId> SittingQueue::takeAny()
{
    const qint64 nowMs = m_library->now().atMs;
    if (!m_first.isEmpty()) // the person was promised it next
        return m_first.takeFirst();
    if (const auto due = takeWaiting(nowMs))
        return due;
    if (m_inTurns)
        bringNear();
    if (!m_near.isEmpty())
        return takeInTurns();
    if (!m_rest.isEmpty())
        return m_rest.takeFirst();
    return takeWaiting(nowMs + qint64(m_library->preferences().learnAheadMinutes) * 60'000);
}

std::optional<QuestionId> SittingQueue::takeInTurns()
{
    QList<Coming> coming;
    for (const Near &near : std::as_const(m_near))
        coming.append(near.coming);
    return m_near.takeAt(nextInTurns(coming, m_shown)).question;
}

// One that cannot be read has no ties; what is the matter with it is found when it is shown.
void SittingQueue::bringNear()
{
    while (m_near.size() < spreadWindow && !m_rest.isEmpty()) {
        const QuestionId question = m_rest.takeFirst();
        auto loaded = loadQuestion(*m_library, question);
        m_near.append({question, {m_place++, loaded ? std::move(loaded->question) : Question()}});
    }
}

std::optional<QuestionId> SittingQueue::takeWaiting(qint64 untilMs)
{
    const auto first =
        std::min_element(m_waiting.cbegin(), m_waiting.cend(),
                         [](const Waiting &a, const Waiting &b) { return a.dueAtMs < b.dueAtMs; });
    if (first == m_waiting.cend() || first->dueAtMs > untilMs)
        return std::nullopt;
    const QuestionId question = first->question;
    m_waiting.erase(first);
    return question;
}

void SittingQueue::noteShown(const Question &question)
{
    m_shown.removeIf([&](const Question &shown) { return shown.slug == question.slug; });
    m_shown.append(question);
    if (m_shown.size() > kinApart)
        m_shown.removeFirst();
}

void SittingQueue::putFirst(const Card &card)
{
    putFirst(card.question);
    if (card.schedule.phase == Phase::New)
        m_unseen.insert(card.question);
}

void SittingQueue::forget(QuestionId question)
{
    m_first.removeAll(question);
    m_near.removeIf([&](const Near &near) { return near.question == question; });
    m_rest.removeAll(question);
    m_waiting.removeIf([&](const Waiting &waiting) { return waiting.question == question; });
    m_unseen.remove(question);
}

QList<QuestionId> SittingQueue::ahead() const
{
    QList<QuestionId> ahead = m_first;
    for (const Near &near : m_near)
        ahead.append(near.question);
    return ahead + m_rest;
}

int SittingQueue::left() const
{
    return int(m_first.size() + m_near.size() + m_rest.size() + m_waiting.size());
}

std::optional<qint64> SittingQueue::nextDueMs() const
{
    std::optional<qint64> next;
    for (const Waiting &waiting : m_waiting)
        next = std::min(next.value_or(waiting.dueAtMs), waiting.dueAtMs);
    return next;
}

} // namespace flaskcards
