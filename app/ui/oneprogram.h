// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>

namespace flaskcards {

// One window at a time on a data folder. A lock file beside the cards says whose they are, also on another
// machine; a local socket, named after the folder and of this user alone, brings the window that has them to
// the front.
class OneProgram : public QObject
{
    Q_OBJECT

public:
    enum class Standing {
        First,  // the folder belongs to this process until the object goes
        Raised, // another window has it and came to the front
        Silent, // another program has it and does not answer
    };
    struct Holder {
        qint64 process = 0; // 0: not known
        QString machine;
        QString lockFile;
    };

    explicit OneProgram(const QString &dataDir, QObject *parent = nullptr);

    // Waits for an answer of another window up to `waitMs`. Where the folder cannot be written there is
    // nothing to have: First, unless another window answers.
    Standing claim(int waitMs = 5000);
    Holder holder() const;

signals:
    void raiseRequested(); // by a second start

private:
    bool askToRaise(int waitMs) const;
    void listen();
    void answer();

    QString m_serverName;
    QLockFile m_lock;
    QLocalServer m_server;
};

} // namespace flaskcards
