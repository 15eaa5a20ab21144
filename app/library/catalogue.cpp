// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/catalogue.h"

#include "core/search/filter.h"
#include "library/askednotes.h"

#include <limits>

namespace flaskcards {

namespace {

QStringList wordsOf(const Query &query, bool excluded)
{
    QStringList words;
    for (const TextTerm &term : query.texts) {
        if (term.excluded == excluded)
            words.append(term.text);
    }
    return words;
}

} // namespace

Result<void> Catalogue::refresh()
{
    auto facts = m_library.store().questions.facts();
    if (!facts)
        return facts.error();
    const auto met = reallyAskedSlugs(m_library);
    if (!met)
        return met.error();
    m_all = *std::move(facts);
    for (QuestionFacts &question : m_all)
        question.reallyAsked = met->contains(question.slug);
    m_indexOf.clear();
    for (qsizetype i = 0; i < m_all.size(); ++i)
        m_indexOf.insert(m_all.at(i).id, i);
    return {};
}

const QuestionFacts *Catalogue::find(QuestionId id) const
{
    const auto index = m_indexOf.constFind(id);
    return index == m_indexOf.cend() ? nullptr : &m_all.at(*index);
}

Result<QList<QuestionFacts>> Catalogue::search(const Query &query) const
{
    const SearchIndex &index = m_library.store().search;
    constexpr int everything = std::numeric_limits<int>::max();
    QSet<QuestionId> excluded;
    for (const QString &word : wordsOf(query, true)) {
        const auto hits = index.match({word}, everything);
        if (!hits)
            return hits.error();
        excluded.unite(QSet<QuestionId>(hits->cbegin(), hits->cend()));
    }

    const int today = m_library.today();
    QList<QuestionFacts> found;
    const auto take = [&](const QuestionFacts &question) {
        if (!excluded.contains(question.id) && passesFilters(query, question, today))
            found.append(question);
    };
    const QStringList words = wordsOf(query, false);
    if (words.isEmpty()) {
        for (const QuestionFacts &question : m_all)
            take(question);
        return found;
    }
    const auto hits = index.match(words, everything);
    if (!hits)
        return hits.error();
    for (const QuestionId id : *hits) {
        if (const QuestionFacts *question = find(id))
            take(*question);
    }
    return found;
}

std::optional<double> Catalogue::recall(const QuestionFacts &question) const
{
    if (question.card.schedule.phase == Phase::New)
        return std::nullopt;
    return m_library.scheduler().recallAt(question.card.schedule, m_library.clock().nowMs());
}

QHash<QString, int> countByTopic(const QList<QuestionFacts> &questions)
{
    QHash<QString, int> counts;
    for (const QuestionFacts &question : questions)
        ++counts[question.topic];
    return counts;
}

Result<SearchPlace> placeOfHit(const Library &library, const QuestionFacts &question,
                               const QStringList &words)
{
    if (words.isEmpty() || !matchRanges(question.title, words).isEmpty())
        return SearchPlace::Title;
    const auto texts = library.store().search.texts(question.id);
    if (!texts)
        return texts.error();
    const std::pair<SearchPlace, const QString &> places[] = {{SearchPlace::Answer, texts->answer},
                                                              {SearchPlace::KeyPoints, texts->points},
                                                              {SearchPlace::Text, texts->body},
                                                              {SearchPlace::Code, texts->code}};
    for (const auto &[place, text] : places) {
        if (!matchRanges(text, words).isEmpty())
            return place;
    }
    return SearchPlace::Tags;
}

} // namespace flaskcards
