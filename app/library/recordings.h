// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/question.h"
#include "core/result.h"

#include <QList>

namespace flaskcards {

class Library;

// Of a person's voice, kept as a file.
struct Recording {
    QString path;
    qint64 atMs = 0; // when it was kept
    qint64 lengthMs = 0;

    bool operator==(const Recording &) const = default;
};

// The recordings a person kept: WAV files in the folder `recordings` beside the store, a file each, called
// <slug>.<moment in UTC>.wav. They are no part of the store: neither undo nor backups nor other machines know
// of them, and any player plays them.
class Recordings
{
public:
    explicit Recordings(const Library &library) : m_library(library) {}

    // Newest first; also those from when the question had another name.
    QList<Recording> of(const Question &question) const;

    // All or nothing, and on the disk when it returns. `samples` as in core/wav.h. Io where nothing is kept,
    // as with --read-only.
    Result<Recording> keep(const Question &question, const QByteArray &samples) const;
    Result<void> putBack(const Recording &removed, const QByteArray &samples) const;
    Result<void> remove(const Recording &recording) const;
    // Invalid: a file of another kind has taken the name.
    Result<QByteArray> samplesOf(const Recording &recording) const;

private:
    QString folder() const;

    const Library &m_library;
};

} // namespace flaskcards
