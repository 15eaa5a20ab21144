// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/rescuewords.h"

#include "library/backupwords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Rescue)
};

// With the newest of them, if there are any.
QString holdings(int questions, const QString &answers, qint64 newestAnswerMs, const Clock &clock)
{
    const QString both = Words::tr("%1, %2").arg(Words::tr("%n question(s)", nullptr, questions), answers);
    return newestAnswerMs > 0
               ? Words::tr("%1, the newest of %2.").arg(both, momentWords(newestAnswerMs, clock))
               : Words::tr("%1.").arg(both);
}

} // namespace

QString damageSentence(const Error &error)
{
    return Words::tr("%1 is damaged or is not a file of Flaskcards. It was left as it is.")
        .arg(error.context);
}

QString backupOfferTitle(const GoodBackup &backup, const Clock &clock)
{
    return Words::tr("The backup of %1").arg(momentWords(backup.atMs, clock));
}

QString backupOfferWords(const GoodBackup &backup, const Clock &clock)
{
    const BackupFacts &facts = backup.facts;
    return holdings(facts.questions, Words::tr("%n answer(s)", nullptr, facts.answers), facts.newestAnswerMs,
                    clock);
}

QString salvageOfferWords(const SalvageReport &report, const Clock &clock)
{
    const QString answers = report.answers < report.answersKnown
                                ? Words::tr("%1 of at least %n answer(s)", nullptr, report.answersKnown)
                                      .arg(QLocale().toString(report.answers))
                                : Words::tr("%n answer(s)", nullptr, report.answers);
    return holdings(report.questions, answers, report.newestAnswerMs, clock);
}

} // namespace flaskcards
