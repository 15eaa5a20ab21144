// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/voice.h"

#include "core/wav.h"

namespace flaskcards {

Voice::Voice(Opener open, QObject *parent) : QObject(parent), m_open(std::move(open))
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(patienceMs);
    connect(&m_patience, &QTimer::timeout, this, [this] { endRecording(Problem::NothingHeard); });
}

Voice::~Voice() = default;

SoundDevice *Voice::device()
{
    if (m_isOpened)
        return m_device.get();
    m_isOpened = true;
    m_device = m_open();
    if (!m_device) {
        m_microphone = Microphone::NotBuilt;
        return nullptr;
    }
    m_device->watchMicrophone([this](bool isThere) {
        m_microphone = isThere ? Microphone::There : Microphone::Missing;
        if (!isThere && m_isRecording)
            endRecording(Problem::Failed);
        emit microphoneChanged();
    });
    return m_device.get();
}

Voice::Microphone Voice::microphone()
{
    device();
    return m_microphone;
}

void Voice::record()
{
    if (m_isRecording || !device())
        return;
    m_isRecording = true;
    m_problem = Problem::None;
    m_patience.start();
    m_device->record([this](const QByteArray &samples) { take(samples); },
                     [this] { endRecording(Problem::Failed); });
    emit recordingChanged();
}

void Voice::take(const QByteArray &samples)
{
    m_patience.start();
    constexpr qsizetype most = qsizetype(longestMs) / 1000 * soundBytesPerSecond;
    const qsizetype before = m_recorded.size();
    m_recorded.append(samples.constData(), std::min(samples.size(), most - before));
    if (m_recorded.size() >= most)
        endRecording(Problem::Full);
    else if (m_recorded.size() / soundBytesPerSecond != before / soundBytesPerSecond)
        emit recordingChanged();
}

void Voice::endRecording(Problem problem)
{
    m_problem = problem;
    stopRecording();
}

void Voice::stopRecording()
{
    if (!m_isRecording)
        return;
    m_isRecording = false;
    m_patience.stop();
    m_device->stopRecording();
    emit recordingChanged();
}

void Voice::discard()
{
    stopRecording();
    m_recorded.clear();
    m_problem = Problem::None;
    emit recordingChanged();
}

void Voice::play(const QByteArray &samples)
{
    stopPlaying();
    if (!device())
        return;
    m_isPlaying = true;
    m_device->play(samples, [this](bool played) {
        m_isPlaying = false;
        emit playingChanged();
        if (!played)
            emit playingFailed();
    });
    emit playingChanged();
}

void Voice::stopPlaying()
{
    if (!m_isPlaying)
        return;
    m_isPlaying = false;
    m_device->stopPlaying();
    emit playingChanged();
}

} // namespace flaskcards
