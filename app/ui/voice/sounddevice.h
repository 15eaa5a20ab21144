// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtPlugin>

#include <functional>
#include <memory>

namespace flaskcards {

// The microphone and the loudspeaker of the machine. Sound is as in core/wav.h. Nothing here waits for a
// device; what is told is told in the thread that asked, later.
class SoundDevice
{
public:
    virtual ~SoundDevice() = default;

    // Told once what there is, and again whenever that changes.
    virtual void watchMicrophone(std::function<void(bool isThere)> told) = 0;

    // Pieces of sound, until it is stopped or has failed. After stopRecording() nothing more is heard.
    virtual void record(std::function<void(const QByteArray &samples)> heard,
                        std::function<void()> failed) = 0;
    virtual void stopRecording() = 0;

    // `ended`: all of it was played, or the rest could not be; not called after stopPlaying().
    virtual void play(const QByteArray &samples, std::function<void(bool played)> ended) = 0;
    virtual void stopPlaying() = 0;
};

// What the module in `voice/module` offers. It is loaded when first needed: linked to the program, the
// libraries behind it would cost every start 2 ms, and there is no need for them to be installed.
class SoundModule
{
public:
    virtual ~SoundModule() = default;
    virtual std::unique_ptr<SoundDevice> open() = 0;
};

// Null where the program was built without Qt Multimedia.
std::unique_ptr<SoundDevice> openSoundModule();

} // namespace flaskcards

Q_DECLARE_INTERFACE(flaskcards::SoundModule, "flaskcards.SoundModule/1")
