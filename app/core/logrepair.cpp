// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/logrepair.h"

#include "core/logfaults.h"
#include "core/scheduling/studyday.h"

#include <QHash>

#include <algorithm>
#include <limits>

namespace flaskcards {

namespace {

constexpr qint64 longestAnswerMs = 20 * 60 * 1000; // as Session notes it
constexpr qint64 defaultRolloverHour = 4;

// That of the row written before, or else after.
template <typename IsPossible>
qint64 fromNeighbour(const QList<AnswerRow> &rows, qsizetype at, qint64 AnswerRow::*field, IsPossible isGood,
                     qint64 otherwise)
{
    for (qsizetype i = at - 1; i >= 0; --i) {
        if (isGood(rows.at(i).*field))
            return rows.at(i).*field;
    }
    for (qsizetype i = at + 1; i < rows.size(); ++i) {
        if (isGood(rows.at(i).*field))
            return rows.at(i).*field;
    }
    return otherwise;
}

class Repair
{
public:
    Repair(const LogRows &log, qint64 nowMs) : m_log(log), m_bounds(timeBounds(nowMs)), m_nowMs(nowMs) {}

    LogRows run()
    {
        const QSet<QuestionId> unordered = withoutOrder(m_log);
        standAtTheirTime(m_log.answers);
        standAtTheirTime(m_log.moves);
        placeRuns();
        for (const QuestionId question : moveMoments() + unordered + m_moved)
            order(question);
        mendFigures();
        return m_log;
    }

private:
    // An entry of a question's log.
    struct Entry {
        AnswerRow *answer = nullptr;
        MoveRow *move = nullptr;
        bool replaced = false; // its moment

        qint64 &atMs() const { return answer ? answer->atMs : move->atMs; }
        qint64 &orderedAtMs() const { return answer ? answer->orderedAtMs : move->orderedAtMs; }
        auto place() const
        {
            return std::tuple(orderedAtMs(), move != nullptr, answer ? answer->uid : move->uid);
        }
    };

    bool isPossible(qint64 atMs) const { return isPossibleMoment(atMs, m_bounds); }

    template <typename EntryRow>
    void standAtTheirTime(QList<EntryRow> &rows) const
    {
        for (EntryRow &row : rows) {
            if (isPossible(row.atMs))
                row.orderedAtMs = std::max(row.orderedAtMs, row.atMs);
        }
    }

    void placeRuns()
    {
        QList<AnswerRow> &rows = m_log.answers;
        for (qsizetype first = 0; first < rows.size(); ++first) {
            if (isPossible(rows.at(first).atMs))
                continue;
            qsizetype end = first;
            while (end < rows.size() && !isPossible(rows.at(end).atMs))
                ++end;
            placeRun(first, end);
            first = end;
        }
    }

    void placeRun(qsizetype first, qsizetype end)
    {
        QList<AnswerRow> &rows = m_log.answers;
        const qint64 after = end < rows.size() ? std::min(rows.at(end).atMs, m_nowMs) : m_nowMs;
        const qint64 before = first > 0 ? std::min(rows.at(first - 1).atMs, after) : after;
        const bool keeps = keepsDistances(first, end, first > 0 ? after - before : farthestAheadMs);
        const qint64 shift = keeps ? after - rows.at(end - 1).atMs : 0;
        for (qsizetype i = first; i < end; ++i) {
            rows[i].atMs = keeps ? rows.at(i).atMs + shift
                                 : before + (after - before) / (end - first + 1) * (i - first + 1);
            m_moved.insert(rows.at(i).question);
            m_replaced.insert(rows.at(i).id);
        }
    }

    bool keepsDistances(qsizetype first, qsizetype end, qint64 roomMs) const
    {
        constexpr qint64 sane = std::numeric_limits<qint64>::max() / 4; // no overflow below
        for (qsizetype i = first; i < end; ++i) {
            const qint64 at = m_log.answers.at(i).atMs;
            if (at < -sane || at > sane || (i > first && at < m_log.answers.at(i - 1).atMs))
                return false;
        }
        return m_log.answers.at(end - 1).atMs - m_log.answers.at(first).atMs <= roomMs;
    }

    // A move stands where the entry before it in its question's log does: order() sees to that.
    QSet<QuestionId> moveMoments()
    {
        QSet<QuestionId> questions;
        for (MoveRow &move : m_log.moves) {
            if (isPossible(move.atMs))
                continue;
            move.atMs = m_bounds.earliestMs;
            m_replacedMoves.insert(move.id);
            questions.insert(move.question);
        }
        return questions;
    }

    const QList<Entry> &entriesOf(QuestionId question)
    {
        if (m_entries.isEmpty()) {
            for (AnswerRow &row : m_log.answers)
                m_entries[row.question].append({&row, nullptr, m_replaced.contains(row.id)});
            for (MoveRow &row : m_log.moves)
                m_entries[row.question].append({nullptr, &row, m_replacedMoves.contains(row.id)});
        }
        QList<Entry> &entries = m_entries[question];
        std::sort(entries.begin(), entries.end(),
                  [](const Entry &a, const Entry &b) { return a.place() < b.place(); });
        return entries;
    }

    void order(QuestionId question)
    {
        const QList<Entry> &entries = entriesOf(question);
        qint64 latest = m_nowMs;
        for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) {
            if (entry->replaced)
                entry->atMs() = std::min(entry->atMs(), latest);
            else
                latest = std::min(latest, entry->atMs());
        }
        qint64 earliest = m_bounds.earliestMs;
        qint64 place = 0;
        for (const Entry &entry : entries) {
            if (entry.replaced)
                entry.atMs() = std::max(entry.atMs(), earliest);
            earliest = std::max(earliest, entry.atMs());
            place = std::max(place + 1, entry.atMs());
            entry.orderedAtMs() = place;
        }
    }

    void mendFigures()
    {
        const auto isPossibleOffset = [this](qint64 offset) {
            return offset >= -m_bounds.widestOffsetSeconds && offset <= m_bounds.widestOffsetSeconds;
        };
        m_log = withPossibleFigures(m_log);
        for (qsizetype i = 0; i < m_log.answers.size(); ++i) {
            AnswerRow &row = m_log.answers[i];
            if (!isPossibleOffset(row.utcOffsetSeconds))
                row.utcOffsetSeconds =
                    fromNeighbour(m_log.answers, i, &AnswerRow::utcOffsetSeconds, isPossibleOffset, 0);
            if (row.durationMs > m_bounds.longestMs)
                row.durationMs = longestAnswerMs;
            row.durationMs = std::max<qint64>(row.durationMs, 0);
            row.day = studyDay(toReview(row).moment);
        }
    }
    LogRows m_log;
    const TimeBounds m_bounds;
    const qint64 m_nowMs;
    QSet<qint64> m_replaced; // ids of answers whose moment is a new one
    QSet<qint64> m_replacedMoves;
    QSet<QuestionId> m_moved;
    QHash<QuestionId, QList<Entry>> m_entries;
};

} // namespace

LogRows withPossibleFigures(const LogRows &log)
{
    LogRows mended = log;
    for (qsizetype i = 0; i < log.answers.size(); ++i) {
        if (hasPossibleFigures(log.answers.at(i)))
            continue;
        AnswerRow &row = mended.answers[i];
        if (!isPossibleHour(row.rolloverHour))
            row.rolloverHour =
                fromNeighbour(log.answers, i, &AnswerRow::rolloverHour, isPossibleHour, defaultRolloverHour);
        row.rating = std::clamp<qint64>(row.rating, int(Rating::Again), int(Rating::Easy));
        row.chosenDays = std::clamp<qint64>(row.chosenDays, 0, longestIntervalDays);
        row.thoughtMs = std::clamp<qint64>(row.thoughtMs, 0, longestThoughtMs);
        if (!isPossibleConfidence(row.confidence))
            row.confidence = int(Confidence::NotAsked);
        if (!arePossiblePoints(row.points))
            row.points.clear();
    }
    return mended;
}

LogRows repairedLog(const LogRows &log, qint64 nowMs)
{
    return Repair(log, nowMs).run();
}

} // namespace flaskcards
