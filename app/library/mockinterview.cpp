// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/mockinterview.h"

#include "core/proposedgrade.h"
#include "core/questionfile.h"
#include "library/askednotes.h"
#include "library/questions.h"
#include "library/today.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int longestAnswerMs = 60 * 60 * 1000; // away from the desk is not speaking

Result<void> writeAnswer(const Library &library, Store &store, const MockItem &item)
{
    auto card = cardToAnswer(library, item.id);
    if (!card)
        return card.error().code == ErrorCode::NotFound ? Result<void>() : card.error();
    const bool samePoints = card->question.keyPoints == item.question.keyPoints;
    card->hash = item.hash; // as it was shown
    const Recital recital{.points = item.ticked() > 0 && samePoints ? item.points : QString(),
                          .confidence = item.confidence,
                          .thoughtMs = item.spentMs};
    return answerOperation(library, *card, *item.rating, item.spentMs, recital).work(store);
}

} // namespace

std::optional<Rating> MockItem::likelyRating() const
{
    return rating ? rating : proposedGrade(ticked(), int(points.size()), solved());
}

std::optional<bool> MockItem::solved() const
{
    const auto chosen = solvedBy(question, option, line);
    return chosen ? chosen : passed;
}

Result<QList<MockCandidate>> mockCandidates(const Library &library)
{
    const auto facts = library.store().questions.facts();
    if (!facts)
        return facts.error();
    const auto met = reallyAskedSlugs(library);
    if (!met)
        return met.error();
    const auto headers = library.store().questions.headers();
    if (!headers)
        return headers.error();
    QList<MockCandidate> candidates;
    for (const QuestionFacts &question : *facts) {
        if (question.card.suspended)
            continue;
        candidates.append({.slug = question.slug,
                           .topic = question.topic,
                           .level = question.level,
                           .kind = question.kind,
                           .asked = question.asked,
                           .reallyAsked = met->contains(question.slug),
                           .known = isKnown(library, question.card),
                           .followUps = followUpsIn(headers->value(question.id))});
    }
    return candidates;
}

Result<MockInterview> MockInterview::start(Library &library, const MockFilter &filter, quint64 seed)
{
    const auto candidates = mockCandidates(library);
    if (!candidates)
        return candidates.error();
    const MockChoice choice = chooseMock(*candidates, filter, seed);
    if (choice.questions.isEmpty())
        return Error{ErrorCode::NotFound, u"mock interview"_s};
    MockInterview mock(library);
    mock.m_filter = filter;
    for (const MockQuestion &chosen : choice.questions) {
        const auto id = library.store().questions.idOf(candidates->at(chosen.candidate).slug);
        if (!id)
            return id.error();
        auto loaded = loadQuestion(library, *id);
        if (!loaded)
            return loaded.error();
        const qsizetype points = loaded->question.keyPoints.size();
        mock.m_items.append({.id = *id,
                             .question = std::move(loaded->question),
                             .hash = loaded->hash,
                             .part = chosen.part,
                             .seconds = chosen.seconds,
                             .points = QString(points, u'0')});
    }
    mock.m_shownAtMs = library.clock().nowMs();
    return mock;
}

int MockInterview::sinceShownMs() const
{
    return int(std::clamp<qint64>(m_library.clock().nowMs() - m_shownAtMs, 0, longestAnswerMs));
}

void MockInterview::noteConfidence(Confidence confidence)
{
    if (isAsking())
        m_items[m_current].confidence = confidence;
}

void MockInterview::choose(int option)
{
    if (!isAsking() || option < 0 || option >= m_items.at(m_current).question.options.size())
        return;
    int &chosen = m_items[m_current].option;
    chosen = chosen == option ? -1 : option;
}

void MockInterview::noteLine(int line)
{
    if (isAsking())
        m_items[m_current].line = line;
}

void MockInterview::next()
{
    if (!isAsking())
        return;
    m_items[m_current].spentMs = sinceShownMs();
    ++m_current;
    m_shownAtMs = m_library.clock().nowMs();
}

void MockInterview::notePoints(int item, const QString &points)
{
    QString &kept = m_items[item].points;
    kept = points.leftJustified(kept.size(), u'0', true);
}

void MockInterview::noteRun(int item, bool passed)
{
    m_items[item].passed = passed;
}

void MockInterview::grade(int item, Rating rating)
{
    m_items[item].rating = rating;
}

std::optional<int> MockInterview::firstUngraded() const
{
    for (int item = 0; item < m_items.size(); ++item) {
        if (!m_items.at(item).rating)
            return item;
    }
    return std::nullopt;
}

MockResult MockInterview::result(const QString &key) const
{
    MockResult result{.key = key, .moment = m_library.now(), .filter = m_filter};
    for (const MockItem &item : m_items) {
        const bool left = item.ticked() == 0 && *item.rating != Rating::Again; // graded without ticking
        result.answers.append({.slug = item.question.slug,
                               .topic = item.question.topic,
                               .part = item.part,
                               .rating = *item.rating,
                               .ticked = item.ticked(),
                               .total = left ? 0 : int(item.points.size()),
                               .spentMs = item.spentMs,
                               .seconds = item.seconds,
                               .confidence = item.confidence});
    }
    return result;
}

Result<QString> MockInterview::finish()
{
    if (isAsking() || firstUngraded())
        return Error{ErrorCode::Invalid, u"mock interview"_s};
    const auto key = newDocumentKey(m_library, "mock"_L1);
    if (!key)
        return key.error();
    const Document document = toDocument(result(*key));
    const auto changes = m_library.apply({u"mock"_s, [&](Store &store) -> Result<void> {
                                              for (const MockItem &item : std::as_const(m_items)) {
                                                  if (auto done = writeAnswer(m_library, store, item); !done)
                                                      return done;
                                              }
                                              return writeDocument(store, document);
                                          }});
    if (!changes)
        return changes.error();
    return *key;
}

} // namespace flaskcards
