// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/confidence.h"

namespace flaskcards {

Result<ConfidenceReport> confidenceReport(const Library &library)
{
    const auto recited = library.store().reviews.recitals();
    if (!recited)
        return recited.error();
    ConfidenceReport report;
    for (const RecitedAnswer &answer : *recited) {
        if (answer.recital.confidence == Confidence::NotAsked)
            continue;
        ConfidenceTally &tally = answer.recital.confidence == Confidence::Sure ? report.sure : report.unsure;
        ++tally.answers;
        tally.recalled += answer.rating > Rating::Again;
    }
    return report;
}

} // namespace flaskcards
