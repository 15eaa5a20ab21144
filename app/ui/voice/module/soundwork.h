// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QBuffer>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>

class QAudioSink;
class QAudioSource;
class QTimer;

namespace flaskcards {

// What a SoundDevice does, where waiting hinders nobody. As there, but everything is told at once.
class SoundWork : public QObject
{
    Q_OBJECT

public:
    SoundWork();
    ~SoundWork() override;

    void watchMicrophone(const std::function<void(bool)> &told);
    void record(const std::function<void(const QByteArray &)> &heard, const std::function<void()> &failed);
    void stopRecording();
    void play(const QByteArray &samples, const std::function<void(bool)> &ended);
    void stopPlaying();

private:
    std::unique_ptr<QTimer> m_watch;
    std::optional<bool> m_isThere; // the microphone, as last told
    std::unique_ptr<QAudioSource> m_source;
    std::unique_ptr<QAudioSink> m_sink;
    QBuffer m_played;
};

} // namespace flaskcards
