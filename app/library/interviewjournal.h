// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards {

// An interview the person had.
struct InterviewEntry {
    QString key = {}; // of the document; empty: not kept yet
    int day = 0;      // study day
    QString company = {};
    QString round = {};
    QString wentWell = {};
    QString wentBadly = {};

    bool operator==(const InterviewEntry &) const = default;
};

// Newest first.
Result<QList<InterviewEntry>> interviewJournal(const Library &library);

// One step of undo each. An entry without a key is new.
Result<Changes> keepInterview(Library &library, InterviewEntry entry);
Result<Changes> removeInterview(Library &library, const InterviewEntry &entry);

// "Acme, second round", or the day where neither is known.
QString interviewName(const InterviewEntry &entry, int today);

} // namespace flaskcards
