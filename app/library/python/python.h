// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QProcess>
#include <QStringList>

namespace flaskcards {

// The Python of this machine that can run the person's code. It is looked for once, when someone asks, in a
// process of its own.
class Python : public QObject
{
    Q_OBJECT

public:
    enum class State { Unknown, Looking, Ready, NoPython, NoFlask };

    // Of the folders in `path` the first python3 that can import Flask is taken.
    explicit Python(const QString &path = qEnvironmentVariable("PATH"), QObject *parent = nullptr);
    ~Python() override;

    void look(); // nothing if that was done
    State state() const { return m_state; }
    bool isDecided() const { return m_state > State::Looking; }
    QString program() const { return m_program; }           // empty unless Ready
    QString flaskVersion() const { return m_flaskVersion; } // "3.1.3"

signals:
    void decided();

private:
    void tryNext();
    void judge(bool imports);
    void decide(State state);

    const QString m_path;
    QStringList m_candidates; // still to be tried
    State m_state = State::Unknown;
    bool m_sawPython = false;
    QProcess m_trial;
    QString m_program;
    QString m_flaskVersion;
};

} // namespace flaskcards
