// SPDX-License-Identifier: GPL-3.0-or-later
// Anything typed into the search field, up to the full-text index.
#include "core/search/filter.h"
#include "core/search/foldedtext.h"
#include "core/search/query.h"
#include "fuzz/require.h"
#include "storage/database.h"
#include "storage/searchindex.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace flaskcards;
using fuzz::require;

namespace {

// A store with two texts in its index.
class Index
{
public:
    Index()
    {
        auto opened = Database::open(m_dir.filePath(u"flaskcards.db"_s));
        require(bool(opened), "the store opens");
        m_database = *std::move(opened);
        SearchIndex index(*m_database);
        require(index.insert({1}, {.title = u"What is a blueprint?"_s, .code = u"before_request(x)"_s}) &&
                    index.insert({2}, {.title = u"Überraschung"_s, .answer = u"cookie « ∑ 😀"_s}),
                "texts go in");
    }
    Result<QList<QuestionId>> match(const QStringList &words) const
    {
        return SearchIndex(*m_database).match(words, 10);
    }

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Database> m_database;
};

const Index &index()
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static const QCoreApplication application(argc, argv);
    static const Index index;
    return index;
}

void checkQuery(const QString &text, const QStringList &knownTags)
{
    const ParsedQuery parsed = parseQuery(text, knownTags);
    if (parsed.error) {
        require(parsed.error->position >= 0 && parsed.error->length >= 0 &&
                    parsed.error->position + parsed.error->length <= text.size(),
                "the fault lies in the text");
        require(!queryErrorText(*parsed.error).isEmpty(), "a fault has words");
    }
    QuestionFacts facts;
    facts.topic = u"routing"_s;
    facts.tags = {u"cookies"_s};
    (void) passesFilters(parsed.query, facts, 20'000);
    QStringList words = queryWords(parsed.query);
    for (const TextTerm &term : parsed.query.texts)
        require(hasToken(term.text), "a word holds something to look for");
    fuzz::requireDone(index().match(words), "the index takes every word");
    int end = 0;
    for (const auto &[start, length] : matchRanges(text, words)) {
        require(start >= end && length > 0, "hits are in order and apart");
        end = start + length;
    }
    require(end <= text.size(), "hits lie in the text");
}

void checkFolding(const QString &text)
{
    const FoldedText folded = foldedText(text);
    require(folded.origin.size() == folded.folded.size(), "every letter has a place");
    for (const FoldedText::Token &token : folded.tokens)
        require(token.begin < token.end && token.end <= folded.folded.size() && token.textEnd <= text.size(),
                "words lie in the text");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = fuzz::text(data, size);
    checkQuery(text, {});
    checkQuery(text, {u"cookies"_s, u"csrf"_s, u"cors"_s});
    checkFolding(text);
    fuzz::requireDone(index().match({text}), "the index takes any text");
    return 0;
}
