// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/askednotes.h"

#include "library/documents.h"
#include "library/stepwords.h"
#include "library/words.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AskedNotes)
};

constexpr QLatin1StringView kind = "asked"_L1;
constexpr int longestTitle = 60;
constexpr int longestCompany = 80;

AskedNote noteFrom(const Document &document)
{
    const QJsonObject &json = document.json;
    return {.key = document.key,
            .slug = json[u"slug"_s].toString(),
            .day = std::clamp(json[u"day"_s].toInt(), 0, 200 * 366),
            .company = json[u"company"_s].toString(),
            .round = json[u"round"_s].toString(),
            .note = json[u"note"_s].toString()};
}

Document documentOf(const AskedNote &note)
{
    return {note.key,
            {{u"slug"_s, note.slug},
             {u"day"_s, note.day},
             {u"company"_s, note.company},
             {u"round"_s, note.round},
             {u"note"_s, note.note}}};
}

} // namespace

Result<QList<AskedNote>> askedNotes(const Library &library)
{
    const auto found = documents(library, kind);
    if (!found)
        return found.error();
    QList<AskedNote> notes;
    for (const Document &document : *found)
        notes.append(noteFrom(document));
    std::stable_sort(notes.begin(), notes.end(),
                     [](const AskedNote &a, const AskedNote &b) { return a.day > b.day; });
    return notes;
}

Result<QList<AskedNote>> askedNotesOf(const Library &library, const QString &slug)
{
    auto notes = askedNotes(library);
    if (notes)
        notes->removeIf([&](const AskedNote &note) { return note.slug != slug; });
    return notes;
}

Result<QSet<QString>> reallyAskedSlugs(const Library &library)
{
    const auto notes = askedNotes(library);
    if (!notes)
        return notes.error();
    QSet<QString> slugs;
    for (const AskedNote &note : *notes)
        slugs.insert(note.slug);
    return slugs;
}

Result<Changes> keepAskedNote(Library &library, AskedNote note, const QString &title)
{
    if (note.key.isEmpty()) {
        const auto key = newDocumentKey(library, kind);
        if (!key)
            return key.error();
        note.key = *key;
    }
    return library.apply(
        keepDocumentOperation(u"asked"_s, documentOf(note), shortened(plainTitle(title), longestTitle)));
}

Result<Changes> removeAskedNote(Library &library, const AskedNote &note, const QString &title)
{
    return library.apply(
        removeDocumentOperation(u"asked delete"_s, note.key, shortened(plainTitle(title), longestTitle)));
}

QString askedWords(const AskedNote &note, int today)
{
    const QString day = dayWords(note.day, today);
    return note.company.isEmpty()
               ? Words::tr("Really asked, %1").arg(day)
               : Words::tr("Asked at %1, %2").arg(shortened(note.company, longestCompany), day);
}

} // namespace flaskcards
