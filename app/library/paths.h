// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/learningpath.h"
#include "library/library.h"

namespace flaskcards {

// A learning path with how far the person is on it.
struct StudiedPath {
    QString key = {}; // of the document of the person's own; empty: of the bank
    LearningPath path = {};
    int known = 0;               // recalled at least as surely as is wanted
    int there = 0;               // of its questions in the bank and not suspended
    QList<QuestionId> next = {}; // not known, in order

    bool isOwn() const { return !key.isEmpty(); }
};

constexpr int nextOnPath = 10; // questions of one sitting

// Those of the bank in their order, then the person's own by title.
Result<QList<StudiedPath>> studiedPaths(const Library &library);

// The person's own; one step of undo each. Without a key it is new. `path` has a title.
Result<Changes> keepPath(Library &library, const QString &key, const LearningPath &path);
Result<Changes> removePath(Library &library, const QString &key, const QString &title);

} // namespace flaskcards
