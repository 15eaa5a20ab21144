// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/cardstore.h"

#include "storage/database.h"
#include "storage/ranges.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

QVariant orNull(const std::optional<MemoryState> &memory, double MemoryState::*part)
{
    return memory ? QVariant((*memory).*part) : QVariant(QMetaType::fromType<double>());
}

Result<void> oneRow(const Result<int> &changed, QuestionId question)
{
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return Error{ErrorCode::NotFound, u"card %1"_s.arg(question.value)};
    return {};
}

} // namespace

Card cardFrom(const Row &row, int first)
{
    Card card;
    card.question = {row.int64(first)};
    Schedule &schedule = card.schedule;
    schedule.phase = row.isNull(first + 2) ? Phase::New : phaseIn(row, first + 1);
    if (schedule.phase != Phase::New)
        schedule.memory = memoryIn(row, first + 2);
    schedule.remainingSteps = ranged(row, first + 5, 0, 1000);
    schedule.intervalDays = intervalIn(row, first + 6);
    schedule.dueDay = dayIn(row, first + 7);
    schedule.dueAtMs = msIn(row, first + 8);
    schedule.lastAnswerAtMs = msIn(row, first + 9);
    schedule.answers = ranged(row, first + 10, 0, mostOfAnything);
    schedule.lapses = ranged(row, first + 11, 0, mostOfAnything);
    schedule.leech = row.boolean(first + 12);
    card.suspended = row.boolean(first + 13);
    card.buriedUntilDay = dayIn(row, first + 14);
    card.flag = ranged(row, first + 15, 0, 7);
    return card;
}

Result<Card> CardStore::get(QuestionId question) const
{
    auto card = m_database.one<Card>("cards/get", {{":question", question.value}}, {},
                                     [](const Row &row) { return cardFrom(row); });
    if (card && !card->question.isValid())
        return Error{ErrorCode::NotFound, u"card %1"_s.arg(question.value)};
    return card;
}

Result<QString> CardStore::fuzzSeed(QuestionId question) const
{
    return m_database.one<QString>("cards/fuzz_seed", {{":question", question.value}}, {},
                                   [](const Row &row) { return row.text(0); });
}

Result<QStringList> CardStore::tags(QuestionId question) const
{
    return m_database.one<QStringList>("cards/tags", {{":question", question.value}}, {}, [](const Row &row) {
        return row.text(0).split(u',', Qt::SkipEmptyParts);
    });
}

Result<QList<StoredCard>> CardStore::all() const
{
    return m_database.list<StoredCard>("cards/all", {}, [](const Row &row) {
        return StoredCard{cardFrom(row), row.text(16)};
    });
}

Result<QList<StoredCard>> CardStore::active() const
{
    return m_database.list<StoredCard>("cards/active", {}, [](const Row &row) {
        return StoredCard{cardFrom(row), row.text(16)};
    });
}

Result<void> CardStore::insertNew(QuestionId question, const QString &fuzzSeed)
{
    auto done = m_database.insert("cards/insert", {{":question", question.value}, {":fuzz_seed", fuzzSeed}});
    if (!done)
        return done.error();
    return {};
}

Result<void> CardStore::remove(QuestionId question)
{
    return oneRow(m_database.run("cards/delete", {{":question", question.value}}), question);
}

Result<void> CardStore::saveSchedule(QuestionId question, const Schedule &schedule)
{
    return oneRow(m_database.run("cards/update_schedule",
                                 {{":question", question.value},
                                  {":phase", int(schedule.phase)},
                                  {":stability", orNull(schedule.memory, &MemoryState::stability)},
                                  {":difficulty", orNull(schedule.memory, &MemoryState::difficulty)},
                                  {":fast_stability", orNull(schedule.memory, &MemoryState::fastStability)},
                                  {":remaining_steps", schedule.remainingSteps},
                                  {":interval_days", schedule.intervalDays},
                                  {":due_day", schedule.dueDay},
                                  {":due_at", schedule.dueAtMs},
                                  {":last_answer_at", schedule.lastAnswerAtMs},
                                  {":answers", schedule.answers},
                                  {":lapses", schedule.lapses},
                                  {":leech", int(schedule.leech)}}),
                  question);
}

Result<void> CardStore::setSuspended(QuestionId question, bool suspended)
{
    return oneRow(m_database.run("cards/set_suspended",
                                 {{":question", question.value}, {":suspended", int(suspended)}}),
                  question);
}

Result<void> CardStore::setBuriedUntil(QuestionId question, int day)
{
    return oneRow(m_database.run("cards/set_buried", {{":question", question.value}, {":day", day}}),
                  question);
}

Result<void> CardStore::setFlag(QuestionId question, int flag)
{
    return oneRow(m_database.run("cards/set_flag", {{":question", question.value}, {":flag", flag}}),
                  question);
}

// ",a,b,": a whole tag can be looked for with its commas.
Result<void> CardStore::setTags(QuestionId question, const QStringList &tags)
{
    const QString text = tags.isEmpty() ? u""_s : u',' + tags.join(u',') + u',';
    return oneRow(m_database.run("cards/set_tags", {{":question", question.value}, {":tags", text}}),
                  question);
}

Result<QList<Card>> CardStore::due(int today) const
{
    return m_database.list<Card>("cards/due", {{":today", today}},
                                 [](const Row &row) { return cardFrom(row); });
}

Result<QList<QuestionId>> CardStore::newInOrder(NewOrder order, int today, int limit) const
{
    constexpr const char *statements[] = {"cards/new_by_teaching", "cards/new_by_level",
                                          "cards/new_by_prerequisites", "cards/new_by_any"};
    const bool random = order == NewOrder::Random;
    auto questions = m_database.list<QuestionId>(statements[size_t(order)],
                                                 {{":today", today}, {":limit", random ? -1 : limit}},
                                                 [](const Row &row) { return QuestionId{row.int64(0)}; });
    if (!questions || !random)
        return questions;
    const QList<QuestionId> mixed = shuffled(*questions, today);
    return mixed.first(std::clamp<qsizetype>(limit, 0, mixed.size()));
}

Result<int> CardStore::newCount() const
{
    return m_database.one<int>("cards/count_new", {}, 0, [](const Row &row) { return row.integer(0); });
}

Result<QList<QuestionId>> CardStore::unseen() const
{
    return m_database.list<QuestionId>("cards/unseen", {},
                                       [](const Row &row) { return QuestionId{row.int64(0)}; });
}

Result<QList<std::pair<int, int>>> CardStore::forecast(int today, int lastDay) const
{
    return m_database.list<std::pair<int, int>>(
        "cards/forecast", {{":today", today}, {":last", lastDay}},
        [](const Row &row) { return std::pair(dayIn(row, 0), row.integer(1)); });
}

Result<QList<DueReview>> CardStore::dueBetween(int firstDay, int lastDay) const
{
    return m_database.list<DueReview>(
        "cards/due_between", {{":first", firstDay}, {":last", lastDay}}, [](const Row &row) {
            return DueReview{dayIn(row, 0), intervalIn(row, 1), memoryIn(row, 2)};
        });
}

} // namespace flaskcards
