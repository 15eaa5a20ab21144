// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"
#include "library/library.h"

namespace flaskcards {

struct LoadedQuestion {
    Question question;
    QString hash;
};

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
