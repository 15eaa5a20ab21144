// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/logrow.h"
#include "library/finding.h"
#include "storage/store.h"

namespace flaskcards {

using Slugs = QHash<QuestionId, QString>; // of all questions, retired ones too

// What is wrong with the rows of the log themselves. Without a time, times are not judged.
Findings logFindings(const LogRows &log, const Slugs &slugs, std::optional<qint64> nowMs);

} // namespace flaskcards
