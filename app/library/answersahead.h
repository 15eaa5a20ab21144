// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/store.h"

namespace flaskcards {

// The answers that stand after the clock's now: none, unless a clock was or is wrong. Read once, and again
// after forget() or when the clock went back.
class AnswersAhead
{
public:
    explicit AnswersAhead(const Store &store) : m_store(store) {} // must outlive it

    const QList<qint64> &after(qint64 clockMs); // ascending; there may be some that `clockMs` has passed
    void forget() { m_knownFromMs.reset(); }    // the log has changed

private:
    const Store &m_store;
    std::optional<qint64> m_knownFromMs;
    QList<qint64> m_answersMs;
};

} // namespace flaskcards
