// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/drafts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr qsizetype mostKept = 5;

QString keyOf(const QString &slug)
{
    return slug.isEmpty() ? u"draft-new"_s : u"draft/"_s + slug;
}

QJsonObject toJson(const KeptDraft &kept)
{
    const CardDraft &draft = kept.draft;
    return {{u"started"_s, kept.startedMs},
            {u"kept"_s, kept.keptMs},
            {u"topic"_s, draft.topic},
            {u"level"_s, levelWord(draft.level)},
            {u"kind"_s, kindWord(draft.kind)},
            {u"tags"_s, QJsonArray::fromStringList(draft.tags)},
            {u"header"_s, QJsonArray::fromStringList(draft.header)},
            {u"text"_s, draft.text}};
}

QStringList strings(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &each : value.toArray())
        list.append(each.toString());
    return list;
}

KeptDraft fromJson(const QJsonObject &json)
{
    bool ok = false;
    return {.startedMs = json[u"started"_s].toInteger(),
            .keptMs = json[u"kept"_s].toInteger(),
            .draft = {.topic = json[u"topic"_s].toString(),
                      .level = levelFromWord(json[u"level"_s].toString(), &ok),
                      .kind = kindFromWord(json[u"kind"_s].toString(), &ok),
                      .tags = strings(json[u"tags"_s]),
                      .header = strings(json[u"header"_s]),
                      .text = json[u"text"_s].toString()}};
}

void write(Library &library, const QString &slug, const QList<KeptDraft> &drafts)
{
    QJsonArray array;
    for (const KeptDraft &draft : drafts)
        array.append(toJson(draft));
    library.setViewState(
        keyOf(slug),
        drafts.isEmpty() ? u""_s : QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact)));
}

void drop(QList<KeptDraft> &drafts, qint64 startedMs)
{
    drafts.removeIf([startedMs](const KeptDraft &draft) { return draft.startedMs == startedMs; });
}

} // namespace

QList<KeptDraft> keptDrafts(const Library &library, const QString &slug)
{
    QList<KeptDraft> drafts;
    const QJsonDocument json = QJsonDocument::fromJson(library.viewState(keyOf(slug)).toUtf8());
    for (const QJsonValue &value : json.array())
        drafts.append(fromJson(value.toObject()));
    std::stable_sort(drafts.begin(), drafts.end(),
                     [](const KeptDraft &a, const KeptDraft &b) { return a.keptMs > b.keptMs; });
    return drafts;
}

void keepDraft(Library &library, const QString &slug, const KeptDraft &draft)
{
    QList<KeptDraft> drafts = keptDrafts(library, slug);
    drop(drafts, draft.startedMs);
    drafts.prepend(draft);
    write(library, slug, drafts.first(std::min(mostKept, drafts.size())));
}

void forgetDraft(Library &library, const QString &slug, qint64 startedMs)
{
    QList<KeptDraft> drafts = keptDrafts(library, slug);
    const qsizetype before = drafts.size();
    drop(drafts, startedMs);
    if (drafts.size() != before)
        write(library, slug, drafts);
}

} // namespace flaskcards
