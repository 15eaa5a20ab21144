// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/operations.h"

#include "library/questions.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// The same change for every one of the questions.
template <typename Value>
Operation forAll(const QString &label, const QList<QuestionId> &questions,
                 Result<void> (CardStore::*change)(QuestionId, Value), Value value,
                 const QString &detail = {})
{
    return {label,
            [=](Store &store) -> Result<void> {
                for (const QuestionId question : questions) {
                    if (auto done = (store.cards.*change)(question, value); !done)
                        return done;
                }
                return {};
            },
            detail};
}

} // namespace

Operation flagOperation(const QList<QuestionId> &questions, int flag)
{
    return forAll(u"flag"_s, questions, &CardStore::setFlag, flag, QString::number(flag));
}

Operation suspendOperation(const QList<QuestionId> &questions, bool suspended)
{
    return forAll(suspended ? u"suspend"_s : u"unsuspend"_s, questions, &CardStore::setSuspended, suspended);
}

Operation buryOperation(const QList<QuestionId> &questions, int untilDay)
{
    return forAll(untilDay > 0 ? u"bury"_s : u"unbury"_s, questions, &CardStore::setBuriedUntil, untilDay);
}

Operation bringBackOperation(const QList<QuestionId> &questions)
{
    return {u"bring back"_s, [questions](Store &store) -> Result<void> {
                for (const QuestionId question : questions) {
                    if (auto done = store.questions.bringBack(question); !done)
                        return done;
                    if (auto done = indexAnew(store, question); !done)
                        return done;
                }
                return {};
            }};
}

} // namespace flaskcards
