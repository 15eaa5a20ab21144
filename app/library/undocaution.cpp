// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/undocaution.h"

#include "library/stepwords.h"

namespace flaskcards {

UndoCaution::UndoCaution(const Library &library) : m_library(library), m_startedMs(library.clock().nowMs()) {}

bool UndoCaution::allows(const HistoryStep &step)
{
    const int day = stepDay(step, m_library);
    if (step.atMs >= m_startedMs && day == m_library.today()) {
        m_allowedDay.reset();
        return true;
    }
    if (m_asked == step.id)
        m_allowedDay = day;
    m_asked = m_allowedDay == day ? 0 : step.id;
    return m_allowedDay == day;
}

} // namespace flaskcards
