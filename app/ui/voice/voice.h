// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/voice/sounddevice.h"

#include <QObject>
#include <QTimer>

namespace flaskcards {

// What a person says, in memory only: recorded, played, forgotten. The device is looked for when first asked
// for.
class Voice : public QObject
{
    Q_OBJECT

public:
    enum class Microphone { NotBuilt, Looking, Missing, There };
    enum class Problem { None, Failed, NothingHeard, Full };

    static constexpr int longestMs = 10 * 60 * 1000; // 19 MB
    static constexpr int patienceMs = 3000;          // without a sound of the device, be it silence

    using Opener = std::function<std::unique_ptr<SoundDevice>()>;
    explicit Voice(Opener open = &openSoundModule, QObject *parent = nullptr);
    ~Voice() override;

    Microphone microphone();

    void record(); // on from what is recorded already
    void stopRecording();
    void discard(); // recording ends, nothing of it stays
    bool isRecording() const { return m_isRecording; }
    Problem problem() const { return m_problem; } // of the last recording, which it ended
    const QByteArray &recorded() const { return m_recorded; }

    void play(const QByteArray &samples);
    void stopPlaying();
    bool isPlaying() const { return m_isPlaying; }

signals:
    void microphoneChanged();
    void recordingChanged(); // also with every second
    void playingChanged();
    void playingFailed();

private:
    SoundDevice *device();
    void take(const QByteArray &samples);
    void endRecording(Problem problem);

    const Opener m_open;
    bool m_isOpened = false;
    std::unique_ptr<SoundDevice> m_device;
    Microphone m_microphone = Microphone::Looking;
    bool m_isRecording = false;
    bool m_isPlaying = false;
    Problem m_problem = Problem::None;
    QByteArray m_recorded;
    QTimer m_patience;
};

} // namespace flaskcards
