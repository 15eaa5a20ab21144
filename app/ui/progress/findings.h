// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/progress.h"

namespace flaskcards {

// What a chart shows, as a sentence made of its numbers.

QString
recallFinding(const ProgressReport &report); // "Recall rose from 82 % to 89 % and is close to the target."
QString studiedFinding(const ProgressReport &report);   // "You studied on 26 of the last 30 days."
QString knowledgeFinding(const ProgressReport &report); // "41 questions are seen but not yet safe."
QString topicFinding(const ProgressReport &report);     // "You would forget most in Contexts."
QString forecastFinding(const ProgressReport &report);  // "Thursday is the fullest day: 27 cards, 20 min."

// "in 30 days", "since 4 June": where the period is told in the figures and captions.
QString periodWords(const ProgressReport &report);

// The same for a chart that begins with the first answer when that is later.
QString knowledgePeriodWords(const ProgressReport &report);

// "Answers a day", "Answers a week", …
QString bucketWords(int bucketDays);

} // namespace flaskcards
