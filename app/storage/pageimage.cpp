// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/pageimage.h"

#include "storage/database.h"

#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int logHeaderSize = 32;
constexpr int frameHeaderSize = 24;

quint32 bigEndian(const QByteArray &bytes, qsizetype offset)
{
    return qFromBigEndian<quint32>(bytes.constData() + offset);
}

// Through SQLite's own file system: see headerOf() in database.cpp.
class RawFile
{
public:
    explicit RawFile(const QString &path)
        : m_vfs(sqlite3_vfs_find(nullptr)),
          m_name(sqlite3_create_filename(QFile::encodeName(QFileInfo(path).absoluteFilePath()).constData(),
                                         "", "", 0, nullptr)),
          m_memory(std::calloc(1, size_t(m_vfs->szOsFile)), &std::free)
    {
        m_code = m_vfs->xOpen(m_vfs, m_name, file(), SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, nullptr);
    }
    ~RawFile()
    {
        if (file()->pMethods)
            file()->pMethods->xClose(file());
        sqlite3_free_filename(m_name);
    }
    Q_DISABLE_COPY_MOVE(RawFile)

    // Blocks that the disk cannot read are left as zeros.
    Result<QByteArray> bytes(const QString &path)
    {
        sqlite3_int64 size = 0;
        if (m_code == SQLITE_OK)
            m_code = file()->pMethods->xFileSize(file(), &size);
        if (m_code != SQLITE_OK)
            return Error{ErrorCode::Io, path};
        QByteArray all(qsizetype(size), '\0');
        constexpr int block = 4096;
        for (sqlite3_int64 at = 0; at < size; at += block) {
            const int length = int(std::min<sqlite3_int64>(block, size - at));
            file()->pMethods->xRead(file(), all.data() + at, length, at);
        }
        return all;
    }

private:
    sqlite3_file *file() const { return static_cast<sqlite3_file *>(m_memory.get()); }

    sqlite3_vfs *m_vfs;
    sqlite3_filename m_name;
    std::unique_ptr<void, decltype(&std::free)> m_memory;
    int m_code = SQLITE_OK;
};

// The checksum of the write-ahead log, continued over `bytes`.
struct Checksum {
    quint32 first = 0;
    quint32 second = 0;
    bool isBigEndian = false;

    void add(const QByteArray &bytes)
    {
        for (qsizetype i = 0; i + 8 <= bytes.size(); i += 8) {
            first += word(bytes, i) + second;
            second += word(bytes, i + 4) + first;
        }
    }
    quint32 word(const QByteArray &bytes, qsizetype at) const
    {
        return isBigEndian ? bigEndian(bytes, at) : qFromLittleEndian<quint32>(bytes.constData() + at);
    }
};

} // namespace

Result<PageImage> PageImage::read(const QString &path)
{
    if (!QFileInfo(path).isFile())
        return Error{QFileInfo::exists(path) ? ErrorCode::Io : ErrorCode::NotFound, path};
    auto bytes = RawFile(path).bytes(path);
    if (!bytes)
        return bytes.error();
    PageImage image;
    image.m_bytes = *std::move(bytes);
    image.readHeader();
    QFile log(path + u"-wal"_s);
    if (log.open(QIODevice::ReadOnly))
        image.takeLog(log.readAll());
    return image;
}

void PageImage::readHeader()
{
    m_hasHeader = m_bytes.size() >= 100 && m_bytes.startsWith(QByteArrayView("SQLite format 3\0", 16));
    const int size = m_hasHeader ? qFromBigEndian<quint16>(m_bytes.constData() + 16) : 0;
    const bool isSize = size >= 512 && (size & (size - 1)) == 0;
    m_pageSize = size == 1 ? 65536 : isSize ? size : 4096;
    const int reserved = m_hasHeader ? quint8(m_bytes.at(20)) : 0;
    m_usableSize = m_pageSize - (reserved < 33 ? reserved : 0);
    m_pages = quint32(m_bytes.size() / m_pageSize);
}

// What was committed last, frame by frame, up to the first that its checksum does not vouch for.
void PageImage::takeLog(const QByteArray &log)
{
    if (log.size() < logHeaderSize || (bigEndian(log, 0) & ~1U) != 0x377f0682)
        return;
    if (bigEndian(log, 8) != quint32(m_pageSize))
        return;
    Checksum sum{.isBigEndian = (bigEndian(log, 0) & 1U) != 0};
    sum.add(log.left(24));
    if (sum.first != bigEndian(log, 24) || sum.second != bigEndian(log, 28))
        return;
    QHash<quint32, QByteArray> uncommitted;
    const qsizetype frame = frameHeaderSize + m_pageSize;
    for (qsizetype at = logHeaderSize; at + frame <= log.size(); at += frame) {
        const QByteArray page = log.mid(at + frameHeaderSize, m_pageSize);
        sum.add(log.mid(at, 8));
        sum.add(page);
        if (log.mid(at + 8, 8) != log.mid(16, 8) || sum.first != bigEndian(log, at + 16) ||
            sum.second != bigEndian(log, at + 20))
            return;
        uncommitted.insert(bigEndian(log, at), page);
        if (const quint32 committed = bigEndian(log, at + 4)) {
            m_newer.insert(uncommitted);
            uncommitted.clear();
            m_pages = committed;
        }
    }
}

QByteArray PageImage::page(quint32 number) const
{
    if (number == 0 || number > m_pages)
        return {};
    if (const auto newer = m_newer.constFind(number); newer != m_newer.cend())
        return *newer;
    const qsizetype at = qsizetype(number - 1) * m_pageSize;
    return at + m_pageSize <= m_bytes.size() ? m_bytes.mid(at, m_pageSize) : QByteArray();
}

quint32 PageImage::headerNumber(int offset) const
{
    const QByteArray first = page(1);
    return m_hasHeader && first.size() >= 100 ? bigEndian(first, offset) : 0;
}

int PageImage::userVersion() const
{
    return int(headerNumber(60));
}

} // namespace flaskcards
