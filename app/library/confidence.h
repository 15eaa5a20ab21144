// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards {

// Answers given with a statement of confidence, and how many of them were recalled.
struct ConfidenceTally {
    int answers = 0;
    int recalled = 0;

    double share() const { return answers > 0 ? double(recalled) / answers : 0; }
};

struct ConfidenceReport {
    ConfidenceTally sure;
    ConfidenceTally unsure;
};

Result<ConfidenceReport> confidenceReport(const Library &library);

} // namespace flaskcards
