// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scheduling/stepstext.h"

#include <QStringList>

#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct Unit {
    char16_t letter;
    double minutes;
};

constexpr Unit units[] = {{u'd', 1440}, {u'h', 60}, {u'm', 1}, {u's', 1.0 / 60}}; // longest first
constexpr double longestMinutes = 365 * 1440;

Result<double> minutesFrom(const QString &part)
{
    QString number = part;
    double unitMinutes = 1;
    for (const Unit &unit : units) {
        if (number.endsWith(QChar(unit.letter), Qt::CaseInsensitive)) {
            unitMinutes = unit.minutes;
            number.chop(1);
            break;
        }
    }
    bool ok = false;
    const double minutes = number.toDouble(&ok) * unitMinutes;
    if (!ok || !(minutes > 0) || minutes > longestMinutes)
        return Error{ErrorCode::Invalid, part};
    return minutes;
}

QString partText(double minutes)
{
    for (const Unit &unit : units) {
        const double number = minutes / unit.minutes;
        if (number >= 1 && std::abs(number - std::round(number)) < 1e-9)
            return QString::number(std::round(number)) + QChar(unit.letter);
    }
    return QString::number(minutes) + u'm';
}

} // namespace

Result<QList<double>> stepsFromText(const QString &text)
{
    QList<double> steps;
    for (const QString &part : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto minutes = minutesFrom(part);
        if (!minutes)
            return minutes.error();
        steps.append(*minutes);
    }
    return steps;
}

QString stepsText(const QList<double> &minutes)
{
    QStringList parts;
    for (const double step : minutes)
        parts.append(partText(step));
    return parts.join(u' ');
}

} // namespace flaskcards
