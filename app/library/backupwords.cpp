// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/backupwords.h"

#include "core/clock.h"
#include "library/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct BackupWords {
    Q_DECLARE_TR_FUNCTIONS(BackupWords)
};

QDateTime localTime(qint64 atMs, const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(atMs, Qt::OffsetFromUTC, clock.utcOffsetSeconds(atMs));
}

int dayNumber(const QDateTime &time)
{
    return int(QDate(1970, 1, 1).daysTo(time.date()));
}

} // namespace

QString backupReasonWords(BackupReason reason)
{
    static constexpr std::array words = {
        QT_TRANSLATE_NOOP("BackupWords", "while studying"),
        QT_TRANSLATE_NOOP("BackupWords", "at the end"),
        QT_TRANSLATE_NOOP("BackupWords", "by hand"),
        QT_TRANSLATE_NOOP("BackupWords", "before an upgrade"),
        QT_TRANSLATE_NOOP("BackupWords", "before a restore"),
        QT_TRANSLATE_NOOP("BackupWords", "before an import"),
        QT_TRANSLATE_NOOP("BackupWords", "before a repair"),
        QT_TRANSLATE_NOOP("BackupWords", "before a merge"),
    };
    return BackupWords::tr(words.at(size_t(reason)));
}

QString momentWords(qint64 atMs, const Clock &clock)
{
    const QDateTime time = localTime(atMs, clock);
    const int today = dayNumber(localTime(clock.nowMs(), clock));
    return BackupWords::tr("%1, %2").arg(dayWords(dayNumber(time), today),
                                         QLocale().toString(time.time(), u"HH:mm"_s));
}

QString agoWords(qint64 atMs, qint64 nowMs)
{
    const auto minutes = int(std::clamp<qint64>((nowMs - atMs) / 60'000, 0, 60 * 24 * 10'000));
    if (minutes < 1)
        return BackupWords::tr("just now");
    if (minutes < 60)
        return BackupWords::tr("%n minute(s) ago", nullptr, minutes);
    if (minutes < 60 * 24)
        return BackupWords::tr("%n hour(s) ago", nullptr, minutes / 60);
    return BackupWords::tr("%n day(s) ago", nullptr, minutes / 60 / 24);
}

QString backupFactsWords(const BackupFacts &facts)
{
    return BackupWords::tr("%n answer(s)", nullptr, facts.answers) + u", "_s +
           BackupWords::tr("%n question(s)", nullptr, facts.questions) + u", "_s +
           QLocale().formattedDataSize(facts.bytes, 1, QLocale::DataSizeSIFormat);
}

QString backupErrorSentence(const Error &error)
{
    if (error.code == ErrorCode::Corrupt)
        return BackupWords::tr("%1 is damaged or is not a file of Flaskcards, so it was not used.")
            .arg(error.context);
    if (error.code == ErrorCode::NoSpace)
        return BackupWords::tr("There is not enough room in %1. Free some space.").arg(error.context);
    return errorSentence(error);
}

} // namespace flaskcards
