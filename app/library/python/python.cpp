// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/python/python.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int patienceMs = 10'000;
constexpr int mostCandidates = 5;

// Says which interpreter it is: the one found may be a script that chooses another.
constexpr auto trial =
    "import sys, importlib.metadata as m, flask\nprint(sys.executable)\nprint(m.version('flask'))"_L1;

QStringList interpretersIn(const QString &path)
{
    QStringList found;
    for (const QString &folder : path.split(QDir::listSeparator(), Qt::SkipEmptyParts)) {
        const QString program = QStandardPaths::findExecutable(u"python3"_s, {folder});
        if (!program.isEmpty() && !found.contains(program) && found.size() < mostCandidates)
            found.append(program);
    }
    return found;
}

} // namespace

Python::Python(const QString &path, QObject *parent) : QObject(parent), m_path(path)
{
    m_trial.setStandardInputFile(QProcess::nullDevice());
    m_trial.setStandardErrorFile(QProcess::nullDevice());
    connect(&m_trial, &QProcess::finished, this, [this](int code, QProcess::ExitStatus status) {
        judge(status == QProcess::NormalExit && code == 0);
    });
    connect(&m_trial, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            tryNext();
    });
}

Python::~Python()
{
    m_trial.disconnect(this);
    m_trial.kill();
    m_trial.waitForFinished(1000);
}

void Python::look()
{
    if (m_state != State::Unknown)
        return;
    m_state = State::Looking;
    m_candidates = interpretersIn(m_path);
    tryNext();
}

void Python::tryNext()
{
    if (m_candidates.isEmpty())
        return decide(m_sawPython ? State::NoFlask : State::NoPython);
    const QString candidate = m_candidates.takeFirst();
    m_trial.start(candidate, {u"-B"_s, u"-c"_s, QString(trial)});
    QTimer::singleShot(patienceMs, &m_trial, [this, candidate] {
        if (m_trial.program() == candidate)
            m_trial.kill();
    });
}

void Python::judge(bool imports)
{
    m_sawPython = true;
    const QStringList lines = QString::fromLocal8Bit(m_trial.readAllStandardOutput()).split(u'\n');
    if (!imports || lines.size() < 2 || lines.first().isEmpty())
        return tryNext();
    m_program = lines.at(0);
    m_flaskVersion = lines.at(1);
    decide(State::Ready);
}

void Python::decide(State state)
{
    m_state = state;
    emit decided();
}

} // namespace flaskcards
