// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/documents.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace flaskcards {

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

QStringList wordsIn(const QJsonValue &value)
{
    QStringList words;
    for (const QJsonValue &word : value.toArray())
        words.append(word.toString());
    return words;
}

} // namespace flaskcards
