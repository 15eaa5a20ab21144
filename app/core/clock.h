// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace flaskcards {

// The only source of "now". Times are milliseconds since 1970 UTC; offsets are seconds east of UTC.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual qint64 nowMs() const = 0;
    virtual int utcOffsetSeconds(qint64 atMs) const = 0;
};

// The machine's clock and time zone, shifted by a constant (0 but for the option --now).
class SystemClock : public Clock
{
public:
    explicit SystemClock(qint64 shiftMs = 0) : m_shiftMs(shiftMs) {}
    qint64 nowMs() const override { return QDateTime::currentMSecsSinceEpoch() + m_shiftMs; }
    int utcOffsetSeconds(qint64 atMs) const override
    {
        return QDateTime::fromMSecsSinceEpoch(atMs).offsetFromUtc();
    }

private:
    qint64 m_shiftMs;
};

// Stands still until moved: for tests and simulations.
class FixedClock : public Clock
{
public:
    explicit FixedClock(qint64 nowMs, int utcOffsetSeconds = 0)
        : m_nowMs(nowMs), m_utcOffsetSeconds(utcOffsetSeconds)
    {
    }
    qint64 nowMs() const override { return m_nowMs; }
    int utcOffsetSeconds(qint64) const override { return m_utcOffsetSeconds; }
    void setNowMs(qint64 nowMs) { m_nowMs = nowMs; }
    void advanceMs(qint64 ms) { m_nowMs += ms; }
    void setUtcOffsetSeconds(int seconds) { m_utcOffsetSeconds = seconds; }

private:
    qint64 m_nowMs;
    int m_utcOffsetSeconds;
};

} // namespace flaskcards
