// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/checklog.h"

#include "core/logfaults.h"
#include "core/storedtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Check)
};

// Any number may stand there; those that are no time are shown as numbers.
QString timeWords(qint64 atMs)
{
    constexpr qint64 farthest = 253'402'300'799'999; // the end of the year 9999
    if (atMs < -farthest || atMs > farthest)
        return QString::number(atMs);
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(atMs), u"d MMMM yyyy HH:mm"_s);
}

QString timeSentence(TimeFault fault, const QString &question, const AnswerRow &row)
{
    switch (fault) {
    case TimeFault::Future:
        return Words::tr("An answer to “%1” is from the future: %2.").arg(question, timeWords(row.atMs));
    case TimeFault::Past:
        return Words::tr("An answer to “%1” is from before there were such programs: %2.")
            .arg(question, timeWords(row.atMs));
    case TimeFault::Offset:
        return Words::tr("The answer to “%1” of %2 was given in a time zone that does not exist.")
            .arg(question, timeWords(row.atMs));
    case TimeFault::Duration:
        break;
    }
    return Words::tr("The answer to “%1” of %2 took less than nothing or more than a day.")
        .arg(question, timeWords(row.atMs));
}

QString faultWords(TimeFault fault)
{
    switch (fault) {
    case TimeFault::Future:
        return u"answered in the future"_s;
    case TimeFault::Past:
        return u"answered before 2000"_s;
    case TimeFault::Offset:
        return u"answered more than 14 hours from UTC"_s;
    case TimeFault::Duration:
        break;
    }
    return u"took less than nothing or more than a day"_s;
}

class LogCheck
{
public:
    LogCheck(const Slugs &slugs, std::optional<qint64> nowMs) : m_slugs(slugs)
    {
        if (nowMs)
            m_bounds = timeBounds(*nowMs);
    }

    Findings run(const LogRows &log)
    {
        for (const AnswerRow &row : log.answers)
            check(row);
        for (const MoveRow &row : log.moves) {
            if (m_bounds && !isPossibleMoment(row.atMs, *m_bounds))
                note(FindingKind::Time, row.question, row.atMs,
                     Words::tr("The question “%1” was moved at a time that cannot be: %2.")
                         .arg(slug(row.question), timeWords(row.atMs)));
        }
        for (const QuestionId question : withoutOrder(log))
            note(FindingKind::Order, question, std::nullopt,
                 Words::tr("The log of “%1” has entries that stand before their own time.")
                     .arg(slug(question)));
        return m_found;
    }

private:
    void check(const AnswerRow &row)
    {
        const QString name = slug(row.question);
        const auto fault = m_bounds ? timeFault(row, *m_bounds) : std::nullopt;
        if (fault) {
            note(FindingKind::Time, row.question, row.atMs, timeSentence(*fault, name, row));
            m_found.last().detail = faultWords(*fault);
        } else if (!hasPossibleFigures(row))
            note(FindingKind::Answer, row.question, row.atMs,
                 Words::tr("The answer to “%1” of %2 has a rating, phase, interval or start of the day that "
                           "there is not.")
                     .arg(name, timeWords(row.atMs)));
        else if (!countsToItsDay(row))
            note(FindingKind::Day, row.question, row.atMs,
                 Words::tr("The answer to “%1” of %2 counts to a wrong study day.")
                     .arg(name, timeWords(row.atMs)));
        if (!isSoundText(row.shownHash))
            note(FindingKind::Text, row.question, row.atMs,
                 Words::tr("The answer to “%1” of %2 names its question by damaged text.")
                     .arg(name, timeWords(row.atMs)));
    }

    QString slug(QuestionId question) const { return m_slugs.value(question, u"%1"_s.arg(question.value)); }

    void note(FindingKind kind, QuestionId question, std::optional<qint64> atMs, const QString &sentence)
    {
        m_found.append({.kind = kind, .question = slug(question), .atMs = atMs, .sentence = sentence});
    }

    const Slugs &m_slugs;
    std::optional<TimeBounds> m_bounds;
    Findings m_found;
};

} // namespace

Findings logFindings(const LogRows &log, const Slugs &slugs, std::optional<qint64> nowMs)
{
    return LogCheck(slugs, nowMs).run(log);
}

} // namespace flaskcards
