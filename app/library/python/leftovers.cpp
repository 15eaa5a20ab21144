// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/python/leftovers.h"

#include <QDir>
#include <QFile>

#include <csignal>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr int mostRounds = 20; // they may start others meanwhile

bool isOf(const QString &process, const QByteArray &mark)
{
    QFile environment(u"/proc/%1/environ"_s.arg(process));
    return environment.open(QIODevice::ReadOnly) && environment.readAll().split('\0').contains(mark);
}

int endThoseWith(const QByteArray &mark)
{
    int ended = 0;
    for (const QString &process : QDir(u"/proc"_s).entryList({u"[0-9]*"_s}, QDir::Dirs)) {
        const auto pid = static_cast<pid_t>(process.toInt());
        if (pid > 1 && pid != ::getpid() && isOf(process, mark))
            ended += ::kill(pid, SIGKILL) == 0;
    }
    return ended;
}

} // namespace

void endProcessesIn(const QString &folder)
{
    const QByteArray mark = "TMPDIR=" + QFile::encodeName(folder + u"/tmp"_s);
    for (int round = 0; round < mostRounds && endThoseWith(mark) > 0; ++round) {
    }
}

} // namespace flaskcards
