// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace flaskcards {

// Speech as it is recorded here: 16 000 samples a second, one channel, 16 bits signed, little endian.
constexpr int soundRate = 16'000;
constexpr int soundBytesPerSecond = 2 * soundRate;

qint64 soundLengthMs(qint64 bytes);

// From 0, silence, to 1, as loud as it gets: the loudest sample.
double loudestOf(const QByteArray &samples);

// A file that any player takes, and what is in it. None: not a whole file of this one kind.
constexpr int wavHeaderBytes = 44;
QByteArray wavFile(const QByteArray &samples);
std::optional<QByteArray> samplesOfWav(const QByteArray &file);

} // namespace flaskcards
