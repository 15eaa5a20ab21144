// SPDX-License-Identifier: GPL-3.0-or-later
#include "library/paths.h"

#include "library/documents.h"
#include "library/stepwords.h"
#include "library/today.h"

#include <QCollator>
#include <QDir>
#include <QFile>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

constexpr QLatin1StringView kind = "path"_L1;
constexpr int longestTitle = 60;
constexpr int longestKept = 200; // from elsewhere it may be of any length

// From the easiest on; what else there is comes after them.
const QStringList &bankOrder()
{
    static const QStringList order = {u"first-job"_s, u"api-developer"_s, u"senior"_s, u"the-night-before"_s};
    return order;
}

QList<LearningPath> pathsOfBank(const QString &bankDir)
{
    const QDir folder((bankDir.isEmpty() ? u":/questions"_s : bankDir) + u"/paths"_s);
    QStringList names = folder.entryList({u"*.path"_s}, QDir::Files, QDir::Name);
    const auto place = [](const QString &name) {
        const qsizetype known = bankOrder().indexOf(name.chopped(5));
        return known < 0 ? bankOrder().size() : known;
    };
    std::stable_sort(names.begin(), names.end(),
                     [&](const QString &a, const QString &b) { return place(a) < place(b); });
    QList<LearningPath> paths;
    for (const QString &name : std::as_const(names)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            paths.append(parsePath(QString::fromUtf8(file.readAll())));
    }
    return paths;
}

LearningPath pathFrom(const Document &document)
{
    LearningPath path{.title = shortened(document.json[u"title"_s].toString(), longestKept),
                      .description = {},
                      .slugs = wordsIn(document.json[u"slugs"_s])};
    path.slugs.removeDuplicates();
    return path;
}

QString shortTitle(const QString &title)
{
    return shortened(title, longestTitle);
}

// Counts what is known of paths.
class Walker
{
public:
    static Result<Walker> at(const Library &library)
    {
        const auto facts = library.store().questions.facts();
        if (!facts)
            return facts.error();
        Walker walker(library);
        for (const QuestionFacts &question : *facts)
            walker.m_cards.insert(question.slug, question.card);
        return walker;
    }

    StudiedPath walked(const QString &key, const LearningPath &path) const
    {
        StudiedPath studied{.key = key, .path = path};
        for (const QString &slug : path.slugs) {
            const auto card = m_cards.constFind(slug);
            if (card == m_cards.cend() || card->suspended)
                continue;
            ++studied.there;
            if (isKnown(*m_library, *card))
                ++studied.known;
            else
                studied.next.append(card->question);
        }
        return studied;
    }

private:
    explicit Walker(const Library &library) : m_library(&library) {}

    const Library *m_library;
    QHash<QString, Card> m_cards; // by slug
};

} // namespace

Result<QList<StudiedPath>> studiedPaths(const Library &library)
{
    const auto own = documents(library, kind);
    if (!own)
        return own.error();
    const auto walker = Walker::at(library);
    if (!walker)
        return walker.error();
    QList<StudiedPath> paths;
    for (const LearningPath &path : pathsOfBank(library.place().bankDir))
        paths.append(walker->walked({}, path));
    const qsizetype first = paths.size();
    for (const Document &document : *own)
        paths.append(walker->walked(document.key, pathFrom(document)));
    const QCollator collator;
    std::stable_sort(paths.begin() + first, paths.end(), [&](const StudiedPath &a, const StudiedPath &b) {
        return collator.compare(a.path.title, b.path.title) < 0;
    });
    return paths;
}

Result<Changes> keepPath(Library &library, const QString &key, const LearningPath &path)
{
    const auto fresh = key.isEmpty() ? newDocumentKey(library, kind) : Result<QString>(key);
    if (!fresh)
        return fresh.error();
    const Document document{*fresh,
                            {{u"title"_s, path.title}, {u"slugs"_s, QJsonArray::fromStringList(path.slugs)}}};
    return library.apply(keepDocumentOperation(u"path"_s, document, shortTitle(path.title)));
}

Result<Changes> removePath(Library &library, const QString &key, const QString &title)
{
    return library.apply(removeDocumentOperation(u"path delete"_s, key, shortTitle(title)));
}

} // namespace flaskcards
