// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/questions.h"

#include "core/questionfile.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

Question parsed(const QuestionSource &source)
{
    const QString path = source.topic + u'/' + source.slug + u".md"_s;
    return parseQuestion(path, source.source.toUtf8()).question;
}

} // namespace

Result<LoadedQuestion> loadQuestion(const Library &library, QuestionId id)
{
    const auto source = library.store().questions.source(id);
    if (!source)
        return source.error();
    return LoadedQuestion{parsed(*source), source->hash};
}

Result<void> indexAnew(Store &store, QuestionId id)
{
    if (auto done = store.search.remove(id); !done)
        return done;
    const auto source = store.questions.source(id);
    if (!source)
        return source.error().code == ErrorCode::NotFound ? Result<void>() : source.error();
    return source->retired ? Result<void>() : store.search.insert(id, searchTextsOf(parsed(*source)));
}

Result<QList<QuestionLink>> linksTo(const Library &library, const QStringList &slugs)
{
    QList<QuestionLink> links;
    for (const QString &slug : slugs) {
        const auto id = library.store().questions.idOf(slug);
        if (!id && id.error().code == ErrorCode::NotFound)
            continue;
        if (!id)
            return id.error();
        const auto title = library.store().questions.title(*id);
        if (!title)
            return title.error();
        links.append(QuestionLink{*id, slug, *title});
    }
    return links;
}

} // namespace flaskcards
