// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/confidence.h"

namespace flaskcards {

Result<ConfidenceReport> confidenceReport(const Library &library)
{
    const auto tallies = library.store().reviews.confidence();
    if (!tallies)
        return tallies.error();
    ConfidenceReport report;
    for (const ConfidenceTally &tally : *tallies)
        (tally.confidence == Confidence::Sure ? report.sure : report.unsure) = tally;
    return report;
}

} // namespace flaskcards
