// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace flaskcards {

// Which file lies under a name: another one put in its place has another identity.
struct FileIdentity {
    quint64 device = 0;
    quint64 number = 0;

    bool operator==(const FileIdentity &) const = default;
};

// What changes when somebody writes into a file.
struct FileState {
    qint64 bytes = 0;
    qint64 writtenNs = 0;

    bool operator==(const FileState &) const = default;
};

// Both without opening the file, which would cost this process its locks on it. None: there is no file.
std::optional<FileIdentity> fileIdentity(const QString &path);
std::optional<FileState> fileState(const QString &path);

} // namespace flaskcards
