// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wav.h"

#include <QtEndian>

#include <algorithm>
#include <cstdlib>

namespace flaskcards {

namespace {

template <typename Number>
QByteArray little(Number number)
{
    QByteArray bytes(sizeof(Number), Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

// RIFF, one "fmt " chunk of PCM, one "data" chunk.
QByteArray header(quint32 bytes)
{
    constexpr quint16 pcm = 1, channels = 1, bits = 16, frame = channels * bits / 8;
    constexpr quint32 formatBytes = 16;
    return "RIFF" + little(bytes + quint32(wavHeaderBytes) - 8) + "WAVE" + "fmt " + little(formatBytes) +
           little(pcm) + little(channels) + little(quint32(soundRate)) +
           little(quint32(soundBytesPerSecond)) + little(frame) + little(bits) + "data" + little(bytes);
}

} // namespace

qint64 soundLengthMs(qint64 bytes)
{
    return bytes * 1000 / soundBytesPerSecond;
}

double loudestOf(const QByteArray &samples)
{
    int loudest = 0;
    for (qsizetype at = 0; at + 1 < samples.size(); at += 2)
        loudest = std::max(loudest, std::abs(int(qFromLittleEndian<qint16>(samples.constData() + at))));
    return loudest / 32768.0;
}

QByteArray wavFile(const QByteArray &samples)
{
    return header(quint32(samples.size())) + samples;
}

std::optional<QByteArray> samplesOfWav(const QByteArray &file)
{
    const qsizetype bytes = file.size() - wavHeaderBytes;
    if (bytes < 0 || bytes % 2 != 0 || !file.startsWith(header(quint32(bytes))))
        return std::nullopt;
    return file.mid(wavHeaderBytes);
}

} // namespace flaskcards
