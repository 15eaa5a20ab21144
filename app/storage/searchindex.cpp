// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/searchindex.h"

#include "storage/database.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

bool hasToken(const QString &word)
{
    return std::any_of(word.cbegin(), word.cend(),
                       [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

// Half a pair of surrogates would swallow the quote behind it on the way into SQLite.
QString wellFormed(const QString &word)
{
    return QString::fromUtf8(word.toUtf8());
}

QString quoted(QString word)
{
    word.remove(QChar(0));
    return u'"' + word.replace(u'"', u"\"\""_s) + u"\" *"_s;
}

QString optionTexts(const QList<Option> &options)
{
    QString text;
    for (const Option &option : options)
        text += option.text + u'\n' + option.reason + u'\n';
    return text;
}

} // namespace

SearchTexts searchTextsOf(const Question &question)
{
    return {.title = question.title,
            .answer = question.answer,
            .points = question.keyPoints.join(u'\n') + u'\n' + optionTexts(question.options),
            .body = question.explanation + u'\n' + question.whyAsked + u'\n' + question.mistakes.join(u'\n'),
            .code = question.prompt + u'\n' + question.example,
            .tags = question.tags.join(u' ') + u' ' + question.topic + u' ' + question.slug};
}

QString matchExpression(const QStringList &words)
{
    QStringList terms;
    for (const QString &word : words) {
        if (hasToken(word))
            terms.append(quoted(wellFormed(word)));
    }
    return terms.join(u' ');
}

Result<void> SearchIndex::insert(QuestionId question, const SearchTexts &texts)
{
    auto inserted = m_database.insert("search/insert", {{":id", question.value},
                                                        {":title", texts.title},
                                                        {":answer", texts.answer},
                                                        {":points", texts.points},
                                                        {":body", texts.body},
                                                        {":code", texts.code},
                                                        {":tags", texts.tags}});
    if (!inserted)
        return inserted.error();
    return {};
}

namespace {

Result<void> followTagsOf(Database &database, const QVariant &id)
{
    auto done = database.run("search/follow_tags", {{":id", id}});
    if (!done)
        return done.error();
    return {};
}

} // namespace

Result<void> SearchIndex::followTags(QuestionId question)
{
    return followTagsOf(m_database, question.value);
}

Result<void> SearchIndex::followAllTags()
{
    return followTagsOf(m_database, QVariant(QMetaType::fromType<qint64>()));
}

Result<void> SearchIndex::remove(QuestionId question)
{
    auto removed = m_database.run("search/delete", {{":id", question.value}});
    if (!removed)
        return removed.error();
    return {};
}

Result<SearchTexts> SearchIndex::texts(QuestionId question) const
{
    return m_database.one<SearchTexts>("search/texts", {{":id", question.value}}, {}, [](const Row &row) {
        return SearchTexts{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
    });
}

Result<QStringList> SearchIndex::missing() const
{
    return m_database.list<QString>("search/missing", {}, [](const Row &row) { return row.text(0); });
}

Result<QList<QuestionId>> SearchIndex::match(const QStringList &words, int limit) const
{
    const QString expression = matchExpression(words);
    if (expression.isEmpty())
        return QList<QuestionId>();
    return m_database.list<QuestionId>("search/match", {{":match", expression}, {":limit", limit}},
                                       [](const Row &row) { return QuestionId{row.int64(0)}; });
}

} // namespace flaskcards
