// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/fileidentity.h"

#include <QFile>

#include <sys/stat.h>

namespace flaskcards {

namespace {

std::optional<struct stat> statOf(const QString &path)
{
    struct stat found = {};
    if (::stat(QFile::encodeName(path).constData(), &found) != 0)
        return std::nullopt;
    return found;
}

} // namespace

std::optional<FileIdentity> fileIdentity(const QString &path)
{
    const auto found = statOf(path);
    if (!found)
        return std::nullopt;
    return FileIdentity{quint64(found->st_dev), quint64(found->st_ino)};
}

std::optional<FileState> fileState(const QString &path)
{
    const auto found = statOf(path);
    if (!found)
        return std::nullopt;
    return FileState{qint64(found->st_size),
                     qint64(found->st_mtim.tv_sec) * 1'000'000'000 + found->st_mtim.tv_nsec};
}

} // namespace flaskcards
