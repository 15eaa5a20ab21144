// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <sqlite3.h>

namespace flaskcards::test {

// While it lives, SQLite's writes to files whose name contains `part` fail with `code` after `writes` more.
class FailingDisk
{
public:
    FailingDisk(const QByteArray &part, int writes, int code)
    {
        s_real = sqlite3_vfs_find(nullptr);
        s_part = part;
        s_writesLeft = writes;
        s_code = code;
        m_vfs = *s_real;
        m_vfs.zName = "failing";
        m_vfs.xOpen = open;
        sqlite3_vfs_register(&m_vfs, 1);
    }
    ~FailingDisk()
    {
        sqlite3_vfs_unregister(&m_vfs);
        sqlite3_vfs_register(s_real, 1);
    }
    FailingDisk(const FailingDisk &) = delete;
    FailingDisk &operator=(const FailingDisk &) = delete;

private:
    static int open(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
    {
        const int rc = s_real->xOpen(s_real, name, file, flags, outFlags);
        if (rc != SQLITE_OK || !name || !QByteArray(name).contains(s_part))
            return rc;
        s_methods = *file->pMethods;
        s_write = s_methods.xWrite;
        s_methods.xWrite = write;
        file->pMethods = &s_methods;
        return rc;
    }
    static int write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset)
    {
        return s_writesLeft-- > 0 ? s_write(file, bytes, count, offset) : s_code;
    }

    sqlite3_vfs m_vfs{};
    static inline sqlite3_vfs *s_real = nullptr;
    static inline QByteArray s_part;
    static inline int s_writesLeft = 0;
    static inline int s_code = SQLITE_FULL;
    static inline sqlite3_io_methods s_methods{};
    static inline int (*s_write)(sqlite3_file *, const void *, int, sqlite3_int64) = nullptr;
};

} // namespace flaskcards::test
