// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/card.h"
#include "core/result.h"
#include "core/scheduling/queue.h"

#include <QList>
#include <QString>

namespace flaskcards {

class Database;
class Row;

// What the log makes of a card and what seeds its fuzz, to compare with a replay.
struct StoredCard {
    Card card;
    QString fuzzSeed;
};

// A review that a day to come holds.
struct DueReview {
    int day = 0;
    int intervalDays = 0;
    MemoryState memory;
};

class CardStore
{
public:
    explicit CardStore(Database &database) : m_database(database) {}

    Result<Card> get(QuestionId question) const; // NotFound
    Result<QString> fuzzSeed(QuestionId question) const;
    Result<QStringList> tags(QuestionId question) const; // those the person gave
    Result<QList<StoredCard>> all() const;
    Result<QList<StoredCard>> active() const; // of questions that have not left the bank

    Result<void> insertNew(QuestionId question, const QString &fuzzSeed);
    Result<void> remove(QuestionId question);
    Result<void> saveSchedule(QuestionId question, const Schedule &schedule);
    Result<void> setSuspended(QuestionId question, bool suspended);
    Result<void> setBuriedUntil(QuestionId question, int day);
    Result<void> setFlag(QuestionId question, int flag);
    Result<void> setTags(QuestionId question, const QStringList &tags);

    // Cards in learning, and reviews due up to the study day `today`; neither suspended nor buried nor new.
    Result<QList<Card>> due(int today) const;
    Result<QList<QuestionId>> newInOrder(NewOrder order, int today, int limit) const;
    Result<int> newCount() const;
    Result<QList<QuestionId>> unseen() const; // all that are new, also suspended or buried ones
    // Reviews due on each study day from today (with what is overdue) to `lastDay`, as day and count.
    Result<QList<std::pair<int, int>>> forecast(int today, int lastDay) const;
    // Reviews due on these study days, both included.
    Result<QList<DueReview>> dueBetween(int firstDay, int lastDay) const;

private:
    Database &m_database;
};

// Reads the 16 card columns, question first, from column `first` on.
Card cardFrom(const Row &row, int first = 0);

} // namespace flaskcards
