// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/outlookfigures.h"

namespace flaskcards {

// The outlook in words.

// What the numbers are, and what a new question costs once that is known.
QString simulationWords(const Outlook &outlook);

QString aheadWords(int days);            // "in 30 days", "in a year"
QString simulatedMinutes(double number); // "14 min", "6.5 min"
QString simulatedCount(double number);   // "12", "6.5": means a day

QString workFinding(const Outlook &outlook);     // "The work falls from about 18 min to 9 min a day."
QString recalledFinding(const Outlook &outlook); // "About 310 of 347 questions recalled in a year; …"

// "At 90 % you spend about 14 min a day and recall about 310 of 347 questions in a year; 85 % would …"
QString whatIfSentence(const Outlook &outlook, const WhatIf &other);

// What the sentence compares with before anything is chosen: five points less, or more where there is
// nothing less. Index in Outlook::retentions.
int firstComparison(const std::vector<WhatIf> &choices, double present);

} // namespace flaskcards
