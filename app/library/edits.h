// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards {

// What a person does to the questions themselves, each one step of undo; for Library::apply. If one question
// cannot be changed, none is. Card and answers stay with their question, whatever becomes of its text.

// The person's text for any question; one that was deleted comes back with it. `baseHash` is of the text that
// was edited: Busy if it is another one by now. Invalid: the text cannot be studied (file:line: rule: text).
Operation editOperation(QuestionId question, const QString &topic, const QString &source,
                        const QString &baseHash);

// A question of the person's own, after those of the bank. Invalid as above.
Operation newOperation(const QString &topic, const QString &source, qint64 nowMs);

// Own questions only; Invalid for one of the bank. Answers are kept, and bringBackOperation makes all as it
// was.
Operation deleteOperation(const QList<QuestionId> &questions);

// Drops the person's words: the text is the bank's again, as it is now. NotFound: the bank has no such card
// any more. Reads the bank.
Result<Operation> backToBankOperation(const Library &library, QuestionId question);

// Whether the bank's card is another one than the one that the person's words took the place of.
bool bankHasNewerText(const Library &library, QuestionId question);

// Tags as core's tagsFrom makes them.
Operation tagOperation(const QList<QuestionId> &questions, const QStringList &add, const QStringList &remove);

// The cards are new again; their answers stay in the log but no longer make their memory.
Operation resetOperation(const QList<QuestionId> &questions, qint64 nowMs);

} // namespace flaskcards
