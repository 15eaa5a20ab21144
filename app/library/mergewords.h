// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace flaskcards {

struct MergeReport;

// What came in, as one sentence or two; "Nothing new came in."
QString mergeWords(const MergeReport &report);

} // namespace flaskcards
