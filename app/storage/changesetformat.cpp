// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/changesetformat.h"

#include <sqlite3.h>

#include <optional>

namespace flaskcards {

namespace {

enum ValueType { Undefined, Integer, Real, Text, Blob, Null };

class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_rest(bytes) {}

    std::optional<quint8> byte()
    {
        if (m_rest.isEmpty())
            return std::nullopt;
        const auto first = quint8(m_rest.front());
        m_rest = m_rest.sliced(1);
        return first;
    }

    bool skip(quint64 count)
    {
        if (count > quint64(m_rest.size()))
            return false;
        m_rest = m_rest.sliced(qsizetype(count));
        return true;
    }

    // Seven bits a byte, the highest first; the eighth says that more follow. Longer ones are none of ours.
    std::optional<quint64> number()
    {
        quint64 value = 0;
        for (int i = 0; i < 5; ++i) {
            const auto next = byte();
            if (!next)
                return std::nullopt;
            value = value << 7 | (*next & 0x7f);
            if (!(*next & 0x80))
                return value;
        }
        return std::nullopt;
    }

    bool skipName()
    {
        const qsizetype end = m_rest.indexOf('\0');
        return end >= 0 && skip(quint64(end) + 1);
    }

    bool skipValue()
    {
        const auto type = byte();
        if (!type)
            return false;
        switch (*type) {
        case Undefined:
        case Null:
            return true;
        case Integer:
        case Real:
            return skip(8);
        case Text:
        case Blob:
            if (const auto size = number())
                return skip(*size);
        }
        return false;
    }

private:
    QByteArrayView m_rest;
};

} // namespace

bool isWholeChangeset(QByteArrayView bytes)
{
    Reader reader(bytes);
    quint64 columns = 0;
    while (const auto first = reader.byte()) {
        if (*first == 'T') {
            const auto count = reader.number();
            if (!count || *count == 0 || !reader.skip(*count) || !reader.skipName())
                return false;
            columns = *count;
            continue;
        }
        const bool update = *first == SQLITE_UPDATE;
        if (columns == 0 || (!update && *first != SQLITE_INSERT && *first != SQLITE_DELETE) || !reader.byte())
            return false;
        for (quint64 i = 0; i < columns * (update ? 2 : 1); ++i) {
            if (!reader.skipValue())
                return false;
        }
    }
    return true;
}

} // namespace flaskcards
