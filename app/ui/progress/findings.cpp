// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/progress/findings.h"

#include "library/words.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

class Findings
{
    Q_DECLARE_TR_FUNCTIONS(Findings)
};

QDate dateOf(int studyDay)
{
    return QDate(1970, 1, 1).addDays(studyDay);
}

enum Change { Fell, Held, Rose };
enum Place { Below, Close, Above };

// In whole per cent, as they are shown.
int percentOf(double share)
{
    return int(std::lround(share * 100));
}

Change changeOf(const RecallTrend &trend)
{
    constexpr int worthSaying = 3;
    const int change = percentOf(trend.now) - percentOf(trend.before);
    if (!trend.clear)
        return Held;
    return change >= worthSaying ? Rose : change <= -worthSaying ? Fell : Held;
}

Place placeOf(double recall, double target)
{
    constexpr int near = 2;
    const int gap = percentOf(recall) - percentOf(target);
    return gap > near ? Above : gap < -near ? Below : Close;
}

// %1 before, %2 now, %3 target.
constexpr std::array<std::array<const char *, 3>, 3> trendSentences = {{
    {QT_TRANSLATE_NOOP("Findings", "Recall fell from %1 to %2 and is below the target of %3."),
     QT_TRANSLATE_NOOP("Findings", "Recall fell from %1 to %2 and is close to the target."),
     QT_TRANSLATE_NOOP("Findings", "Recall fell from %1 to %2 and is still above the target of %3.")},
    {QT_TRANSLATE_NOOP("Findings", "Recall stays at about %2, below the target of %3."),
     QT_TRANSLATE_NOOP("Findings", "Recall stays at about %2, close to the target."),
     QT_TRANSLATE_NOOP("Findings", "Recall stays at about %2, above the target of %3.")},
    {QT_TRANSLATE_NOOP("Findings", "Recall rose from %1 to %2 but is still below the target of %3."),
     QT_TRANSLATE_NOOP("Findings", "Recall rose from %1 to %2 and is close to the target."),
     QT_TRANSLATE_NOOP("Findings", "Recall rose from %1 to %2 and is above the target of %3.")},
}};

// Replaces only the places a sentence has.
QString filled(const char *sentence, const QStringList &values)
{
    QString text = Findings::tr(sentence);
    for (qsizetype i = 0; i < values.size(); ++i)
        text.replace(u"%%1"_s.arg(i + 1), values.at(i));
    return text;
}

// What does not change clearly is told by the mean of the whole period.
QString trendSentence(const ProgressReport &report)
{
    const Change change = changeOf(*report.trend);
    const double now =
        change == Held ? recallOf({report.total}).value_or(report.trend->now) : report.trend->now;
    return filled(trendSentences[change][placeOf(now, report.target)],
                  {percentWords(report.trend->before), percentWords(now), percentWords(report.target)});
}

QString minutesWords(qint64 ms)
{
    constexpr qint64 halfMinute = 30'000;
    const int minutes = std::max(1, int((ms + halfMinute) / (2 * halfMinute)));
    return minutes < 90 ? Findings::tr("%1 min").arg(minutes) : durationWords(ms);
}

QString weekdayOrDate(int day, int today)
{
    if (day == today)
        return Findings::tr("Today");
    if (day == today + 1)
        return Findings::tr("Tomorrow");
    if (day < today + 7)
        return QLocale().standaloneDayName(dateOf(day).dayOfWeek());
    return dayWords(day, today);
}

} // namespace

QString recallFinding(const ProgressReport &report)
{
    if (report.total.answers() == 0)
        return Findings::tr("Nothing was studied in this time.");
    if (report.trend)
        return trendSentence(report);
    if (report.total.reviewed == 0)
        return Findings::tr("%n answer(s); the first reviews are still to come.", nullptr,
                            report.total.answers());
    return Findings::tr("%1 of %2 reviews were recalled; too few for a trend.")
        .arg(report.total.recalled)
        .arg(report.total.reviewed);
}

QString studiedFinding(const ProgressReport &report)
{
    const auto days = int(report.days.size());
    if (report.period == Period::All) {
        const int since = report.today - report.firstAnswer + 1;
        return Findings::tr("You studied on %1 of %2 since %3.")
            .arg(report.daysStudied)
            .arg(Findings::tr("%n day(s)", nullptr, since), dayWords(report.firstAnswer, report.today));
    }
    if (report.daysStudied == 0)
        return Findings::tr("You did not study in the last %n day(s).", nullptr, days);
    if (report.daysStudied == days)
        return Findings::tr("You studied on each of the last %n day(s).", nullptr, days);
    return Findings::tr("You studied on %1 of the last %n day(s).", nullptr, days).arg(report.daysStudied);
}

QString knowledgeFinding(const ProgressReport &report)
{
    const KnowledgePoint now = report.knowledge.isEmpty() ? KnowledgePoint() : report.knowledge.last();
    if (now.known + now.shaky == 0)
        return Findings::tr("No question has been seen yet.");
    if (now.shaky > 0)
        return Findings::tr("%n question(s) are seen but not yet safe.", nullptr, now.shaky);
    return now.unseen > 0 ? Findings::tr("All %n question(s) you have seen are safe.", nullptr, now.known)
                          : Findings::tr("You know the whole bank.");
}

QString topicFinding(const ProgressReport &report)
{
    if (report.topics.isEmpty())
        return Findings::tr("No topic has been seen yet.");
    const TopicRecall &weakest = report.topics.first();
    if (percentOf(weakest.recall) >= percentOf(report.target))
        return Findings::tr("Every topic you have seen is at the target.");
    return report.topics.size() == 1
               ? Findings::tr("%1: below the target.").arg(topicName(weakest.topic))
               : Findings::tr("You would forget most in %1.").arg(topicName(weakest.topic));
}

QString forecastFinding(const ProgressReport &report)
{
    int sum = 0;
    const LoadEstimate *fullest = nullptr;
    for (const LoadEstimate &day : report.forecast) {
        sum += day.cards();
        if (!fullest || day.cards() > fullest->cards())
            fullest = &day;
    }
    const auto days = int(report.forecast.size());
    if (sum == 0)
        return Findings::tr("Nothing is due in the next %n day(s).", nullptr, days);
    const bool even = fullest->cards() * days * 10 <= sum * 11; // at most a tenth above the mean
    if (even && fullest->cards() > 1)
        return Findings::tr("The coming days are even: at most %n card(s).", nullptr, fullest->cards());
    return Findings::tr("%1 is the fullest day: %2, %3.")
        .arg(weekdayOrDate(fullest->load.day, report.today),
             Findings::tr("%n card(s)", nullptr, fullest->cards()), minutesWords(fullest->estimateMs));
}

QString periodWords(const ProgressReport &report)
{
    switch (report.period) {
    case Period::Month:
    case Period::Quarter:
        return Findings::tr("in %n day(s)", nullptr, int(report.days.size()));
    case Period::Year:
        return Findings::tr("in a year");
    case Period::All:
        break;
    }
    return Findings::tr("since %1").arg(dayWords(report.firstAnswer, report.today));
}

QString knowledgePeriodWords(const ProgressReport &report)
{
    return report.firstAnswer > report.firstDay
               ? Findings::tr("since %1").arg(dayWords(report.firstAnswer, report.today))
               : periodWords(report);
}

QString bucketWords(int bucketDays)
{
    if (bucketDays == 1)
        return Findings::tr("Answers a day");
    return bucketDays == 7 ? Findings::tr("Answers a week")
                           : Findings::tr("Answers in %n week(s)", nullptr, bucketDays / 7);
}

} // namespace flaskcards
