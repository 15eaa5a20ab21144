// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/facts.h"
#include "core/search/query.h"
#include "library/library.h"

namespace flaskcards {

// The bank as lists show it: all questions in memory, filtered and ranked for a query within a frame.
class Catalogue
{
public:
    // The library must outlive the catalogue.
    explicit Catalogue(const Library &library) : m_library(library) {}

    // Reads the bank anew; call it after changes of questions or cards.
    Result<void> refresh();

    const QList<QuestionFacts> &all() const { return m_all; }
    const QuestionFacts *find(QuestionId id) const; // null if it is not in the bank (any more)

    // The questions that fit, best match first; without words in teaching order.
    Result<QList<QuestionFacts>> search(const Query &query) const;

    // Probability of recall now; nothing for a new card.
    std::optional<double> recall(const QuestionFacts &question) const;

private:
    const Library &m_library;
    QList<QuestionFacts> m_all;
    QHash<QuestionId, qsizetype> m_indexOf;
};

// How many of the questions stand in each topic.
QHash<QString, int> countByTopic(const QList<QuestionFacts> &questions);

// Where the words were found when not in the title, e.g. SearchPlace::Answer.
enum class SearchPlace { Title, Answer, KeyPoints, Text, Code, Tags };
Result<SearchPlace> placeOfHit(const Library &library, const QuestionFacts &question,
                               const QStringList &words);

} // namespace flaskcards
