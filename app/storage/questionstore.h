// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"
#include "core/result.h"
#include "core/search/facts.h"

#include <QHash>

namespace flaskcards {

class Database;

// A question as the store keeps it: the parsed file and its source.
struct StoredQuestion {
    Question question;
    QString source;
    QString hash;
    int position = 0; // in the teaching order
    int neededBy = 0; // questions that build on it
};

struct KnownQuestion {
    QuestionId id;
    QString hash;
    int position = 0;
    int neededBy = 0;
    bool retired = false;
};

struct QuestionSource {
    QString slug;
    QString topic;
    QString source;
    QString hash;
    bool retired = false;
};

struct DeletedQuestion {
    QuestionId id;
    QString topic;
    QString title;
};

class QuestionStore
{
public:
    explicit QuestionStore(Database &database) : m_database(database) {}

    Result<QHash<QString, KnownQuestion>> known() const; // by slug, retired ones too
    Result<QuestionId> insert(const StoredQuestion &question);
    Result<void> update(QuestionId id, const StoredQuestion &question); // also brings a retired one back
    Result<void> setOrder(QuestionId id, int position, int neededBy);
    Result<void> retire(QuestionId id);
    Result<void> bringBack(QuestionId id);
    Result<void> rename(QuestionId id, const QString &slug);
    Result<void> remove(QuestionId id);

    Result<QuestionSource> source(QuestionId id) const; // NotFound
    Result<QString> title(QuestionId id) const;
    Result<QList<DeletedQuestion>> deleted() const;     // of the person's own
    Result<QHash<QuestionId, QString>> topics() const;  // of all, retired ones too
    Result<QuestionId> idOf(const QString &slug) const; // NotFound; retired ones are not found
    Result<QList<QuestionFacts>> facts() const;         // in teaching order, without retired ones

private:
    Database &m_database;
};

} // namespace flaskcards
