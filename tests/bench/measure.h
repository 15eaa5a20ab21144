// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>

namespace flaskcards::bench {

struct ProcessCost {
    double ms = 0;      // from exec to exit
    double peakMiB = 0; // resident
};

// Runs a program to its end. Aborts the bench if it fails.
ProcessCost runProcess(const QString &program, const QStringList &arguments);

double medianOf(QList<double> values);

// Microseconds of one call.
template <typename Work>
double microseconds(Work &&work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

} // namespace flaskcards::bench
