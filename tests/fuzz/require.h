// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace flaskcards::fuzz {

// Ends the run with a crash: whoever drives keeps the input.
inline void require(bool holds, const char *what)
{
    if (holds)
        return;
    std::fprintf(stderr, "Does not hold: %s\n", what);
    std::abort();
}

// The same for a Result, with what it says.
template <typename T>
void requireDone(const T &result, const char *what)
{
    if (!result)
        std::fprintf(stderr, "%s\n", qPrintable(result.error().context));
    require(bool(result), what);
}

inline QByteArray bytes(const uint8_t *data, size_t size)
{
    return {reinterpret_cast<const char *>(data), qsizetype(size)};
}

// UTF-8, or UTF-16 with all that can be wrong in it where the first byte is 0xff.
inline QString text(const uint8_t *data, size_t size)
{
    if (size == 0 || data[0] != 0xff)
        return QString::fromUtf8(bytes(data, size));
    QString units;
    for (size_t i = 1; i + 1 < size; i += 2)
        units += QChar(char16_t(data[i] | data[i + 1] << 8));
    return units;
}

} // namespace flaskcards::fuzz
