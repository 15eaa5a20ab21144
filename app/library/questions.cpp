// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/questions.h"

#include "core/questionfile.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

Question parsed(const QuestionSource &source)
{
    const QString path = source.topic + u'/' + source.slug + u".md"_s;
    return parseQuestion(path, source.source.toUtf8()).question;
}

} // namespace

// The topic is part of the content: moving a card file to another folder is a change.
StoredQuestion storedQuestion(const Question &question, const QByteArray &bytes)
{
    const QByteArray hash =
        QCryptographicHash::hash(question.topic.toUtf8() + '\n' + bytes, QCryptographicHash::Sha256);
    return {.question = question,
            .source = QString::fromUtf8(bytes),
            .hash = QString::fromLatin1(hash.toHex().left(16))};
}

Result<LoadedQuestion> loadQuestion(const Library &library, QuestionId id)
{
    const auto source = library.store().questions.source(id);
    if (!source)
        return source.error();
    return LoadedQuestion{parsed(*source), source->hash, source->origin, source->retired};
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
