// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/edits.h"

#include "core/carddraft.h"
#include "library/bankimport.h"
#include "library/questions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int behindTheBank = 1'000'000; // places in the teaching order

using EachQuestion = std::function<Result<void>(Store &, QuestionId)>;

Operation forEach(const QString &label, const QList<QuestionId> &questions, const EachQuestion &change)
{
    return {label, [=](Store &store) -> Result<void> {
                for (const QuestionId question : questions) {
                    if (auto done = change(store, question); !done)
                        return done;
                }
                return {};
            }};
}

// Invalid: it cannot be studied.
Result<StoredQuestion> wording(const QString &topic, const QString &slug, const QString &source)
{
    const QByteArray bytes = source.toUtf8();
    const ParsedQuestion parsed = parseQuestion(topic + u'/' + slug + u".md"_s, bytes);
    if (!topics().contains(topic))
        return Error{ErrorCode::Invalid, u"There is no topic “%1”."_s.arg(topic)};
    if (const QList<Problem> errors = problemsOf(parsed).errors; !errors.isEmpty())
        return Error{ErrorCode::Invalid, toLine(errors.first())};
    return storedQuestion(parsed.question, bytes);
}

Result<void> write(Store &store, QuestionId id, StoredQuestion text, const QuestionSource &before)
{
    text.position = before.position;
    text.neededBy = before.neededBy;
    if (auto done = store.questions.update(id, text); !done)
        return done;
    return indexAnew(store, id);
}

Result<void> edit(Store &store, QuestionId id, const QString &topic, const QString &source,
                  const QString &baseHash)
{
    const auto before = store.questions.source(id);
    if (!before)
        return before.error();
    if (before->hash != baseHash)
        return Error{ErrorCode::Busy, u"question %1 was changed elsewhere"_s.arg(before->slug)};
    auto text = wording(topic, before->slug, source);
    if (!text)
        return text.error();
    if (text->hash == before->hash && !before->retired)
        return {};
    text->origin = before->origin == Origin::Own ? Origin::Own : Origin::Edited;
    text->bankHash = before->bankHash;
    text->baseHash = before->origin == Origin::Bank ? before->hash : before->baseHash;
    return write(store, id, *text, *before);
}

Result<QString> freeSlug(const Store &store, const QString &title, qint64 nowMs)
{
    const auto known = store.questions.known();
    if (!known)
        return known.error();
    for (int attempt = 0;; ++attempt) {
        const QString slug = ownSlug(title, QByteArray::number(nowMs + attempt));
        if (!known->contains(slug))
            return slug;
    }
}

Result<void> add(Store &store, const QString &topic, const QString &source, qint64 nowMs)
{
    auto text = wording(topic, u"own"_s, source);
    if (!text)
        return text.error();
    const auto slug = freeSlug(store, text->question.title, nowMs);
    if (!slug)
        return slug.error();
    const auto last = store.questions.lastPosition();
    if (!last)
        return last.error();
    text->question.slug = *slug;
    text->origin = Origin::Own;
    text->position = std::max(behindTheBank, *last + 1);
    const auto id = store.questions.insert(*text);
    if (!id)
        return id.error();
    if (auto done = store.cards.insertNew(*id, *slug); !done)
        return done;
    return indexAnew(store, *id);
}

Result<void> remove(Store &store, QuestionId id)
{
    const auto source = store.questions.source(id);
    if (!source)
        return source.error();
    if (source->origin != Origin::Own)
        return Error{ErrorCode::Invalid, u"%1 belongs to the bank."_s.arg(source->slug)};
    if (auto done = store.questions.retire(id); !done)
        return done;
    return indexAnew(store, id);
}

Result<void> takeBankText(Store &store, QuestionId id, const StoredQuestion &text)
{
    const auto before = store.questions.source(id);
    if (!before)
        return before.error();
    if (before->origin != Origin::Edited)
        return Error{ErrorCode::Invalid, u"%1 is not in your words."_s.arg(before->slug)};
    return write(store, id, text, *before);
}

Result<void> changeTags(Store &store, QuestionId id, const QStringList &add, const QStringList &remove)
{
    const auto before = store.cards.tags(id);
    if (!before)
        return before.error();
    QStringList tags = *before + add;
    tags.removeDuplicates();
    tags.removeIf([&](const QString &tag) { return remove.contains(tag); });
    tags.sort();
    if (tags == *before)
        return {};
    if (auto done = store.cards.setTags(id, tags); !done)
        return done;
    return store.search.followTags(id);
}

Result<void> reset(Store &store, QuestionId id, qint64 nowMs)
{
    const auto card = store.cards.get(id);
    if (!card)
        return card.error();
    if (card->schedule.phase == Phase::New)
        return {};
    if (auto done = store.reviews.append(Move{.question = id, .atMs = nowMs, .reset = true}); !done)
        return done;
    return store.cards.saveSchedule(id, {});
}

} // namespace

Operation editOperation(QuestionId question, const QString &topic, const QString &source,
                        const QString &baseHash)
{
    return forEach(u"edit"_s, {question},
                   [=](Store &store, QuestionId id) { return edit(store, id, topic, source, baseHash); });
}

Operation newOperation(const QString &topic, const QString &source, qint64 nowMs)
{
    return {u"new"_s, [=](Store &store) {
                return add(store, topic, source, nowMs);
            }};
}

Operation deleteOperation(const QList<QuestionId> &questions)
{
    return forEach(u"delete"_s, questions, remove);
}

Result<Operation> backToBankOperation(const Library &library, QuestionId question)
{
    const auto source = library.store().questions.source(question);
    if (!source)
        return source.error();
    const auto text = bankQuestion(library.place().bankDir, source->slug);
    if (!text)
        return text.error();
    return forEach(u"bank text"_s, {question},
                   [text = *text](Store &store, QuestionId id) { return takeBankText(store, id, text); });
}

bool bankHasNewerText(const Library &library, QuestionId question)
{
    const auto source = library.store().questions.source(question);
    return source && source->origin == Origin::Edited && source->bankHash != source->baseHash;
}

Operation tagOperation(const QList<QuestionId> &questions, const QStringList &add, const QStringList &remove)
{
    return forEach(u"tag"_s, questions,
                   [=](Store &store, QuestionId id) { return changeTags(store, id, add, remove); });
}

Operation resetOperation(const QList<QuestionId> &questions, qint64 nowMs)
{
    return forEach(u"reset"_s, questions,
                   [=](Store &store, QuestionId id) { return reset(store, id, nowMs); });
}

} // namespace flaskcards
