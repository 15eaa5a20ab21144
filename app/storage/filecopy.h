// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QTemporaryDir>

#include <memory>

namespace flaskcards {

class Database;

// All that the connection sees, as a new file: whole, checked and on the disk, or not there at all. Invalid:
// `path` is taken.
Result<void> saveCheckedCopy(Database &database, const QString &path);

// A file's contents in a folder of their own, which goes away with the object: for working where the file
// itself must not or cannot be written.
class PrivateCopy
{
public:
    // A missing file gives an empty folder; one that cannot be looked for is an Io error. The file must not
    // be open in this process.
    static Result<std::unique_ptr<PrivateCopy>> of(const QString &path);

    QString path() const { return m_dir.filePath(QStringLiteral("flaskcards.db")); }

private:
    QTemporaryDir m_dir;
};

} // namespace flaskcards
