// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/fuzz.h"

#include <QByteArray>

#include <algorithm>
#include <cmath>

namespace flaskcards {

namespace {

// How far an interval may move either way.
double delta(double days)
{
    if (days < 2.5)
        return 0;
    return 1 + 0.15 * (std::min(days, 7.0) - 2.5) + 0.10 * std::max(std::min(days, 20.0) - 7, 0.0) +
           0.05 * std::max(days - 20, 0.0);
}

quint64 withByte(quint64 hash, quint8 byte)
{
    return (hash ^ byte) * 0x0000'0100'0000'01b3;
}

quint64 mixed(quint64 bits)
{
    bits = (bits ^ (bits >> 30)) * 0xbf58'476d'1ce4'e5b9;
    bits = (bits ^ (bits >> 27)) * 0x94d0'49bb'1331'11eb;
    return bits ^ (bits >> 31);
}

} // namespace

DayRange fuzzBounds(double intervalDays, int minimum, int maximum)
{
    const double least = std::min(minimum, maximum);
    const double most = maximum;
    const double days = std::clamp(intervalDays, least, most);
    DayRange range{int(std::clamp(std::round(days - delta(days)), least, most)),
                   int(std::clamp(std::round(days + delta(days)), least, most))};
    if (range.first == range.last && range.last > 2 && range.last < maximum)
        ++range.last;
    return range;
}

double latestFuzzed(double intervalDays)
{
    return std::round(intervalDays + delta(intervalDays));
}

int fuzzed(double intervalDays, int minimum, int maximum, std::optional<double> factor)
{
    if (!factor)
        return int(std::clamp<double>(std::round(intervalDays), std::min(minimum, maximum), maximum));
    const DayRange range = fuzzBounds(intervalDays, minimum, maximum);
    // A factor just below 1 may round up to the day after the last.
    return std::min(int(std::floor(range.first + *factor * (1 + range.last - range.first))), range.last);
}

int stepFuzzLimit(int secs)
{
    return secs + int(std::min(0.25 * secs, 300.0));
}

int fuzzedStep(int secs, std::optional<double> factor)
{
    return factor ? secs + int(*factor * (stepFuzzLimit(secs) - secs)) : secs;
}

double fuzzFactor(QStringView slug, int answers)
{
    quint64 hash = 0xcbf2'9ce4'8422'2325;
    const QByteArray bytes = slug.toUtf8();
    for (const char byte : bytes)
        hash = withByte(hash, static_cast<quint8>(byte));
    for (int shift = 0; shift < 32; shift += 8)
        hash = withByte(hash, static_cast<quint8>(static_cast<quint32>(answers) >> shift));
    return double(mixed(hash) >> 11) * 0x1p-53;
}

} // namespace flaskcards
