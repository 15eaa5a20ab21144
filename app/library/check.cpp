// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/check.h"

#include "core/scheduling/studyday.h"
#include "library/clockwarning.h"
#include "library/replay.h"
#include "storage/ranges.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

template <typename T>
void compare(QStringList &parts, const char *what, const T &stored, const T &replayed)
{
    if (stored != replayed)
        parts.append(QString::fromLatin1(what));
}

QString difference(const Schedule &stored, const Schedule &replayed)
{
    QStringList parts;
    compare(parts, "phase", stored.phase, replayed.phase);
    compare(parts, "memory", stored.memory, replayed.memory);
    compare(parts, "steps", stored.remainingSteps, replayed.remainingSteps);
    compare(parts, "interval", stored.intervalDays, replayed.intervalDays);
    compare(parts, "due day", stored.dueDay, replayed.dueDay);
    compare(parts, "due time", stored.dueAtMs, replayed.dueAtMs);
    compare(parts, "last answer", stored.lastAnswerAtMs, replayed.lastAnswerAtMs);
    compare(parts, "answers", stored.answers, replayed.answers);
    compare(parts, "lapses", stored.lapses, replayed.lapses);
    compare(parts, "leech", stored.leech, replayed.leech);
    return parts.join(u", "_s);
}

Result<QStringList> complaints(Database &database, const char *statement, const QString &fine)
{
    return database.list<QString>(
        statement, {}, [&](const Row &row) { return row.text(0) == fine ? QString() : row.text(0); });
}

Result<QStringList> wrongDays(const Store &store)
{
    const auto days = store.database.list<std::pair<Moment, int>>(
        "reviews/moments", {}, [](const Row &row) { return std::pair(momentIn(row, 0), row.integer(3)); });
    if (!days)
        return days.error();
    QStringList wrong;
    for (const auto &[moment, day] : *days) {
        if (studyDay(moment) != day)
            wrong.append(u"a review of %1 counts to study day %2"_s.arg(moment.atMs).arg(day));
    }
    return wrong;
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

// One line a fault: a clock that was wrong for a sitting leaves a hundred of them.
Result<QStringList> wrongTimes(const Store &store, qint64 nowMs)
{
    const auto times = impossibleTimes(store, nowMs);
    if (!times)
        return times.error();
    QMap<TimeFault, QList<OddTime>> byFault;
    for (const ImpossibleTime &time : *times)
        byFault[time.fault].append(time.answer);
    QStringList wrong;
    for (const auto &[fault, answers] : byFault.asKeyValueRange()) {
        const QDateTime first = QDateTime::fromMSecsSinceEpoch(answers.first().moment.atMs, Qt::UTC);
        wrong.append(u"%1: %2 of the answers, the first of them at %3 UTC"_s.arg(faultWords(fault))
                         .arg(answers.size())
                         .arg(first.toString(u"yyyy-MM-dd HH:mm"_s)));
    }
    return wrong;
}

void append(QStringList &all, const QString &prefix, const QStringList &more)
{
    for (const QString &text : more) {
        if (!text.isEmpty())
            all.append(prefix + text);
    }
}

} // namespace

Result<ReplayReport> replayAll(const Store &store)
{
    const auto replay = Replay::read(store);
    if (!replay)
        return replay.error();
    const auto cards = store.cards.all();
    if (!cards)
        return cards.error();

    ReplayReport report{.cards = int(cards->size()), .reviews = replay->reviews(), .differ = {}};
    for (const StoredCard &stored : *cards) {
        const Schedule wanted = replay->run(stored.card.question, stored.fuzzSeed);
        if (wanted != stored.card.schedule)
            report.differ.append(u"%1: %2"_s.arg(stored.fuzzSeed, difference(stored.card.schedule, wanted)));
    }
    return report;
}

Result<QStringList> checkStore(const Store &store, std::optional<qint64> nowMs)
{
    QStringList found;
    const auto integrity = complaints(store.database, "database/integrity_check", u"ok"_s);
    if (!integrity)
        return integrity.error();
    append(found, u"file: "_s, *integrity);
    const auto links = complaints(store.database, "database/foreign_key_check", QString());
    if (!links)
        return links.error();
    append(found, u"link without its row in table "_s, *links);
    const auto index = store.search.missing();
    if (!index)
        return index.error();
    append(found, u"search index: "_s, *index);
    const auto days = wrongDays(store);
    if (!days)
        return days.error();
    append(found, u"study day: "_s, *days);
    if (nowMs) {
        const auto times = wrongTimes(store, *nowMs);
        if (!times)
            return times.error();
        append(found, u"time: "_s, *times);
    }
    const auto replay = replayAll(store);
    if (!replay)
        return replay.error();
    append(found, u"card differs from its log: "_s, replay->differ);
    return found;
}

} // namespace flaskcards
