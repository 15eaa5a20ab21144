// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards {

struct ConfidenceReport {
    ConfidenceTally sure;
    ConfidenceTally unsure;
};

Result<ConfidenceReport> confidenceReport(const Library &library);

} // namespace flaskcards
