// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/interviewjournal.h"

#include "library/documents.h"
#include "library/stepwords.h"
#include "library/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr QLatin1StringView kind = "interview"_L1;
constexpr int longestName = 80;

InterviewEntry entryFrom(const Document &document)
{
    const QJsonObject &json = document.json;
    return {.key = document.key,
            .day = std::clamp(json[u"day"_s].toInt(), 0, 200 * 366),
            .company = json[u"company"_s].toString(),
            .round = json[u"round"_s].toString(),
            .wentWell = json[u"well"_s].toString(),
            .wentBadly = json[u"badly"_s].toString()};
}

} // namespace

Result<QList<InterviewEntry>> interviewJournal(const Library &library)
{
    const auto found = documents(library, kind);
    if (!found)
        return found.error();
    QList<InterviewEntry> entries;
    for (const Document &document : *found)
        entries.append(entryFrom(document));
    std::stable_sort(entries.begin(), entries.end(),
                     [](const InterviewEntry &a, const InterviewEntry &b) { return a.day > b.day; });
    return entries;
}

Result<Changes> keepInterview(Library &library, InterviewEntry entry)
{
    if (entry.key.isEmpty()) {
        const auto key = newDocumentKey(library, kind);
        if (!key)
            return key.error();
        entry.key = *key;
    }
    const Document document{entry.key,
                            {{u"day"_s, entry.day},
                             {u"company"_s, entry.company},
                             {u"round"_s, entry.round},
                             {u"well"_s, entry.wentWell},
                             {u"badly"_s, entry.wentBadly}}};
    return library.apply(
        keepDocumentOperation(u"interview"_s, document, interviewName(entry, library.today())));
}

Result<Changes> removeInterview(Library &library, const InterviewEntry &entry)
{
    return library.apply(
        removeDocumentOperation(u"interview delete"_s, entry.key, interviewName(entry, library.today())));
}

QString interviewName(const InterviewEntry &entry, int today)
{
    QStringList parts = {shortened(entry.company, longestName), shortened(entry.round, longestName)};
    parts.removeAll(QString());
    return parts.isEmpty() ? dayWords(entry.day, today) : parts.join(u", "_s);
}

} // namespace flaskcards
