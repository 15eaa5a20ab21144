// SPDX-License-Identifier: GPL-3.0-or-later
#include "measure.h"

#include <algorithm>
#include <vector>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

namespace flaskcards::bench {

ProcessCost runProcess(const QString &program, const QStringList &arguments)
{
    std::vector<QByteArray> words{program.toLocal8Bit()};
    for (const QString &argument : arguments)
        words.push_back(argument.toLocal8Bit());
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);

    rusage usage{};
    int status = -1;
    const double us = microseconds([&] {
        pid_t pid = 0;
        if (posix_spawn(&pid, argv.front(), nullptr, nullptr, argv.data(), environ) == 0)
            wait4(pid, &status, 0, &usage);
    });
    if (status != 0)
        qFatal("%s failed", argv.front());
    return {us / 1000, double(usage.ru_maxrss) / 1024};
}

double medianOf(QList<double> values)
{
    std::sort(values.begin(), values.end());
    return values.isEmpty() ? 0 : values.at(values.size() / 2);
}

} // namespace flaskcards::bench
