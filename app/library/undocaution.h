// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards {

// Steps of another day or of an earlier start of the program are taken back only when the person, having been
// told which, asks once more. A second yes is needed where yet another day begins.
class UndoCaution
{
public:
    explicit UndoCaution(const Library &library); // the start of the program; the library must outlive it

    // Whether the step may be taken back now. No: say what it is; the next time it may.
    bool allows(const HistoryStep &step);
    void forget() { m_asked = 0; } // what was asked is no longer on the screen

private:
    const Library &m_library;
    const qint64 m_startedMs;
    qint64 m_asked = 0;              // a step's id
    std::optional<int> m_allowedDay; // study day
};

} // namespace flaskcards
