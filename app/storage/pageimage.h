// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QHash>

namespace flaskcards {

// The pages of a SQLite file as bytes, with what its write-ahead log has committed, for reading a file that
// SQLite refuses. Nothing is believed; the format is https://www.sqlite.org/fileformat2.html.
class PageImage
{
public:
    // Reads all of the file into memory and does not touch it. Errors: NotFound, Io.
    static Result<PageImage> read(const QString &path);

    int pageSize() const { return m_pageSize; }
    int usableSize() const { return m_usableSize; } // of a page
    quint32 pages() const { return m_pages; }
    // Numbered from 1. Empty: it is not there, or not whole.
    QByteArray page(quint32 number) const;

    // The user version in the header; 0: there is no header that could be believed.
    int userVersion() const;
    quint32 firstFreePage() const { return headerNumber(32); }

private:
    void readHeader();
    void takeLog(const QByteArray &log);
    quint32 headerNumber(int offset) const;

    QByteArray m_bytes;
    QHash<quint32, QByteArray> m_newer; // pages of the write-ahead log
    bool m_hasHeader = false;
    int m_pageSize = 4096;
    int m_usableSize = 4096;
    quint32 m_pages = 0;
};

} // namespace flaskcards
