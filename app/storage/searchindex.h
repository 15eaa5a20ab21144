// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/question.h"
#include "core/result.h"

namespace flaskcards {

class Database;

// What of a question is found by words, column by column.
struct SearchTexts {
    QString title = {};
    QString answer = {};
    QString points = {};
    QString body = {};
    QString code = {};
    QString tags = {};
};

SearchTexts searchTextsOf(const Question &question);

// The full-text index. Every word is looked for as a prefix; texts are given as a person typed them and
// quoted here.
class SearchIndex
{
public:
    explicit SearchIndex(Database &database) : m_database(database) {}

    // The words that the person gave to the card are found with them.
    Result<void> insert(QuestionId question, const SearchTexts &texts);
    Result<void> remove(QuestionId question);
    // After the person gave or took tags.
    Result<void> followTags(QuestionId question);
    Result<void> followAllTags();
    Result<SearchTexts> texts(QuestionId question) const;
    Result<QStringList> missing() const; // slugs without a row, rows without a question: empty when in step

    // Questions that hold all of `words`, best first.
    Result<QList<QuestionId>> match(const QStringList &words, int limit) const;

private:
    Database &m_database;
};

// The FTS5 expression for the words, all of them as prefixes; empty if no word holds a letter or digit.
QString matchExpression(const QStringList &words);

} // namespace flaskcards
