// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/checksearch.h"

#include "core/questionfile.h"
#include "storage/indexcheck.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

using Texts = QHash<QuestionId, SearchTexts>;

Result<Texts> indexedTexts(const Store &store)
{
    Texts texts;
    auto read = store.database.forEach("search/all_texts", {}, [&](const Row &row) {
        texts.insert({row.int64(0)},
                     {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5), row.text(6)});
    });
    if (!read)
        return read.error();
    return texts;
}

// What a text is after its way through the store.
bool isSame(const QString &text, const QString &stored)
{
    return text == stored || (text.isEmpty() && stored.isEmpty());
}

bool areSame(const SearchTexts &a, const SearchTexts &b)
{
    return isSame(a.title, b.title) && isSame(a.answer, b.answer) && isSame(a.points, b.points) &&
           isSame(a.body, b.body) && isSame(a.code, b.code) && isSame(a.tags, b.tags);
}

} // namespace

Result<SearchFaults> searchFaults(const Store &store)
{
    SearchFaults faults;
    const auto sound = isFullTextIndexSound(store.database);
    if (!sound)
        return sound.error();
    faults.index = !*sound;
    const auto texts = indexedTexts(store);
    if (!texts)
        return texts.error();
    auto read = store.database.forEach("questions/all_sources", {}, [&](const Row &row) {
        const QString path = row.text(2) + u'/' + row.text(1) + u".md"_s;
        const QuestionId id{row.int64(0)};
        const auto known = texts->constFind(id);
        SearchTexts wanted = searchTextsOf(parseQuestion(path, row.text(3).toUtf8()).question);
        if (!row.text(4).isEmpty())
            wanted.tags += u' ' + row.text(4).replace(u',', u' ');
        if (known == texts->cend() || !areSame(wanted, *known))
            faults.questions.append(id);
    });
    if (!read)
        return read.error();
    const auto rows = store.database.list<QuestionId>(
        "search/extra", {}, [](const Row &row) { return QuestionId{row.int64(0)}; });
    if (!rows)
        return rows.error();
    faults.rows = *rows;
    return faults;
}

} // namespace flaskcards
