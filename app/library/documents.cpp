// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/documents.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// Where a document names questions: "slug", "slugs", and the same in each of its "answers". What does not
// name this one stays as it is, whatever it is.
QJsonObject renamed(const QJsonObject &json, const QString &from, const QString &to)
{
    QJsonObject after = json;
    if (json.value(u"slug"_s).toString() == from)
        after.insert(u"slug"_s, to);
    if (QStringList slugs = wordsIn(json.value(u"slugs"_s)); slugs.contains(from)) {
        std::replace(slugs.begin(), slugs.end(), from, to);
        slugs.removeDuplicates();
        after.insert(u"slugs"_s, QJsonArray::fromStringList(slugs));
    }
    QJsonArray answers = json.value(u"answers"_s).toArray();
    for (QJsonValueRef answer : answers) {
        if (answer.isObject())
            answer = renamed(answer.toObject(), from, to);
    }
    if (!answers.isEmpty())
        after.insert(u"answers"_s, answers);
    return after;
}

} // namespace

Result<QList<Document>> documents(const Library &library, QLatin1StringView kind)
{
    const auto pairs = library.store().settings.under(kind + u'/');
    if (!pairs)
        return pairs.error();
    QList<Document> found;
    for (const auto &[key, value] : *pairs) {
        const QJsonDocument json = QJsonDocument::fromJson(value.toUtf8());
        if (json.isObject())
            found.append({key, json.object()});
    }
    return found;
}

Result<QString> newDocumentKey(const Library &library, QLatin1StringView kind)
{
    const auto uid = library.store().settings.newUid();
    if (!uid)
        return uid.error();
    return kind + u'/' + *uid;
}

Result<void> writeDocument(Store &store, const Document &document)
{
    return store.settings.set(document.key,
                              QString::fromUtf8(QJsonDocument(document.json).toJson(QJsonDocument::Compact)));
}

Operation keepDocumentOperation(const QString &label, const Document &document, const QString &name)
{
    return {label, [document](Store &store) { return writeDocument(store, document); }, name};
}

Operation removeDocumentOperation(const QString &label, const QString &key, const QString &name)
{
    return {label, [key](Store &store) { return store.settings.remove(key); }, name};
}

Result<void> renameInDocuments(Store &store, const QString &from, const QString &to)
{
    for (const QLatin1StringView kind : {"asked/"_L1, "mock/"_L1, "path/"_L1}) {
        const auto pairs = store.settings.under(kind);
        if (!pairs)
            return pairs.error();
        for (const auto &[key, value] : *pairs) {
            const QJsonObject json = QJsonDocument::fromJson(value.toUtf8()).object();
            const QJsonObject after = renamed(json, from, to);
            if (after == json)
                continue;
            if (auto done = writeDocument(store, {key, after}); !done)
                return done;
        }
    }
    return {};
}

QStringList wordsIn(const QJsonValue &value)
{
    QStringList words;
    const QJsonArray array = value.toArray();
    for (const auto &word : array)
        words.append(word.toString());
    return words;
}

} // namespace flaskcards
