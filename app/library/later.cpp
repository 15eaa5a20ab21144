// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/later.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr QLatin1StringView key = "study/later"_L1; // "question:ms,question:ms"

} // namespace

QHash<QuestionId, qint64> putOffQuestions(const Library &library)
{
    const qint64 nowMs = library.now().atMs;
    QHash<QuestionId, qint64> waiting;
    for (const QString &entry : library.viewState(QString(key)).split(u',', Qt::SkipEmptyParts)) {
        bool isQuestion = false;
        bool isTime = false;
        const QuestionId question{entry.section(u':', 0, 0).toLongLong(&isQuestion)};
        const qint64 untilMs = entry.section(u':', 1).toLongLong(&isTime);
        // Further ahead than anything is put off: the clock was set back.
        if (isQuestion && isTime && untilMs > nowMs && untilMs <= nowMs + laterMs)
            waiting.insert(question, untilMs);
    }
    return waiting;
}

qint64 putOff(Library &library, QuestionId question)
{
    QHash<QuestionId, qint64> waiting = putOffQuestions(library);
    const qint64 untilMs = library.now().atMs + laterMs;
    waiting.insert(question, untilMs);
    QStringList entries;
    for (const auto &[id, ms] : waiting.asKeyValueRange())
        entries.append(u"%1:%2"_s.arg(id.value).arg(ms));
    library.setViewState(QString(key), entries.join(u','));
    return untilMs;
}

} // namespace flaskcards
