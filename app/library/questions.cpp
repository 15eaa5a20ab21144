// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/questions.h"

#include "core/questionfile.h"

using namespace Qt::StringLiterals;

namespace flaskcards {

Result<LoadedQuestion> loadQuestion(const Library &library, QuestionId id)
{
    const auto source = library.store().questions.source(id);
    if (!source)
        return source.error();
    const QString path = source->topic + u'/' + source->slug + u".md"_s;
    return LoadedQuestion{parseQuestion(path, source->source.toUtf8()).question, source->hash};
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
