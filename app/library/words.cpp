// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/words.h"

#include "core/scheduling/studyday.h"
#include "library/why.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Words)
};

QString oneDecimal(double value)
{
    return std::abs(value - std::round(value)) < 0.05 ? QLocale().toString(int(std::lround(value)))
                                                      : QLocale().toString(value, 'f', 1);
}

QString minutesWords(qint64 seconds)
{
    if (seconds < 60)
        return Words::tr("under 1 min");
    const auto minutes = int((seconds + 30) / 60);
    if (minutes < 60)
        return Words::tr("%1 min").arg(minutes);
    return Words::tr("%1 h").arg(oneDecimal(minutes / 60.0));
}

QString daysWords(int days)
{
    if (days < 60) // below that, months would make all four buttons look the same
        return Words::tr("%n day(s)", nullptr, days);
    if (days < 365)
        return Words::tr("%1 months").arg(oneDecimal(days / 30.4));
    const double years = days / 365.25;
    return std::abs(years - 1) < 0.05 ? Words::tr("1 year") : Words::tr("%1 years").arg(oneDecimal(years));
}

QString agoWords(int days)
{
    if (days <= 0)
        return Words::tr("today");
    return days == 1 ? Words::tr("yesterday") : Words::tr("%n day(s) ago", nullptr, days);
}

QString recallWords(std::optional<double> recall)
{
    return recall ? Words::tr("about %1 likely to be recalled").arg(percentWords(*recall)) : QString();
}

struct Name {
    const char *word;
    const char *name;
};

// As the topic tree shows them.
constexpr Name topicNames[] = {
    {"fundamentals", QT_TRANSLATE_NOOP("Words", "Fundamentals")},
    {"comparisons", QT_TRANSLATE_NOOP("Words", "Comparisons")},
    {"routing", QT_TRANSLATE_NOOP("Words", "Routing")},
    {"requests-responses", QT_TRANSLATE_NOOP("Words", "Requests, responses")},
    {"contexts", QT_TRANSLATE_NOOP("Words", "Contexts")},
    {"lifecycle", QT_TRANSLATE_NOOP("Words", "Request lifecycle")},
    {"templates", QT_TRANSLATE_NOOP("Words", "Templates")},
    {"forms", QT_TRANSLATE_NOOP("Words", "Forms")},
    {"sessions", QT_TRANSLATE_NOOP("Words", "Sessions")},
    {"files-streaming", QT_TRANSLATE_NOOP("Words", "Files, streaming")},
    {"structure", QT_TRANSLATE_NOOP("Words", "Structure")},
    {"config-cli", QT_TRANSLATE_NOOP("Words", "Configuration, CLI")},
    {"databases", QT_TRANSLATE_NOOP("Words", "Databases")},
    {"rest-apis", QT_TRANSLATE_NOOP("Words", "REST APIs")},
    {"auth", QT_TRANSLATE_NOOP("Words", "Login, permissions")},
    {"security", QT_TRANSLATE_NOOP("Words", "Security")},
    {"errors-logging", QT_TRANSLATE_NOOP("Words", "Errors, logging")},
    {"testing", QT_TRANSLATE_NOOP("Words", "Testing")},
    {"performance", QT_TRANSLATE_NOOP("Words", "Performance")},
    {"concurrency", QT_TRANSLATE_NOOP("Words", "Concurrency")},
    {"background-tasks", QT_TRANSLATE_NOOP("Words", "Background tasks")},
    {"deployment", QT_TRANSLATE_NOOP("Words", "Deployment")},
    {"debugging", QT_TRANSLATE_NOOP("Words", "Debugging")},
    {"design-challenges", QT_TRANSLATE_NOOP("Words", "Design challenges")},
    {"python-foundations", QT_TRANSLATE_NOOP("Words", "Python foundations")},
};

} // namespace

QString topicName(const QString &topic)
{
    for (const Name &name : topicNames) {
        if (topic == QLatin1StringView(name.word))
            return Words::tr(name.name);
    }
    return topic;
}

QString levelName(Level level)
{
    static constexpr const char *names[] = {QT_TRANSLATE_NOOP("Words", "Basic"),
                                            QT_TRANSLATE_NOOP("Words", "Intermediate"),
                                            QT_TRANSLATE_NOOP("Words", "Advanced")};
    return Words::tr(names[int(level)]);
}

QString kindName(Kind kind)
{
    static constexpr const char *names[] = {
        QT_TRANSLATE_NOOP("Words", "Concept"),        QT_TRANSLATE_NOOP("Words", "Comparison"),
        QT_TRANSLATE_NOOP("Words", "How-to"),         QT_TRANSLATE_NOOP("Words", "Coding"),
        QT_TRANSLATE_NOOP("Words", "Choice"),         QT_TRANSLATE_NOOP("Words", "Bug hunt"),
        QT_TRANSLATE_NOOP("Words", "Code challenge"), QT_TRANSLATE_NOOP("Words", "Design")};
    return Words::tr(names[int(kind)]);
}

QString ratingName(Rating rating)
{
    static constexpr const char *names[] = {
        QT_TRANSLATE_NOOP("Words", "Again"), QT_TRANSLATE_NOOP("Words", "Hard"),
        QT_TRANSLATE_NOOP("Words", "Good"), QT_TRANSLATE_NOOP("Words", "Easy")};
    return Words::tr(names[int(rating) - 1]);
}

QString placeLine(const Question &question)
{
    QStringList parts = {topicName(question.topic), levelName(question.level), kindName(question.kind)};
    parts.removeAll(QString()); // a question that is being written has no topic at first
    const QString place = parts.join(u" · "_s);
    const int asked = askedCount(question);
    return asked < 2 ? place : place + u" · "_s + Words::tr("asked in %n list(s)", nullptr, asked);
}

QString intervalWords(const Schedule &schedule, const Moment &now)
{
    if (schedule.dueAtMs > 0)
        return minutesWords((schedule.dueAtMs - now.atMs) / 1000);
    return daysWords(std::max(0, schedule.dueDay - studyDay(now)));
}

QString returnWords(const Schedule &schedule, const Moment &now)
{
    if (schedule.dueAtMs > 0)
        return Words::tr("in %1").arg(intervalWords(schedule, now));
    const int today = studyDay(now);
    return schedule.dueDay <= today + 1 ? dayWords(schedule.dueDay, today)
                                        : Words::tr("on %1").arg(dayWords(schedule.dueDay, today));
}

QString plainTitle(const QString &title)
{
    QString plain = title;
    return plain.remove(u'`');
}

QString dayWords(int day, int today)
{
    if (day == today)
        return Words::tr("today");
    if (day == today + 1)
        return Words::tr("tomorrow");
    if (day == today - 1)
        return Words::tr("yesterday");
    const QDate epoch(1970, 1, 1);
    const QDate date = epoch.addDays(day);
    const bool sameYear = date.year() == epoch.addDays(today).year();
    return QLocale().toString(date, sameYear ? u"d MMMM"_s : u"d MMMM yyyy"_s);
}

QString durationWords(qint64 ms)
{
    const auto minutes = int((ms + 30'000) / 60'000);
    if (minutes < 1)
        return Words::tr("under a minute");
    if (minutes < 90)
        return Words::tr("about %1 min").arg(minutes);
    return Words::tr("about %1 h").arg(oneDecimal(minutes / 60.0));
}

QString clockWords(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms / 1000);
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QChar(u'0'));
}

QString percentWords(double share)
{
    return Words::tr("%1\u00a0%").arg(int(std::lround(share * 100)));
}

QString whyToday(const Card &card, std::optional<double> recall, int today)
{
    const Schedule &schedule = card.schedule;
    switch (schedule.phase) {
    case Phase::New:
        return Words::tr("New: you have not seen this one yet.");
    case Phase::Learning:
        return Words::tr("You are learning this one; it comes again until it sits.");
    case Phase::Relearning:
        return Words::tr("Forgotten last time; it comes again until it sits.");
    case Phase::Review:
        break;
    }
    const int late = today - schedule.dueDay;
    if (late < 0)
        return Words::tr("Not due before %1; %2.").arg(dayWords(schedule.dueDay, today), recallWords(recall));
    return Words::tr("Due %1; %2.").arg(agoWords(late), recallWords(recall));
}

namespace {

QString newWords(const WhyReport &report)
{
    const auto missing = int(report.missing.size());
    const QString before =
        missing == 0 ? Words::tr("nothing it builds on is missing")
                     : Words::tr("it builds on %n question(s) you have not seen yet", nullptr, missing);
    if (report.asked == 0)
        return Words::tr("New: %1.").arg(before);
    return Words::tr("New: asked in %n of the published lists, %1.", nullptr, report.asked).arg(before);
}

QString goodWords(const WhyReport &report)
{
    const QString when = returnWords(report.good, report.now);
    const bool ahead = report.card.schedule.phase == Phase::Review && report.dueInDays > 0;
    return ahead ? Words::tr("Asked ahead, Good brings it back %1.").arg(when)
                 : Words::tr("Good brings it back %1.").arg(when);
}

QString leechWords(const Schedule &schedule)
{
    return schedule.leech ? Words::tr("It keeps slipping away: it may need another approach.") : QString();
}

QString restingWords(const Card &card, int today)
{
    if (card.suspended)
        return Words::tr("Suspended: it is not asked until you bring it back.");
    return card.buriedUntilDay > today
               ? Words::tr("Buried until %1.").arg(dayWords(card.buriedUntilDay, today))
               : QString();
}

QString sentences(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace

namespace {

QString metWords(const WhyReport &report)
{
    return report.met ? askedWords(*report.met, studyDay(report.now)) + u'.' : QString();
}

} // namespace

QString whyWords(const WhyReport &report)
{
    const int today = studyDay(report.now);
    const QString why = report.isNew() ? newWords(report) : whyToday(report.card, report.recall, today);
    return sentences({restingWords(report.card, today), why, metWords(report),
                      leechWords(report.card.schedule),
                      report.card.suspended ? QString() : goodWords(report)});
}

QString whyOutlook(const WhyReport &report)
{
    return sentences({report.isNew() ? newWords(report) : QString(), metWords(report),
                      leechWords(report.card.schedule),
                      report.card.suspended ? QString() : goodWords(report)});
}

QString whyHistory(const WhyReport &report)
{
    if (report.answers.isEmpty())
        return {};
    const int first = studyDay(report.answers.first().moment);
    const QString begun = report.wasReset ? Words::tr("Begun anew %1") : Words::tr("First seen %1");
    QStringList parts = {begun.arg(dayWords(first, studyDay(report.now))),
                         Words::tr("%n answer(s)", nullptr, int(report.answers.size()))};
    if (const int lapses = report.card.schedule.lapses; lapses > 0)
        parts.append(Words::tr("forgotten %n time(s)", nullptr, lapses));
    return parts.join(u", "_s);
}

QString pastAnswerWords(const PastAnswer &answer, int today)
{
    const QString day = dayWords(studyDay(answer.moment), today);
    const double stable = answer.stabilityDays;
    const QString stability = stable < 1 ? Words::tr("less than a day") : daysWords(int(std::lround(stable)));
    if (!answer.recallBefore)
        return Words::tr("%1: %2, then stable for %3").arg(day, ratingName(answer.rating), stability);
    return Words::tr("%1: %2, recall predicted %3, then stable for %4")
        .arg(day, ratingName(answer.rating), percentWords(*answer.recallBefore), stability);
}

QString historyWords(const Card &card, std::optional<double> recall, const Moment &now)
{
    const Schedule &schedule = card.schedule;
    if (schedule.phase == Phase::New)
        return Words::tr("Not studied yet.");
    const int today = studyDay(now);
    const Moment last{schedule.lastAnswerAtMs, now.utcOffsetSeconds, now.rolloverHour};
    QString text = Words::tr("Last seen %1, answered %n time(s).", nullptr, schedule.answers)
                       .arg(agoWords(today - studyDay(last)));
    text += u' ' + (schedule.dueDay < today ? Words::tr("Due since %1; %2.") : Words::tr("Due %1; %2."))
                       .arg(dayWords(schedule.dueDay, today), recallWords(recall));
    return text;
}

QString errorSentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::NotFound:
        return Words::tr("%1 was not found.").arg(error.context);
    case ErrorCode::Invalid:
        return Words::tr("%1").arg(error.context);
    case ErrorCode::Busy:
        return Words::tr("Another program is using the cards right now (%1). Nothing was changed; try again.")
            .arg(error.context);
    case ErrorCode::Corrupt:
        return Words::tr("%1 is damaged or is not a file of Flaskcards. It was left as it is. Move it away "
                         "to begin anew, "
                         "or put a copy in its place.")
            .arg(error.context);
    case ErrorCode::TooNew:
        return Words::tr(
                   "%1 was written by a newer Flaskcards. It was left as it is; please update the program.")
            .arg(error.context);
    case ErrorCode::NoSpace:
        return Words::tr("The disk is full, so nothing was saved (%1). Free some space and try again.")
            .arg(error.context);
    case ErrorCode::Io:
        return Words::tr(
                   "%1 cannot be read or written. Check that the folder exists and that you may write there.")
            .arg(error.context);
    case ErrorCode::Replaced:
        return Words::tr("Another file has taken the place of %1 while it was open. Nothing is written to "
                         "either; what you did is kept in a copy.")
            .arg(error.context);
    }
    return error.context;
}

} // namespace flaskcards
