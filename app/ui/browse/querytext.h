// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/query.h"

namespace flaskcards {

// The text of a search as something to click on: filters put into it and taken out again.

// What the text asks of `key` (topic, level, kind, is, flag), in words of the search language; excluded ones
// aside.
QStringList filterValues(const Query &query, const QString &key);

// The text with `key:a,b` in front in place of all filters of that key; without values just without them.
QString withFilter(const QString &text, const QString &key, const QStringList &values);

// The value added to what the text asks of the key, or taken out of it.
QString withToggledFilter(const QString &text, const Query &query, const QString &key, const QString &value);

// The query without what it asks of topics; excluded ones stay.
Query withoutTopics(Query query);

// A name and the word the search language has for it.
struct FilterChoice {
    QString word;
    QString name;
};
struct FilterGroup {
    QString key;
    QString name;
    QList<FilterChoice> choices;
};
// Level, kind, state and flag, in the words a person reads.
QList<FilterGroup> filterGroups();

} // namespace flaskcards
