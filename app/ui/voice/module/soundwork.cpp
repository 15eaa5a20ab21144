// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/module/soundwork.h"

#include "core/wav.h"

#include <QAudioDevice>
#include <QAudioSink>
#include <QAudioSource>
#include <QMediaDevices>
#include <QTimer>
#include <QtEndian>

namespace flaskcards {

namespace {

constexpr int watchMs = 2000;
constexpr int pieceBytes = soundBytesPerSecond / 20; // what is not yet delivered at the end is lost

QAudioFormat soundFormat()
{
    QAudioFormat format;
    format.setSampleRate(soundRate);
    format.setChannelCount(1);
    format.setSampleFormat(QAudioFormat::Int16);
    return format;
}

// Devices take the order of bytes of the machine; there and back it is the same.
QByteArray swapped(const QByteArray &samples)
{
    QByteArray other(samples.size(), Qt::Uninitialized);
    qFromLittleEndian<qint16>(samples.constData(), samples.size() / 2, other.data());
    return other;
}

} // namespace

SoundWork::SoundWork() = default;

SoundWork::~SoundWork() = default;

// Asked for again and again: with PulseAudio Qt 6.4 does not tell that a device came or went.
void SoundWork::watchMicrophone(const std::function<void(bool)> &told)
{
    const auto look = [this, told] {
        const bool isThere = !QMediaDevices::defaultAudioInput().isNull();
        if (m_isThere == isThere)
            return;
        m_isThere = isThere;
        told(isThere);
    };
    m_watch = std::make_unique<QTimer>();
    connect(m_watch.get(), &QTimer::timeout, this, look);
    m_watch->start(watchMs);
    look();
}

void SoundWork::record(const std::function<void(const QByteArray &)> &heard,
                       const std::function<void()> &failed)
{
    stopRecording();
    const QAudioDevice device = QMediaDevices::defaultAudioInput();
    if (device.isNull() || !device.isFormatSupported(soundFormat()))
        return failed();
    m_source = std::make_unique<QAudioSource>(device, soundFormat());
    m_source->setBufferSize(pieceBytes);
    QIODevice *stream = m_source->start();
    if (!stream || m_source->error() != QAudio::NoError)
        return failed();
    connect(stream, &QIODevice::readyRead, this, [stream, heard] {
        const QByteArray samples = stream->readAll();
        if (samples.size() > 1)
            heard(swapped(samples.first(samples.size() - samples.size() % 2)));
    });
    connect(m_source.get(), &QAudioSource::stateChanged, this, [this, failed](QAudio::State state) {
        if (state == QAudio::StoppedState && m_source->error() != QAudio::NoError)
            failed();
    });
}

void SoundWork::stopRecording()
{
    if (!m_source)
        return;
    m_source->disconnect(this);
    m_source->stop();
    m_source.reset();
}

void SoundWork::play(const QByteArray &samples, const std::function<void(bool)> &ended)
{
    stopPlaying();
    const QAudioDevice device = QMediaDevices::defaultAudioOutput();
    if (device.isNull() || !device.isFormatSupported(soundFormat()))
        return ended(false);
    m_played.setData(swapped(samples));
    m_played.open(QIODevice::ReadOnly);
    m_sink = std::make_unique<QAudioSink>(device, soundFormat());
    connect(m_sink.get(), &QAudioSink::stateChanged, this, [this, ended](QAudio::State state) {
        const bool isAtEnd = state == QAudio::IdleState && m_played.atEnd();
        if (isAtEnd || state == QAudio::StoppedState)
            ended(isAtEnd);
    });
    m_sink->start(&m_played);
}

void SoundWork::stopPlaying()
{
    if (m_sink) {
        m_sink->disconnect(this);
        m_sink->stop();
        m_sink.reset();
    }
    m_played.close();
}

} // namespace flaskcards
