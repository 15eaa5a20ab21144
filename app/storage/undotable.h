// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ids.h"
#include "core/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace flaskcards {

class Database;

// One step of the history, without what it changed.
struct HistoryStep {
    qint64 id = 0;
    QString label;            // what was done, e.g. "answer"
    QString detail;           // of an answer its rating as a number
    int questions = 0;        // how many it touched
    QuestionId question = {}; // the one, if it touched one
    qint64 atMs = 0;
    bool undone = false; // taken back, and can be done again
};

// The last steps, newest on top: first those that were taken back, then those that can be.
class UndoTable
{
public:
    static constexpr int keptSteps = 200;

    explicit UndoTable(Database &database) : m_database(database) {}

    // A new step; what had been taken back cannot be done again any more.
    Result<void> push(const HistoryStep &step, const QByteArray &changeset);
    Result<std::optional<HistoryStep>> lastDone() const;
    Result<std::optional<HistoryStep>> nextUndone() const;
    Result<QList<HistoryStep>> history() const; // newest first
    Result<QByteArray> changeset(qint64 id) const;
    Result<void> setUndone(qint64 id, bool undone);

private:
    Database &m_database;
};

} // namespace flaskcards
