// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/question.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace flaskcards {

namespace {

// In the order of the enumerations.
constexpr std::array levelWords = {"basic"_L1, "intermediate"_L1, "advanced"_L1};
constexpr std::array kindWords = {"concept"_L1, "comparison"_L1, "how-to"_L1,         "coding"_L1,
                                  "mcq"_L1,     "bug-hunt"_L1,   "code-challenge"_L1, "design"_L1};

template <typename Enum, size_t Count>
Enum fromWord(const std::array<QLatin1StringView, Count> &words, QStringView word, bool *ok)
{
    const auto found = std::find(words.begin(), words.end(), word);
    *ok = found != words.end();
    return *ok ? static_cast<Enum>(found - words.begin()) : Enum{};
}

} // namespace

const QStringList &topics()
{
    static const QStringList inTeachingOrder = {
        u"fundamentals"_s,      u"comparisons"_s,     u"routing"_s,     u"requests-responses"_s,
        u"contexts"_s,          u"lifecycle"_s,       u"templates"_s,   u"forms"_s,
        u"sessions"_s,          u"files-streaming"_s, u"structure"_s,   u"config-cli"_s,
        u"databases"_s,         u"rest-apis"_s,       u"auth"_s,        u"security"_s,
        u"errors-logging"_s,    u"testing"_s,         u"performance"_s, u"concurrency"_s,
        u"background-tasks"_s,  u"deployment"_s,      u"debugging"_s,   u"design-challenges"_s,
        u"python-foundations"_s};
    return inTeachingOrder;
}

QString levelWord(Level level)
{
    return levelWords.at(static_cast<size_t>(level));
}

QString kindWord(Kind kind)
{
    return kindWords.at(static_cast<size_t>(kind));
}

Level levelFromWord(QStringView word, bool *ok)
{
    return fromWord<Level>(levelWords, word, ok);
}

Kind kindFromWord(QStringView word, bool *ok)
{
    return fromWord<Kind>(kindWords, word, ok);
}

bool isOwnSlug(QStringView slug)
{
    return slug.startsWith("own-"_L1);
}

int askedCount(const Question &question)
{
    QSet<QStringView> lists;
    for (const QString &source : question.sources)
        lists.insert(QStringView(source).left(source.indexOf(u'-')));
    lists.remove(QStringView());
    return static_cast<int>(lists.size());
}

} // namespace flaskcards
