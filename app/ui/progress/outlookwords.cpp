// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/outlookwords.h"

#include "library/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

class OutlookWords
{
    Q_DECLARE_TR_FUNCTIONS(OutlookWords)
};

QString whole(double number)
{
    return QLocale().toString(int(std::lround(number)));
}

double meanMinutes(const Outlook &outlook, size_t first, size_t count)
{
    double sum = 0;
    for (size_t day = first; day < first + count; ++day)
        sum += outlook.days[day].minutes;
    return count > 0 ? sum / double(count) : 0;
}

// Of what is compared with the present; the same target has nothing to compare.
QString comparison(const WhatIf &other)
{
    return OutlookWords::tr("%1 would take about %2 and recall about %3.")
        .arg(percentWords(other.retention), simulatedMinutes(other.minutesPerDay),
             whole(other.recalledAtEnd));
}

} // namespace

QString simulationWords(const Outlook &outlook)
{
    const QString what = OutlookWords::tr(
        "A simulation: your questions and your way of answering, with chance in your place.");
    if (outlook.newQuestionSeconds <= 0)
        return what;
    return what + u' ' +
           OutlookWords::tr("A new question takes about %1 in its first year.")
               .arg(simulatedMinutes(outlook.newQuestionSeconds / 60));
}

QString aheadWords(int days)
{
    return days == 365 ? OutlookWords::tr("in a year") : OutlookWords::tr("in %n day(s)", nullptr, days);
}

QString simulatedCount(double number)
{
    const bool small = number < 9.95 && std::abs(number - std::round(number)) >= 0.05;
    return small ? QLocale().toString(number, 'f', 1) : whole(number);
}

QString simulatedMinutes(double number)
{
    return OutlookWords::tr("%1\u00a0min").arg(simulatedCount(number));
}

QString workFinding(const Outlook &outlook)
{
    const size_t week = std::min<size_t>(7, outlook.days.size());
    const double first = meanMinutes(outlook, 0, week);
    const double last = meanMinutes(outlook, outlook.days.size() - week, week);
    const double mean = meanMinutes(outlook, 0, outlook.days.size());
    if (std::abs(last - first) < std::max(1.0, 0.2 * mean))
        return OutlookWords::tr("The work stays at about %1 a day.").arg(simulatedMinutes(mean));
    return (last < first ? OutlookWords::tr("The work falls from about %1 to %2 a day.")
                         : OutlookWords::tr("The work grows from about %1 to %2 a day."))
        .arg(simulatedMinutes(first), simulatedMinutes(last));
}

QString recalledFinding(const Outlook &outlook)
{
    return OutlookWords::tr("About %1 of %n question(s) recalled %2; %3 without studying.", nullptr,
                            outlook.questions)
        .arg(whole(outlook.days.back().recalled), aheadWords(int(outlook.days.size())),
             whole(outlook.withoutWork.back().recalled));
}

QString whatIfSentence(const Outlook &outlook, const WhatIf &other)
{
    const WhatIf present = presentOf(outlook);
    const QString now =
        OutlookWords::tr("At %1 you spend about %2 a day and recall about %3 of %n question(s) %4", nullptr,
                         outlook.questions)
            .arg(percentWords(present.retention), simulatedMinutes(present.minutesPerDay),
                 whole(present.recalledAtEnd), aheadWords(int(outlook.days.size())));
    if (std::abs(other.retention - present.retention) < 1e-9)
        return now + u'.';
    return OutlookWords::tr("%1; %2", "two halves of a sentence").arg(now, comparison(other));
}

int firstComparison(const std::vector<WhatIf> &choices, double present)
{
    const auto nearest = [&](double wished) {
        const auto found =
            std::min_element(choices.begin(), choices.end(), [&](const WhatIf &a, const WhatIf &b) {
                return std::abs(a.retention - wished) < std::abs(b.retention - wished);
            });
        return int(found - choices.begin());
    };
    const int lower = nearest(present - 0.05);
    return choices.empty() || choices[size_t(lower)].retention < present - 1e-9 ? lower
                                                                                : nearest(present + 0.05);
}

} // namespace flaskcards
