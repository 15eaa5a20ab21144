// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/voice/module/qtsound.h"

namespace flaskcards {

namespace {

constexpr int endingMs = 3000;

} // namespace

QtSound::QtSound() : m_thread(new QThread), m_work(new SoundWork)
{
    m_work->moveToThread(m_thread);
    QObject::connect(m_thread, &QThread::finished, m_work, &QObject::deleteLater);
    m_thread->start();
}

QtSound::~QtSound()
{
    for (int Listener::*turn : {&Listener::watching, &Listener::recording, &Listener::playing})
        ++(*m_listener.*turn);
    m_thread->quit();
    // A sound server that does not answer must not keep the program; then the thread is left to itself.
    if (m_thread->wait(endingMs))
        delete m_thread;
}

template <typename... Said>
auto QtSound::telling(int Listener::*turn, std::function<void(Said...)> told) const
{
    return
        [listener = m_listener, turn, now = *m_listener.*turn, told = std::move(told)](const Said &...said) {
            QMetaObject::invokeMethod(
                &listener->here,
                [listener = listener.get(), turn, now, told, said...] {
                    if (listener->*turn == now)
                        told(said...);
                },
                Qt::QueuedConnection);
        };
}

void QtSound::watchMicrophone(std::function<void(bool)> told)
{
    const auto tell = telling(&Listener::watching, std::move(told));
    QMetaObject::invokeMethod(m_work, [work = m_work, tell] { work->watchMicrophone(tell); });
}

void QtSound::record(std::function<void(const QByteArray &)> heard, std::function<void()> failed)
{
    ++m_listener->recording;
    const auto tellHeard = telling(&Listener::recording, std::move(heard));
    const auto tellFailed = telling(&Listener::recording, std::move(failed));
    QMetaObject::invokeMethod(
        m_work, [work = m_work, tellHeard, tellFailed] { work->record(tellHeard, tellFailed); });
}

void QtSound::stopRecording()
{
    ++m_listener->recording;
    QMetaObject::invokeMethod(m_work, &SoundWork::stopRecording);
}

void QtSound::play(const QByteArray &samples, std::function<void(bool)> ended)
{
    ++m_listener->playing;
    const auto tellEnded = telling(&Listener::playing, std::move(ended));
    QMetaObject::invokeMethod(m_work,
                              [work = m_work, samples, tellEnded] { work->play(samples, tellEnded); });
}

void QtSound::stopPlaying()
{
    ++m_listener->playing;
    QMetaObject::invokeMethod(m_work, &SoundWork::stopPlaying);
}

} // namespace flaskcards
