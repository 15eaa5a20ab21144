// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

class QTemporaryDir;

namespace flaskcards {

// What another copy of the person's data brought into this one.
struct MergeReport {
    int answers = 0;   // that this copy did not have
    int takenBack = 0; // answers that were taken back in the other copy
    int questions = 0; // own ones, and such with a history that our bank does not have
    int texts = 0;     // written later in the other copy
    int handSet = 0;   // suspended, buried, flagged, tagged later in the other copy
    int settings = 0;  // set later in the other copy

    bool isEmpty() const { return answers + takenBack + questions + texts + handSet + settings == 0; }
    MergeReport &operator+=(const MergeReport &other);
    bool operator==(const MergeReport &) const = default;
};

// A copy of a person's data, made fit to be merged: checked, of this program's schema, and nobody else's.
class MergeSource
{
public:
    // Reads `path`, a data folder or a database file, through a connection of its own; for any thread. The
    // file may be in use. Errors: NotFound, Corrupt, TooNew, Io, NoSpace.
    static Result<std::unique_ptr<MergeSource>> read(const QString &path);
    ~MergeSource();
    Q_DISABLE_COPY_MOVE(MergeSource)

    QString path() const;

private:
    MergeSource();

    std::unique_ptr<QTemporaryDir> m_folder;
};

enum class MergeStep {
    Labelled,   // one step of the history
    Unlabelled, // nothing the person did just now: not to be taken back
};

// The union of both copies, in one step: both logs, replayed; texts, flags and settings as they were set
// last; what was taken back or deleted stays so. Nothing of either is lost, merging once more changes
// nothing, and the other copy comes to the same cards when it merges this one.
Result<MergeReport> mergeCopy(Library &library, const MergeSource &source, MergeStep step);

} // namespace flaskcards
