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
    Origin origin = Origin::Bank;
    QString bankHash = {}; // of the bank's text as it was last read; empty: not of the bank
    QString baseHash = {}; // of the one that the person's words took the place of
};

struct KnownQuestion {
    QuestionId id;
    QString hash;
    int position = 0;
    int neededBy = 0;
    bool retired = false;
    Origin origin = Origin::Bank;
    QString bankHash = {};
};

struct QuestionSource {
    QString slug;
    QString topic;
    QString source;
    QString hash;
    bool retired = false;
    Origin origin = Origin::Bank;
    QString bankHash;
    QString baseHash;
    int position = 0;
    int neededBy = 0;
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
    Result<void> setBankHash(QuestionId id, const QString &hash);
    Result<int> lastPosition() const;
    Result<int> countBehindBank() const; // those to be read from the bank again
    Result<void> rename(QuestionId id, const QString &slug);
    Result<void> remove(QuestionId id);

    Result<QuestionSource> source(QuestionId id) const; // NotFound
    Result<QString> title(QuestionId id) const;
    Result<QList<DeletedQuestion>> deleted() const;     // of the person's own
    Result<QHash<QuestionId, QString>> topics() const;  // of all, retired ones too
    Result<QuestionId> idOf(const QString &slug) const; // NotFound; retired ones are not found
    Result<QList<QuestionFacts>> facts() const;         // in teaching order, without retired ones
    Result<QHash<QuestionId, QString>> headers() const; // of the card files, without retired ones

private:
    Result<QHash<QuestionId, QString>> texts(const char *statement) const;

    Database &m_database;
};

} // namespace flaskcards
