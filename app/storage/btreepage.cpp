// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/btreepage.h"

#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <bit>

namespace flaskcards {

namespace {

constexpr qint64 mostPayload = 256 * 1024 * 1024;

// Reads forward; past the end it fails and stays so.
class Cursor
{
public:
    Cursor(const QByteArray &bytes, qsizetype at) : m_bytes(bytes), m_at(at) {}

    bool failed() const { return m_failed; }
    qsizetype at() const { return m_at; }

    quint64 varint()
    {
        quint64 value = 0;
        for (int i = 0; i < 9; ++i) {
            const quint8 byte = next();
            if (i == 8)
                return value << 8 | byte;
            value = value << 7 | (byte & 0x7fU);
            if (byte < 0x80)
                return value;
        }
        return value;
    }
    qint64 integer(int size)
    {
        quint64 value = 0;
        for (int i = 0; i < size; ++i) {
            const quint8 byte = next();
            if (i == 0 && byte >= 0x80)
                value = ~quint64(0);
            value = value << 8 | byte;
        }
        return qint64(value);
    }
    QByteArray bytes(qsizetype size)
    {
        if (m_failed || size > m_bytes.size() - m_at) {
            m_failed = true;
            return {};
        }
        m_at += size;
        return m_bytes.mid(m_at - size, size);
    }

private:
    quint8 next()
    {
        if (m_failed || m_at >= m_bytes.size()) {
            m_failed = true;
            return 0;
        }
        return quint8(m_bytes.at(m_at++));
    }

    const QByteArray &m_bytes;
    qsizetype m_at;
    bool m_failed = false;
};

qsizetype sizeOf(quint64 serialType)
{
    constexpr int sizes[] = {0, 1, 2, 3, 4, 6, 8, 8, 0, 0};
    return serialType < 10 ? sizes[serialType] : qsizetype((serialType - 12) / 2);
}

RawValue valueOf(quint64 serialType, Cursor &body)
{
    using Type = RawValue::Type;
    if (serialType == 0)
        return {};
    if (serialType == 7)
        return {.type = Type::Real, .real = std::bit_cast<double>(body.integer(8))};
    if (serialType == 8 || serialType == 9)
        return {.type = Type::Integer, .integer = qint64(serialType) - 8};
    if (serialType < 10)
        return {.type = Type::Integer, .integer = body.integer(int(sizeOf(serialType)))};
    return {.type = serialType % 2 == 0 ? Type::Blob : Type::Text, .bytes = body.bytes(sizeOf(serialType))};
}

// Nothing, unless the record is exactly as long as it says.
std::optional<QList<RawValue>> recordIn(const QByteArray &payload)
{
    Cursor header(payload, 0);
    const quint64 headerSize = header.varint();
    if (header.failed() || headerSize > quint64(payload.size()))
        return std::nullopt;
    Cursor body(payload, qsizetype(headerSize));
    QList<RawValue> values;
    while (!header.failed() && header.at() < qsizetype(headerSize)) {
        const quint64 type = header.varint();
        if (type == 10 || type == 11 || type > quint64(mostPayload) * 2)
            return std::nullopt;
        values.append(valueOf(type, body));
        if (body.failed())
            return std::nullopt;
    }
    const bool isExact = header.at() == qsizetype(headerSize) && body.at() == payload.size();
    return header.failed() || !isExact ? std::nullopt : std::optional(values);
}

class Reader
{
public:
    Reader(const PageImage &image, quint32 number)
        : m_image(image),
          m_page(image.page(number)),
          m_start(number == 1 ? 100 : 0),
          m_usable(image.usableSize())
    {
    }

    std::optional<BTreePage> run()
    {
        if (m_page.isEmpty() || !readKind())
            return std::nullopt;
        const int cells = number16(m_start + 3);
        const int pointers = m_start + (m_result.isLeaf ? 8 : 12);
        m_content = number16(m_start + 5);
        if (m_content == 0)
            m_content = 65536;
        if (pointers + 2 * cells > m_content || m_content > m_usable)
            return std::nullopt;
        for (int i = 0; i < cells; ++i) {
            if (!readCell(number16(pointers + 2 * i)))
                return std::nullopt;
        }
        if (!m_result.isLeaf)
            m_result.children.append(number32(m_start + 8));
        return noteFreeBlocks() && isAccountedFor() ? std::optional(m_result) : std::nullopt;
    }

private:
    bool readKind()
    {
        const int kind = quint8(m_page.at(m_start));
        m_result.isLeaf = kind == 10 || kind == 13;
        m_result.isTable = kind == 5 || kind == 13;
        return m_result.isLeaf || kind == 2 || kind == 5;
    }

    int number16(qsizetype at) const { return qFromBigEndian<quint16>(m_page.constData() + at); }
    quint32 number32(qsizetype at) const { return qFromBigEndian<quint32>(m_page.constData() + at); }

    bool readCell(int at)
    {
        if (at < m_content || at + 4 > m_usable)
            return false;
        Cursor cell(m_page, at);
        if (!m_result.isLeaf)
            m_result.children.append(quint32(cell.integer(4)));
        const bool hasPayload = !m_result.isTable || m_result.isLeaf;
        const quint64 size = hasPayload ? cell.varint() : 0;
        const qint64 rowid = m_result.isTable ? qint64(cell.varint()) : 0;
        if (cell.failed() || size > quint64(mostPayload) || !isAscending(rowid))
            return false;
        const qsizetype local = hasPayload ? localSize(qint64(size)) : 0;
        const bool spills = local < qint64(size);
        const qsizetype end = cell.at() + local + (spills ? 4 : 0);
        if (end > m_usable)
            return false;
        m_used.append({at, std::max<qsizetype>(end, at + 4)});
        return !hasPayload ||
               takePayload(rowid, qint64(size), m_page.mid(cell.at(), local), spills ? number32(end - 4) : 0);
    }

    bool isAscending(qint64 rowid)
    {
        const bool ascends = !m_result.isTable || !m_lastRowid || rowid > *m_lastRowid;
        m_lastRowid = rowid;
        return ascends;
    }

    // How much of a payload stands in its cell.
    qsizetype localSize(qint64 size) const
    {
        const qint64 least = (m_usable - 12) * 32 / 255 - 23;
        const qint64 most = m_result.isTable ? m_usable - 35 : (m_usable - 12) * 64 / 255 - 23;
        if (size <= most)
            return size;
        const qint64 local = least + (size - least) % (m_usable - 4);
        return local <= most ? local : least;
    }

    // False only if the record cannot be one: a page with such a record is none.
    bool takePayload(qint64 rowid, qint64 size, QByteArray payload, quint32 next)
    {
        QSet<quint32> seen;
        while (payload.size() < size) {
            const QByteArray page = seen.contains(next) ? QByteArray() : m_image.page(next);
            if (page.isEmpty()) {
                ++m_result.unreadable;
                return true;
            }
            seen.insert(next);
            next = qFromBigEndian<quint32>(page.constData());
            payload += page.mid(4, std::min<qint64>(m_usable - 4, size - payload.size()));
        }
        const auto values = recordIn(payload);
        if (values)
            m_result.rows.append({rowid, *values});
        else if (!seen.isEmpty())
            ++m_result.unreadable;
        return values || !seen.isEmpty();
    }

    bool noteFreeBlocks()
    {
        int at = number16(m_start + 1);
        while (at != 0) {
            if (at < m_content || at + 4 > m_usable)
                return false;
            const int next = number16(at);
            const int size = number16(at + 2);
            if (size < 4 || at + size > m_usable || (next != 0 && next < at + size))
                return false;
            m_used.append({at, at + size});
            at = next;
        }
        return true;
    }

    // Cells and free blocks do not overlap, and what is left between them is as much as the page says.
    bool isAccountedFor()
    {
        std::sort(m_used.begin(), m_used.end());
        qsizetype end = m_content;
        qsizetype gaps = 0;
        for (const auto &[from, to] : std::as_const(m_used)) {
            if (from < end)
                return false;
            gaps += from - end;
            end = to;
        }
        return gaps + m_usable - end == quint8(m_page.at(m_start + 7));
    }

    const PageImage &m_image;
    const QByteArray m_page;
    const int m_start;
    const int m_usable;
    int m_content = 0;
    std::optional<qint64> m_lastRowid;
    QList<std::pair<qsizetype, qsizetype>> m_used;
    BTreePage m_result;
};

} // namespace

std::optional<BTreePage> readBTreePage(const PageImage &image, quint32 number)
{
    return Reader(image, number).run();
}

} // namespace flaskcards
