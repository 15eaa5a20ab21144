// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/outlook.h"

namespace flaskcards {

// A day of a short outlook, about a week of a long one.
struct OutlookSpan {
    int firstDay = 0; // study day
    int days = 1;
    double reviews = 0; // means a day
    double introduced = 0;
    double minutes = 0;
    double recalled = 0;    // questions, at the end of the span
    double withoutWork = 0; // … if nothing were studied

    int lastDay() const { return firstDay + days - 1; }
};

// Days up to 30 of them, weeks from there on; the last week may be up to three days longer or shorter.
std::vector<OutlookSpan> spansOf(const Outlook &outlook);

// What the retention wished now comes to.
WhatIf presentOf(const Outlook &outlook);

// Lines to follow those of toCsv(ProgressReport), with the same columns.
QByteArray csvRowsOf(const Outlook &outlook);

} // namespace flaskcards
