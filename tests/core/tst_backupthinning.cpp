// SPDX-License-Identifier: GPL-3.0-or-later
// scenario 28: what thinning promises, over simulated years.
#include "core/backupname.h"
#include "core/backupthinning.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace flaskcards;

namespace {

constexpr qint64 hourMs = 3'600'000;
constexpr qint64 dayMs = 24 * hourMs;
constexpr qint64 startMs = 1'795'165'200'000; // Friday, 20 November 2026, 09:00 UTC

using Series = QList<BackupMoment>; // ascending

qint64 nowOf(const Series &series)
{
    return series.last().atMs;
}

Series thinned(const Series &series, qint64 nowMs)
{
    const auto gone = surplusBackups(series, nowMs);
    Series kept;
    for (qsizetype i = 0; i < series.size(); ++i) {
        if (!gone.contains(i))
            kept.append(series.at(i));
    }
    return kept;
}

QDate dateOf(const BackupMoment &moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.atMs, Qt::OffsetFromUTC, moment.utcOffsetSeconds).date();
}

// The last of each period of those not older than `since`, written down anew as the promise says it.
template <typename Period>
QSet<qint64> lastOfEach(const Series &series, const QDate &since, Period period)
{
    QHash<int, qint64> last;
    for (const BackupMoment &moment : series) {
        if (dateOf(moment) >= since)
            last.insert(period(dateOf(moment)), moment.atMs);
    }
    return {last.cbegin(), last.cend()};
}

// What a person was told must be there at the newest backup's time.
QSet<qint64> promised(const Series &all)
{
    QSet<qint64> wanted;
    for (qsizetype i = std::max<qsizetype>(0, all.size() - 10); i < all.size(); ++i)
        wanted.insert(all.at(i).atMs);
    const QDate today = dateOf(all.last());
    wanted |= lastOfEach(all, today.addDays(-13), [](const QDate &date) { return int(date.toJulianDay()); });
    wanted |= lastOfEach(all, today.addDays(-13 - 56), [](const QDate &date) {
        int year = 0;
        const int week = date.weekNumber(&year);
        return year * 100 + week;
    });
    wanted |=
        lastOfEach(all, QDate(1970, 1, 1), [](const QDate &date) { return date.year() * 12 + date.month(); });
    return wanted;
}

QSet<qint64> timesOf(const Series &series)
{
    QSet<qint64> times;
    for (const BackupMoment &moment : series)
        times.insert(moment.atMs);
    return times;
}

Series regular(qint64 everyMs, int count, int utcOffset = 0)
{
    Series series;
    for (int i = 0; i < count; ++i)
        series.append({startMs + i * everyMs, utcOffset});
    return series;
}

// Sittings as people have them: some a day, weeks off, now and then a time zone further.
Series random(quint32 seed, int days)
{
    QRandomGenerator chance(seed);
    Series series;
    qint64 at = startMs;
    int offset = 0;
    while (at < startMs + days * dayMs) {
        at += 1000 + chance.bounded(chance.bounded(10) == 0 ? 20 * dayMs : 30 * hourMs);
        for (quint32 i = 0; i < chance.bounded(6u); ++i) {
            at += 31 * 60'000 + chance.bounded(hourMs);
            series.append({at, offset});
        }
        if (chance.bounded(40) == 0)
            offset = 3600 * (int(chance.bounded(25)) - 12);
    }
    return series;
}

} // namespace

class BackupThinningTest : public QObject
{
    Q_OBJECT

private slots:
    // Thinned after each backup, as the program does it.
    void everyPromiseHoldsAfterEveryBackup_data() { addSeries(); }
    void everyPromiseHoldsAfterEveryBackup()
    {
        QFETCH(Series, series);
        Series kept;
        Series all;
        for (const BackupMoment &next : series) {
            all.append(next);
            kept.append(next);
            kept = thinned(kept, next.atMs);
            if (all.size() % 7 != 0 && all.size() > 60)
                continue;                            // the rest is looked at now and then
            QCOMPARE(kept, thinned(all, next.atMs)); // the same as once at the end
            const QSet<qint64> missing = promised(all) - timesOf(kept);
            QVERIFY2(missing.isEmpty(), qPrintable(QString::number(missing.size())));
            QCOMPARE(thinned(kept, next.atMs), kept);
        }
        const qint64 months = (nowOf(series) - startMs) / (28 * dayMs) + 2;
        QVERIFY2(kept.size() <= 10 + 14 + 11 + months, qPrintable(QString::number(kept.size())));
        QVERIFY(kept.size() < series.size());
    }

    void theOldestMonthIsStillThereAfterYears()
    {
        const Series series = regular(dayMs, 1500);
        const Series kept = thinned(series, nowOf(series));
        QCOMPARE(dateOf(kept.first()), QDate(2026, 11, 30));
        QVERIFY(kept.size() <= 10 + 14 + 11 + 50);
    }

    void afterALongBreakNothingMoreGoes()
    {
        Series series = regular(dayMs, 100);
        const Series before = thinned(series, nowOf(series));
        QCOMPARE(thinned(before, nowOf(series) + 400 * dayMs), before);
    }

    // scenario 19: the clock ran years ahead for a while.
    void backupsFromTheFutureCostNoOther()
    {
        const Series series = regular(4 * hourMs, 900);
        const qint64 now = nowOf(series);
        Series odd = series;
        for (int i = 0; i < 30; ++i)
            odd.append({now + 900 * dayMs + i * dayMs, 0});
        Series kept = thinned(odd, now);
        QCOMPARE(kept.size(), thinned(series, now).size() + 30);
        kept.resize(kept.size() - 30);
        QCOMPARE(kept, thinned(series, now));
    }

    void theDayIsThePersonsOwn()
    {
        // 23:30 and 00:30 in Auckland are two days, though one in UTC.
        Series series = {
            {QDateTime(QDate(2026, 11, 20), QTime(10, 30), Qt::UTC).toMSecsSinceEpoch(), 46'800},
            {QDateTime(QDate(2026, 11, 20), QTime(11, 30), Qt::UTC).toMSecsSinceEpoch(), 46'800}};
        for (int i = 0; i < 10; ++i)
            series.append({series.at(1).atMs + dayMs + i, 46'800});
        QCOMPARE(thinned(series, nowOf(series)), series);
        for (BackupMoment &moment : series)
            moment.utcOffsetSeconds = 0;
        QCOMPARE(thinned(series, nowOf(series)).size(), series.size() - 1);
    }

    void namesSayWhenAndWhy()
    {
        const qint64 at = QDateTime(QDate(2026, 11, 21), QTime(15, 6, 12), Qt::UTC).toMSecsSinceEpoch();
        QCOMPARE(backupFileName({at, BackupReason::Close}), u"flaskcards-20261121T150612Z-close.db"_s);
        for (int reason = 0; reason <= int(BackupReason::BeforeMerge); ++reason) {
            for (const int number : {1, 2, 17}) {
                const BackupName name{at, BackupReason(reason), number};
                QCOMPARE(parsedBackupName(backupFileName(name)), name);
            }
        }
    }

    void whatIsNoBackupIsNotTakenForOne_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name :
             {"flaskcards.db", "flaskcards-20261121T150612Z-close.db.12.part", "notes.db",
              "flaskcards-20261121T150612Z-closed.db", "flaskcards-20261321T150612Z-close.db",
              "flaskcards-20261121T150612Z-close.db-wal", "flaskcards-damaged-20261121T150612Z.db"})
            QTest::newRow(name) << QString::fromLatin1(name);
    }
    void whatIsNoBackupIsNotTakenForOne()
    {
        QFETCH(QString, name);
        QVERIFY(!parsedBackupName(name));
    }

private:
    static void addSeries()
    {
        QTest::addColumn<Series>("series");
        QTest::newRow("every half hour for two months") << regular(hourMs / 2, 2880);
        QTest::newRow("six a day for a year") << regular(4 * hourMs, 6 * 366, -5 * 3600);
        QTest::newRow("one a day for four years") << regular(dayMs, 1461, 13 * 3600);
        QTest::newRow("one a week for four years") << regular(7 * dayMs, 209);
        const quint32 seed = QRandomGenerator::global()->generate();
        for (quint32 i = 0; i < 6; ++i) {
            const Series series = random(seed + i, 420 + int(i) * 100);
            QTest::addRow("random, seed %u", seed + i) << series;
        }
    }
};

QTEST_APPLESS_MAIN(BackupThinningTest)
#include "tst_backupthinning.moc"
