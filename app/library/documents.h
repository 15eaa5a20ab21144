// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "library/library.h"

#include <QJsonObject>

namespace flaskcards {

// Small documents of the person: interviews, results, paths. Each is a setting with a key of its own
// ("mock/1f0c…") and a JSON object, so that undo, merge and backups hold for it.
struct Document {
    QString key;
    QJsonObject json;
};

// Those of a kind ("mock"), by key; what cannot be read is left out.
Result<QList<Document>> documents(const Library &library, QLatin1StringView kind);

// A key for a new one.
Result<QString> newDocumentKey(const Library &library, QLatin1StringView kind);

// Inside an open transaction.
Result<void> writeDocument(Store &store, const Document &document);

// As one step of undo; `name` is what the history calls it.
Operation keepDocumentOperation(const QString &label, const Document &document, const QString &name);
Operation removeDocumentOperation(const QString &label, const QString &key, const QString &name);

// A question has another name from now on.
Result<void> renameInDocuments(Store &store, const QString &from, const QString &to);

// A list of words as JSON has it, and back.
QStringList wordsIn(const QJsonValue &value);

} // namespace flaskcards
