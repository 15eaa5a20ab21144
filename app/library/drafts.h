// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/carddraft.h"
#include "library/library.h"

namespace flaskcards {

// What a person wrote and has not saved: kept in the store until it is saved or forgotten, whatever becomes
// of the window. Not part of undo.
struct KeptDraft {
    qint64 startedMs = 0; // when it was begun; tells the drafts of one question apart
    qint64 keptMs = 0;
    CardDraft draft;
};

// `slug` empty: of new questions. Newest first.
QList<KeptDraft> keptDrafts(const Library &library, const QString &slug);

// In place of the one begun at the same time; the oldest of more than a handful goes.
void keepDraft(Library &library, const QString &slug, const KeptDraft &draft);
void forgetDraft(Library &library, const QString &slug, qint64 startedMs);

} // namespace flaskcards
