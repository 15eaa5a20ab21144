// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace flaskcards {

// Something wrong in a card file, and what to do about it. `rule` is a word of the table in core/bankrules.h.
struct Problem {
    QString file;
    int line = 0; // from 1
    QString rule;
    QString text;

    bool operator==(const Problem &) const = default;
};

// file:line: rule: text, on one line and without characters that a terminal would obey.
QString toLine(const Problem &problem);

} // namespace flaskcards
