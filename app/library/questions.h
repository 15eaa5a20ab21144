// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"
#include "library/library.h"

namespace flaskcards {

struct LoadedQuestion {
    Question question;
    QString hash;
    Origin origin = Origin::Bank;
    bool retired = false; // it left the bank, or was deleted
};

// As the store keeps what was read from `bytes`; without a place in the teaching order.
StoredQuestion storedQuestion(const Question &question, const QByteArray &bytes);

// The whole question as its card file says. NotFound.
Result<LoadedQuestion> loadQuestion(const Library &library, QuestionId id);

// Brings the full-text index in step with the question's text as it is stored now, also where it is gone.
Result<void> indexAnew(Store &store, QuestionId id);

struct QuestionLink {
    QuestionId id;
    QString slug;
    QString title;
};

// Those of the slugs that are in the bank, in their order.
Result<QList<QuestionLink>> linksTo(const Library &library, const QStringList &slugs);

} // namespace flaskcards
