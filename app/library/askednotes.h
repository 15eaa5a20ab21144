// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

namespace flaskcards {

// A question the person was really asked, in an interview: once for each time.
struct AskedNote {
    QString key = {}; // of the document; empty: not kept yet
    QString slug = {};
    int day = 0; // study day
    QString company = {};
    QString round = {};
    QString note = {};

    bool operator==(const AskedNote &) const = default;
};

// Newest first.
Result<QList<AskedNote>> askedNotes(const Library &library);
Result<QList<AskedNote>> askedNotesOf(const Library &library, const QString &slug);
Result<QSet<QString>> reallyAskedSlugs(const Library &library);

// One step of undo each; `title` of the question is what the history calls it. A note without a key is new.
Result<Changes> keepAskedNote(Library &library, AskedNote note, const QString &title);
Result<Changes> removeAskedNote(Library &library, const AskedNote &note, const QString &title);

// "Asked at Acme, 12 November"
QString askedWords(const AskedNote &note, int today);

} // namespace flaskcards
