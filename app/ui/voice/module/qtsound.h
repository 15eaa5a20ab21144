// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/voice/module/soundwork.h"
#include "ui/voice/sounddevice.h"

#include <QThread>

namespace flaskcards {

// Sound by Qt Multimedia, in a thread of its own: sound servers and headsets take their time to answer.
class QtSound : public SoundDevice
{
public:
    QtSound();
    ~QtSound() override;

    void watchMicrophone(std::function<void(bool)> told) override;
    void record(std::function<void(const QByteArray &)> heard, std::function<void()> failed) override;
    void stopRecording() override;
    void play(const QByteArray &samples, std::function<void(bool)> ended) override;
    void stopPlaying() override;

private:
    // Where things are told, and which of them still count. Outlives the device if its thread does.
    struct Listener {
        QObject here; // in the thread that asked
        int watching = 0;
        int recording = 0; // grows with everything that is asked for or stopped
        int playing = 0;
    };
    // What tells it there, as long as it is still the same turn.
    template <typename... Said>
    auto telling(int Listener::*turn, std::function<void(Said...)> told) const;

    QThread *m_thread;
    SoundWork *m_work; // lives and ends there
    std::shared_ptr<Listener> m_listener = std::make_shared<Listener>();
};

class QtSoundModule : public QObject, public SoundModule
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID "flaskcards.SoundModule/1")
    Q_INTERFACES(flaskcards::SoundModule)

public:
    std::unique_ptr<SoundDevice> open() override { return std::make_unique<QtSound>(); }
};

} // namespace flaskcards
