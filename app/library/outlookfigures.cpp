// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/outlookfigures.h"

#include <QDate>

#include <algorithm>
#include <cmath>

namespace flaskcards {

namespace {

constexpr int mostSingleDays = 30;
constexpr double sameRetention = 1e-9;

OutlookSpan spanOf(const Outlook &outlook, size_t first, size_t end)
{
    OutlookSpan span{.firstDay = outlook.today + int(first), .days = int(end - first)};
    for (size_t day = first; day < end; ++day) {
        span.reviews += double(outlook.days[day].reviews) / span.days;
        span.introduced += double(outlook.days[day].introduced) / span.days;
        span.minutes += outlook.days[day].minutes / span.days;
    }
    span.recalled = outlook.days[end - 1].recalled;
    span.withoutWork = outlook.withoutWork[end - 1].recalled;
    return span;
}

QByteArray row(const char *chart, const QByteArray &of, const char *series, double value)
{
    return QByteArray(chart) + ',' + of + ',' + series + ',' + QByteArray::number(value, 'f', 2) + '\n';
}

QByteArray isoDay(int studyDay)
{
    return QDate(1970, 1, 1).addDays(studyDay).toString(Qt::ISODate).toLatin1();
}

} // namespace

std::vector<OutlookSpan> spansOf(const Outlook &outlook)
{
    const size_t days = std::min(outlook.days.size(), outlook.withoutWork.size());
    const size_t length = days <= mostSingleDays ? 1 : 7;
    const size_t count = (days + length / 2) / length;
    std::vector<OutlookSpan> spans;
    for (size_t i = 0; i < count; ++i)
        spans.push_back(spanOf(outlook, i * length, i + 1 < count ? (i + 1) * length : days));
    return spans;
}

WhatIf presentOf(const Outlook &outlook)
{
    for (const WhatIf &choice : outlook.retentions) {
        if (std::abs(choice.retention - outlook.desiredRetention) < sameRetention)
            return choice;
    }
    return {.retention = outlook.desiredRetention};
}

QByteArray csvRowsOf(const Outlook &outlook)
{
    QByteArray rows;
    for (size_t i = 0; i < outlook.days.size(); ++i) {
        const SimulatedDay &day = outlook.days[i];
        const QByteArray date = isoDay(outlook.today + int(i));
        rows += row("outlook", date, "reviews", day.reviews);
        rows += row("outlook", date, "new", day.introduced);
        rows += row("outlook", date, "minutes", day.minutes);
        rows += row("outlook", date, "recalled", day.recalled);
        rows += row("outlook", date, "recalled_without_studying", outlook.withoutWork[i].recalled);
    }
    for (const WhatIf &choice : outlook.retentions) {
        const QByteArray target = QByteArray::number(choice.retention);
        rows += row("what_if", target, "minutes_a_day", choice.minutesPerDay);
        rows += row("what_if", target, "reviews_a_day", choice.reviewsPerDay);
        rows += row("what_if", target, "recalled", choice.recalledAtEnd);
    }
    return rows;
}

} // namespace flaskcards
