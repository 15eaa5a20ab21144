// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/answersahead.h"

namespace flaskcards {

const QList<qint64> &AnswersAhead::after(qint64 clockMs)
{
    if (m_knownFromMs && clockMs >= *m_knownFromMs)
        return m_answersMs;
    const auto answers = m_store.reviews.after(clockMs);
    m_answersMs = answers ? *answers : QList<qint64>();
    m_knownFromMs = clockMs;
    return m_answersMs;
}

} // namespace flaskcards
