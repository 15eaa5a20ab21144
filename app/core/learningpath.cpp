// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/learningpath.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

bool isSlug(const QString &line)
{
    return std::all_of(line.cbegin(), line.cend(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

// The words behind "name:"; nothing if the line begins otherwise.
bool takeField(const QString &line, QLatin1StringView name, QString &field)
{
    if (!line.startsWith(name))
        return false;
    field = line.sliced(name.size()).trimmed();
    return true;
}

} // namespace

LearningPath parsePath(const QString &text, QStringList *problems)
{
    LearningPath path;
    int number = 0;
    const auto complain = [&](const QString &what) {
        if (problems)
            problems->append(u"%1: %2"_s.arg(number).arg(what));
    };
    for (const QString &raw : text.split(u'\n')) {
        ++number;
        const QString line = raw.section(u'#', 0, 0).trimmed();
        if (line.isEmpty() || takeField(line, "title:"_L1, path.title) ||
            takeField(line, "description:"_L1, path.description))
            continue;
        if (!isSlug(line))
            complain(u"not a card: %1"_s.arg(line));
        else if (path.slugs.contains(line))
            complain(u"twice: %1"_s.arg(line));
        else
            path.slugs.append(line);
    }
    if (path.title.isEmpty())
        complain(u"no title"_s);
    return path;
}

} // namespace flaskcards
