// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/durablefile.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>

#include <fcntl.h>
#include <unistd.h>

namespace flaskcards {

namespace {

Result<void> sync(const QString &path, int flags)
{
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (file < 0)
        return Error{ErrorCode::Io, path};
    const int failure = ::fsync(file) == 0 ? 0 : errno;
    ::close(file);
    // Some file systems know no fsync of a folder; there is nothing better to be had from them.
    if (failure == 0 || failure == EINVAL || failure == ENOTSUP)
        return {};
    return Error{failure == ENOSPC ? ErrorCode::NoSpace : ErrorCode::Io, path};
}

} // namespace

Result<void> syncFile(const QString &path)
{
    return sync(path, O_RDWR);
}

Result<void> syncFolder(const QString &path)
{
    return sync(path, O_RDONLY | O_DIRECTORY);
}

Result<void> renameDurably(const QString &from, const QString &to)
{
    std::error_code failure;
    std::filesystem::rename(QFile::encodeName(from).toStdString(), QFile::encodeName(to).toStdString(),
                            failure);
    if (failure)
        return Error{ErrorCode::Io, to};
    return syncFolder(QFileInfo(to).absolutePath());
}

} // namespace flaskcards
