// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <array>

namespace flaskcards {

// A log-off, and the signals TERM, HUP and INT, end the program through its event loop: what is being saved
// is saved first, windows close, the store is closed. Signals that were ignored at the start stay so (nohup).
// One at a time.
class Ending : public QObject
{
    Q_OBJECT

public:
    explicit Ending(QObject *parent = nullptr);
    ~Ending() override;

signals:
    void nearing(); // the session is being saved; it may go on afterwards

private:
    void watchSignals();
    void end();

    std::array<int, 2> m_sockets{-1, -1};
};

} // namespace flaskcards
