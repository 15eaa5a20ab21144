// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/mockresults.h"

namespace flaskcards {

// What a mock interview says about itself, in fair words.

QString partName(MockPart part);            // "Going deeper"
QString spentWords(qint64 ms, int seconds); // "1:24 of 2:00"

// What would be asked and what the bank lacks for it.
QString choiceWords(const MockChoice &choice, const MockFilter &filter);

// "68 % of the key points, 7 of 11 answers at least Good"
QString resultWords(const MockResult &result);
// "Mock interview, 21 November"
QString mockTitle(const MockResult &result, int today);
// Which topic was weakest, and how much so few questions can say.
QString topicFinding(const QList<MockTopic> &topics);
QString timeFinding(const MockResult &result);
QString confidenceFinding(const MockResult &result); // empty: it was never said
// Against the ones before, with what chance alone may do; `history` ends with `result`.
QString historyFinding(const QList<MockResult> &history, int today);

int mockDay(const MockResult &result); // study day

} // namespace flaskcards
