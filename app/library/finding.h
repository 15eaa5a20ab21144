// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace flaskcards {

enum class FindingKind {
    File,     // pages of the file are damaged
    Index,    // an index of the file says other things than its table
    Twin,     // rows that should be unique are not
    Link,     // rows without the row that they belong to
    Card,     // is not what its answers make of it, is missing, or has a flag that there is not
    Day,      // an answer counts to a wrong study day
    Time,     // an answer or a move at a time that cannot be
    Answer,   // an answer with a rating, phase or interval that there is not
    Order,    // two entries at one place in the log of a question
    Settings, // the scheduling settings of answers cannot be read
    Text,     // no UTF-8, or with NUL
    Search,   // the full-text index is not in step with the questions
    Setting,  // cannot be understood
    Undo,     // a step of the history cannot be read
};

// Something that is wrong with the store.
struct Finding {
    FindingKind kind = FindingKind::File;
    QString question = {};           // its slug, if it concerns one question
    std::optional<qint64> atMs = {}; // of the answer, as stored
    QString detail = {};             // of a time what is wrong with it, in English
    QString sentence = {};           // for a person
    bool canBeRepaired = true;

    bool operator==(const Finding &) const = default;
};

using Findings = QList<Finding>;

// "card", for other programs
QString findingWord(FindingKind kind);

} // namespace flaskcards
